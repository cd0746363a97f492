import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Kneser-Ney language model")
struct NGramLanguageModelTests {
  private static let words = "the a cat dog sat ran on mat hat in park today red big and then"
    .split(
      separator: " "
    ).map(String.init)

  private func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = CounterRandom(seed: seed, sample: 0, operation: 66, draw: 0)
    return (0..<count).map { _ in
      var state = 0
      return (0..<random.index(below: 9)).map { _ in
        state = (state * 3 + random.index(below: 4)) % Self.words.count
        return Self.words[state]
      }.joined(separator: " ")
    }
  }

  @Test("equals the formula of Chen and Goodman at every word", arguments: 1...5)
  func oracle(order: Int) throws {
    let golden = try StudentsGolden.values.get().language
    let model = NGramLanguageModel.fit(golden.texts, order: order)
    let expected = golden.orders[order - 1]
    for (own, other) in zip(model.discounts, expected.discounts) {
      #expect(worstGap([own.one, own.two, own.more], other) < 1e-12)
    }
    for (query, values) in zip(golden.queries, expected.logProbabilities) {
      #expect(worstGap(model.logProbabilities(query), values) < 1e-9, "\(query)")
    }
  }

  @Test("probabilities sum to 1 in every context, known or not", arguments: 1...5)
  func sumsToOne(order: Int) {
    let model = NGramLanguageModel.fit(texts(150, seed: UInt64(order)), order: order)
    let vocabulary = Self.words.map(Optional.some) + [nil, "neverseen"]
    #expect(model.vocabularyCount == vocabulary.count)
    let contexts = [
      "", "the", "the cat sat on", "on on on", "mat neverseen", "neverseen", "and then",
    ]
    for context in contexts {
      for isStart in [true, false] {
        let sum = vocabulary.reduce(0.0) {
          $0 + model.probability(of: $1, after: context, isStart: isStart)
        }
        #expect(agrees(sum, 1, 1e-12))
      }
    }
  }

  @Test("perplexity is the inverse geometric mean, the same for any number of threads")
  func perplexity() {
    let model = NGramLanguageModel.fit(texts(300, seed: 9), order: 3)
    let some = texts(700, seed: 10) + ["", "unknown words only"]
    let one = model.perplexities(some)
    #expect(one == model.perplexities(some, threads: 4))
    for (text, value) in zip(some, one).prefix(20) {
      let logs = model.logProbabilities(text)
      #expect(logs.allSatisfy { $0 < 0 })
      let mean = logs.reduce(0, +) / Double(logs.count)
      #expect(agrees(value.logarithm, -mean, 1e-9))
    }
  }

  @Test(
    "fluent texts are less perplexing than the same words in another order, and than unknown ones"
  )
  func fluency() {
    let model = NGramLanguageModel.fit(texts(2000, seed: 1), order: 3)
    var random = CounterRandom(seed: 4, sample: 0, operation: 67, draw: 0)
    var better = 0
    let some = texts(300, seed: 2).filter { $0.split(separator: " ").count > 4 }
    for text in some {
      var shuffled = text.split(separator: " ")
      random.shuffle(&shuffled)
      if model.perplexity(text) <= model.perplexity(shuffled.joined(separator: " ")) { better += 1 }
    }
    #expect(Double(better) > 0.9 * Double(some.count))
    #expect(model.perplexity("zzz qqq xxx") > model.perplexity("the cat sat"))
  }

  @Test("upper case and punctuation do not count; hostile texts do no harm")
  func hostile() {
    let model = NGramLanguageModel.fit(texts(50, seed: 3), order: 4)
    #expect(model.perplexity("The cat, SAT!") == model.perplexity("the cat sat"))
    for text in ["\0\0", "👩‍👩‍👧‍👦", "e\u{301}\u{301}", "مرحبا", String(repeating: "a ", count: 50000)] {
      #expect(model.perplexity(text).isFinite)
    }
    let empty = NGramLanguageModel.fit([], order: 3)
    #expect(agrees(empty.perplexity("any words"), 2, 1e-12))
    let given = NGramDiscounts(one: 0.75, two: 0.75, more: 0.75)
    let fixed = NGramLanguageModel.fit(["a b", "a c"], order: 2, discounts: given)
    #expect(fixed.discounts == [given, given])
    // "a" begins both texts: count 2, one kind of follower, so that the discount leaves 0.375.
    // Of single words a, b, c have 1 predecessor each and the end 2; 4 of them, 5 words with the unknown.
    let bottom = 4 * 0.75 / 5 / 5
    let single = (1 - 0.75) / 5 + bottom
    #expect(agrees(fixed.probability(of: "a", after: ""), (2 - 0.75) / 2 + 0.375 * single, 1e-12))
  }
}

extension Double {
  /// The natural logarithm by halving an interval, so that the test does not use the library's own.
  fileprivate var logarithm: Double {
    var (low, high) = (0.0, 50.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      var power = 1.0
      var term = 1.0
      for n in 1..<60 {
        term *= middle / 16 / Double(n)
        power += term
      }
      for _ in 0..<4 { power *= power }
      if power < self { low = middle } else { high = middle }
    }
    return low
  }
}
