import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Diversity of texts")
struct DiversityTextTests {
  private static let names = ["golden", "random", "copies", "few words"]

  @Test("self-BLEU equals NLTK's sentence BLEU against all others", arguments: names)
  func selfBLEU(name: String) throws {
    let golden = try #require(try DiversityGolden.values.get().texts[name])
    for (longest, expected) in [(4, golden.bleu4), (2, golden.bleu2)] {
      let measured = try #require(Metrics.selfBLEU(golden.texts, longest: longest, threads: 2))
      #expect(measured.scores.count == expected.count)
      for (score, value) in zip(measured.scores, expected) { #expect(agrees(score, value, 1e-12)) }
      let mean = expected.reduce(0, +) / Double(expected.count)
      #expect(agrees(measured.mean, mean, 1e-12))
    }
  }

  @Test("self-BLEU of the published example")
  func selfBLEUExample() throws {
    let golden = try #require(try DiversityGolden.values.get().texts["golden"])
    let scores = try #require(Metrics.selfBLEU(golden.texts)).scores
    let expected = [0.7598356856515925, 0.7598356856515925, 0.033031643180138064]
    for (score, value) in zip(scores, expected) { #expect(agrees(score, value, 1e-12)) }
  }

  @Test("self-BLEU does not depend on the order of the texts or on threads")
  func selfBLEUOrder() throws {
    let texts = try #require(try DiversityGolden.values.get().texts["random"]).texts
    let forward = try #require(Metrics.selfBLEU(texts)).scores
    let backward = try #require(Metrics.selfBLEU(texts.reversed(), threads: 3)).scores
    #expect(forward == backward.reversed())
  }

  @Test("self-BLEU of a sample depends on its size: twice as many texts of a source score higher")
  func selfBLEUSize() throws {
    var random = CounterRandom(seed: 1, sample: 0, operation: 1, draw: 0)
    let words = (0..<80).map { "word\($0)" }
    let texts = (0..<400).map { _ in
      (0..<8).map { _ in words[random.index(below: 80)] }.joined(separator: " ")
    }
    let small = try #require(Metrics.selfBLEU(Array(texts[..<50])))
    let large = try #require(Metrics.selfBLEU(texts))
    #expect(large.mean > small.mean)
  }

  @Test("self-BLEU of words that the caller cut")
  func selfBLEUWords() throws {
    let same = try #require(Metrics.selfBLEU(words: [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5]]))
    #expect(agrees(same.mean, 1, 1e-12))
    let other = try #require(Metrics.selfBLEU(words: [[1, 2], [3, 4]]))
    #expect(other.scores == [0, 0])
    #expect(Metrics.selfBLEU(words: [[1]]) == nil)
    #expect(Metrics.selfBLEU([]) == nil)
    #expect(Metrics.selfBLEU(["", ""])?.scores == [0, 0])
  }

  @Test("n-gram entropy equals SciPy's", arguments: names)
  func entropy(name: String) throws {
    let golden = try #require(try DiversityGolden.values.get().texts[name])
    for n in 1...3 {
      let measured = try #require(Metrics.nGramEntropy(golden.texts, n: n, threads: 2))
      #expect(agrees(measured.nats, golden.entropy[n - 1], 1e-12))
      let normalized = try #require(measured.normalized)
      #expect(normalized >= 0 && normalized <= 1)
      #expect(
        agrees(
          Double(measured.distinct) / Double(measured.total),
          Metrics.distinctN(golden.texts, n: n) ?? -1
        )
      )
    }
  }

  @Test("entropy at its ends: all n-grams the same, all different, one, none")
  func entropyEnds() throws {
    let same = try #require(Metrics.nGramEntropy(["go go go go"], n: 1))
    #expect(same.nats == 0 && same.normalized == 0)
    let different = try #require(Metrics.nGramEntropy(["a b c d"], n: 1))
    #expect(agrees(different.normalized, 1, 1e-12))
    #expect(Metrics.nGramEntropy(["one"], n: 1)?.normalized == nil)
    #expect(Metrics.nGramEntropy(["one two"], n: 3) == nil)
  }

  @Test("MTLD and HD-D equal lexicalrichness", arguments: names)
  func lexical(name: String) throws {
    let golden = try #require(try DiversityGolden.values.get().texts[name])
    #expect(agrees(Metrics.lexicalDiversityMTLD(golden.texts), golden.mtld, 1e-12))
    #expect(agrees(Metrics.lexicalDiversityHDD(golden.texts, draws: 10), golden.hdd10, 1e-12))
    let hdd = Metrics.lexicalDiversityHDD(golden.texts)
    #expect(golden.hdd.map { agrees(hdd, $0, 1e-12) } ?? (hdd == nil))
  }

  @Test("MTLD and HD-D without words, and of one word")
  func lexicalEnds() {
    #expect(Metrics.lexicalDiversityMTLD([]) == nil)
    #expect(Metrics.lexicalDiversityMTLD(["!?"]) == nil)
    #expect(Metrics.lexicalDiversityMTLD(["one"]) == 1)
    #expect(Metrics.lexicalDiversityMTLD(["one two three"]) == 3)
    #expect(Metrics.lexicalDiversityHDD(["one"], draws: 2) == nil)
    #expect(Metrics.lexicalDiversityHDD(["one"], draws: 1) == 1)
  }

  @Test("the compression ratio is within 1 % of Python's zlib")
  func compression() throws {
    let golden = try DiversityGolden.values.get()
    #expect(
      agrees(Metrics.compressionRatio([golden.compression.text]), golden.compression.ratio, 0.01)
    )
    for texts in golden.texts.values {
      #expect(agrees(Metrics.compressionRatio(texts.texts), texts.compression, 0.01))
    }
    #expect(Metrics.compressionRatio([]) == nil)
    #expect(Metrics.compressionRatio([""]) == nil)
    let repeated = [String](repeating: "the same sentence again", count: 2000)
    #expect(try #require(Metrics.compressionRatio(repeated)) > 50)
  }

  @Test("distinct-n falls with corpus size, at an equal budget of words it does not")
  func distinctBudget() throws {
    var random = CounterRandom(seed: 2, sample: 0, operation: 1, draw: 0)
    let texts = (0..<3000).map { _ in
      (0..<8).map { _ in "w\(random.index(below: 300))" }.joined(separator: " ")
    }
    let small = Array(texts[..<300])
    let plain = (
      try #require(Metrics.distinctN(small, n: 2)), try #require(Metrics.distinctN(texts, n: 2))
    )
    #expect(plain.0 - plain.1 > 0.05)
    let budget = Metrics.commonWordBudget(small, texts, threads: 2)
    #expect(budget == 2400)
    let equal = (
      try #require(Metrics.distinctN(small, n: 2, budget: budget, seed: 1)),
      try #require(Metrics.distinctN(texts, n: 2, budget: budget, seed: 1, threads: 2))
    )
    #expect(abs(equal.0 - equal.1) < 0.01)
    let entropies = (
      try #require(Metrics.nGramEntropy(small, n: 1, budget: budget, seed: 1)),
      try #require(Metrics.nGramEntropy(texts, n: 1, budget: budget, seed: 1))
    )
    #expect(abs(entropies.0 - entropies.1) < 0.03)
  }

  @Test("the draw of words is seeded, and too large a budget is refused")
  func budgets() {
    let texts = ["a b c a b", "c d c d", "a a a a"]
    let one = Metrics.distinctN(texts, n: 1, budget: 6, seed: 3, draws: 1)
    #expect(one == Metrics.distinctN(texts, n: 1, budget: 6, seed: 3, draws: 1))
    #expect(Metrics.distinctN(texts, n: 1, budget: 13, seed: 3) != nil)
    #expect(Metrics.distinctN(texts, n: 1, budget: 14, seed: 3) == nil)
    #expect(Metrics.distinctN(texts, n: 1, budget: 0, seed: 3) == nil)
  }
}
