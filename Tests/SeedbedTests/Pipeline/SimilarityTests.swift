import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Similar texts are found, and only they")
struct SimilarityTests {
  /// The shares of equal runs of five characters, counted plainly.
  static func jaccard(_ left: String, _ right: String) -> Double {
    func runs(_ text: String) -> Set<[UInt8]> {
      let bytes = Array(DuplicateView.normalized(text).utf8)
      guard bytes.count >= 5 else { return [bytes] }
      return Set((0...(bytes.count - 5)).map { Array(bytes[$0..<($0 + 5)]) })
    }
    let (a, b) = (runs(left), runs(right))
    return Double(a.intersection(b).count) / Double(a.union(b).count)
  }

  /// Originals, each with variants that differ by some words, so that similarities of all sizes occur.
  static func corpus(_ originals: Int, seed: Int) -> [String] {
    var random = PipelineFixture.random(seed), texts: [String] = []
    for _ in 0..<originals {
      let original = PipelineFixture.words(4 + random.index(below: 40), &random)
      texts.append(original)
      for changes in 1...4 {
        var words = original.split(separator: " ").map(String.init)
        for _ in 0..<changes {
          words[random.index(below: words.count)] = PipelineFixture.words(1, &random)
        }
        texts.append(words.joined(separator: " "))
      }
    }
    random.shuffle(&texts)
    return texts
  }

  @Test("no pair of 0.8 and more is missed among thousands, none below is named", arguments: 0..<2)
  func bruteForce(seed: Int) {
    let texts = Self.corpus(300, seed: seed), sketches = texts.map { TextSketch($0) }
    var index = SimilarityIndex(threshold: 0.8)
    var pairs = 0
    for (position, sketch) in sketches.enumerated() {
      let found = Set(index.matches(sketch).map(\.index))
      let wanted = Set(
        (0..<position).filter { sketches[$0].similarity(to: sketch) >= 0.8 }
      )
      #expect(found == wanted)
      pairs += wanted.count
      index.add(sketch)
    }
    #expect(pairs > 500)
    #expect(index.count == texts.count)
  }

  @Test("the similarity is the exact share of equal runs")
  func exactJaccard() {
    let texts =
      Self.corpus(12, seed: 9) + ["abcde", "abcdef", "Straße zum Café", "strasse zum cafe"]
    for left in texts {
      for right in texts {
        let measured = TextSketch(left).similarity(to: TextSketch(right))
        #expect(abs(measured - Self.jaccard(left, right)) < 1e-12)
      }
    }
  }

  @Test("the best match is the most similar one, the first of equals")
  func best() throws {
    var index = SimilarityIndex(threshold: 0.5)
    let base = "the quick brown fox jumps over the lazy dog near the river bank"
    for text in [base + " today", base, base, "something else entirely, not alike"] {
      index.add(TextSketch(text))
    }
    let best = try #require(index.bestMatch(TextSketch(base + "!")))
    #expect(best.index == 1)
    #expect(best.similarity == 1)
    #expect(index.matches(TextSketch(base)).map(\.index) == [1, 2, 0])
    #expect(SimilarityIndex(threshold: 0.8).bestMatch(TextSketch(base)) == nil)
  }

  @Test("pitfall 16: short texts are like themselves and not like each other")
  func shortTexts() {
    let texts = ["a", "b", "ab", "ok", "no", "yes", "oui", "好", "👍", "👎", "no!", "No", "1", "2"]
    for (i, left) in texts.enumerated() {
      for (j, right) in texts.enumerated() {
        let same = DuplicateView.normalized(left) == DuplicateView.normalized(right)
        #expect((TextSketch(left).similarity(to: TextSketch(right)) >= 0.8) == same, "\(i) \(j)")
      }
    }
    var groups = Groups.nearDuplicates(texts.map { TextSketch($0) }, threshold: 0.8)
    #expect(Set(groups.roots()).count == texts.count - 2)
  }

  @Test("texts of punctuation alone differ by their punctuation")
  func punctuation() {
    #expect(TextSketch("?").similarity(to: TextSketch("?")) == 1)
    #expect(TextSketch("?").similarity(to: TextSketch("!")) < 0.8)
    #expect(TextSketch("...").similarity(to: TextSketch("!?!")) < 0.8)
    #expect(TextSketch("").similarity(to: TextSketch("")) == 1)
    #expect(TextSketch("").similarity(to: TextSketch("a")) == 0)
    #expect(TextSketch("").similarity(to: TextSketch("!!!")) < 0.8)
  }

  @Test("what only case, marks and accents tell apart is one text")
  func exact() {
    #expect(TextSketch("Café, PLEASE!").exact == TextSketch("cafe please").exact)
    #expect(TextSketch("cafe\u{301}").exact == TextSketch("caf\u{E9}").exact)
    #expect(TextSketch("pay 10").exact != TextSketch("pay 11").exact)
  }

  @Test("groups are the connected parts of the similar pairs, in any order", arguments: 0..<3)
  func groupsBruteForce(seed: Int) {
    let texts = Self.corpus(120, seed: seed + 50), sketches = texts.map { TextSketch($0) }
    var plain = Groups(count: texts.count)
    for right in texts.indices {
      for left in 0..<right where sketches[left].similarity(to: sketches[right]) >= 0.8 {
        plain.link(left, right)
      }
    }
    var groups = Groups.nearDuplicates(sketches, threshold: 0.8)
    #expect(groups.roots() == plain.roots())

    let order = PipelineFixture.permuted(Array(texts.indices), seed: seed)
    var shuffled = Groups.nearDuplicates(order.map { sketches[$0] }, threshold: 0.8)
    let roots = shuffled.roots()
    func partition(_ roots: [Int], _ name: (Int) -> Int) -> Set<Set<Int>> {
      var parts: [Int: Set<Int>] = [:]
      for (position, root) in roots.enumerated() { parts[root, default: []].insert(name(position)) }
      return Set(parts.values)
    }
    #expect(partition(roots) { order[$0] } == partition(plain.roots()) { $0 })
  }

  @Test("pitfall 15: tens of thousands of equal texts are grouped without comparing all pairs")
  func megaCluster() {
    let sketch = TextSketch("thank you for contacting support, we will be with you shortly")
    var groups = Groups.nearDuplicates(Array(repeating: sketch, count: 50_000), threshold: 0.8)
    #expect(groups.roots().allSatisfy { $0 == 0 })
  }

  @Test("sketches do not depend on the number of threads")
  func threads() async throws {
    let texts = Self.corpus(120, seed: 4)
    let one = try await TextSketch.sketches(of: texts, threads: 1)
    let many = try await TextSketch.sketches(of: texts, threads: 7)
    #expect(one.map(\.exact) == many.map(\.exact))
    #expect(one.map(\.exact) == texts.map { TextSketch($0).exact })
  }

  @Test("exact duplicates and conflicting labels are told apart")
  func redundancy() throws {
    let samples = try PipelineFixture.real([
      ("Where is it?", "a"), ("where is it", "a"), ("WHERE is it", "b"), ("something else", "b"),
    ])
    let sketches = PipelineFixture.sketches(samples)
    var groups = Groups.nearDuplicates(sketches, threshold: 0.8)
    let redundancy = Redundancy(samples, sketches: sketches, roots: groups.roots())
    #expect(redundancy.exact.map(\.removed) == [samples[1].id])
    #expect(redundancy.conflicts.map(\.removed) == [samples[2].id])
    #expect(redundancy.patterns == 2)
    #expect(redundancy.exactShare == 0.25)
  }
}
