import SeedbedKernels
import Testing

@Suite("What the search for duplicates is made of")
struct DuplicateKernelTests {
  @Test("scalar windows are equal exactly when their texts are", arguments: [1, 2, 4, 8, 9])
  func scalarWindows(width: Int) {
    let texts = [
      "the quick brown fox the quick", "naive cafe", "客户服务团队客户服务", "наша служба", "a客b",
      "abcdefghijkl", "", "abc", "🦊🐶🏃🌲🏔🌅🦊🐶🏃",
    ]
    var shingler = ScalarShingler(width: width)
    var texts64: [UInt64: [Unicode.Scalar]] = [:]
    for text in texts {
      let scalars = Array(text.unicodeScalars)
      let isLongEnough = shingler.read(text.utf8Span.span)
      #expect(isLongEnough == (scalars.count >= width))
      #expect(shingler.hashes.count == max(0, scalars.count - width + 1))
      for (place, hash) in shingler.hashes.enumerated() {
        let window = Array(scalars[place..<place + width])
        #expect(texts64.updateValue(window, forKey: hash) ?? window == window)
      }
    }
    let distinct = Set(
      texts.flatMap { text -> [[Unicode.Scalar]] in
        let scalars = Array(text.unicodeScalars)
        guard scalars.count >= width else { return [] }
        return (0...(scalars.count - width)).map { Array(scalars[$0..<($0 + width)]) }
      }
    )
    #expect(texts64.count == distinct.count)
  }

  @Test("an ASCII window has the same hash whatever else is in the text")
  func mixedWindows() {
    var plain = ScalarShingler(width: 4), mixed = ScalarShingler(width: 4)
    for text in ["abcd", "abcdefgh", "hello there my friend"] {
      let framed = "客" + text + "я"
      let areRead = (plain.read(text.utf8Span.span), mixed.read(framed.utf8Span.span))
      #expect(areRead == (true, true))
      #expect(Set(plain.hashes).isSubset(of: Set(mixed.hashes)))
      var shingler = Shingler(width: 4)
      shingler.readUnsorted(text.utf8Span.span)
      #expect(shingler.hashes == plain.hashes)
    }
  }

  @Test("word runs are equal exactly when their words are, in order")
  func wordRuns() {
    var shingler = WordShingler(count: 2)
    let isRead = shingler.read("a b a b c".utf8Span.span)
    #expect(isRead)
    let hashes = shingler.hashes
    #expect(hashes.count == 4)
    #expect(hashes[0] == hashes[2])
    #expect(Set(hashes).count == 3)
    let areRead = (shingler.read("one".utf8Span.span), shingler.read("".utf8Span.span))
    #expect(areRead == (false, false))
    #expect(shingler.hashes.isEmpty)
  }

  @Test("a plan keeps its promise with the steepest bands")
  func plans() {
    #expect(BandPlan.choose(threshold: 0.8) == BandPlan(bands: 18, rows: 8))
    for threshold in stride(from: 0.3, through: 0.99, by: 0.03) {
      for recall in [0.5, 0.9, 0.95, 0.99] {
        let plan = BandPlan.choose(threshold: threshold, recall: recall, maximumBands: 30)
        #expect(plan.bands <= 30)
        if plan.rows > 1 || plan.bands < 30 { #expect(plan.recall(at: threshold) >= recall) }
        if plan.rows < 16 {
          #expect(BandPlan(bands: 30, rows: plan.rows + 1).recall(at: threshold) < recall)
        }
      }
    }
    #expect(BandPlan.choose(threshold: 0.01, maximumBands: 3) == BandPlan(bands: 3, rows: 1))
    #expect(abs(BandPlan(bands: 14, rows: 8).recall(at: 0.8) - 0.924) < 0.001)
    #expect(abs(BandPlan(bands: 9, rows: 13).recall(at: 0.8) - 0.399) < 0.001)
  }

  @Test("records are sorted by key, and equal keys keep their order", arguments: [0, 1, 2, 1000])
  func bucketSort(count: Int) {
    var sorter = BucketSorter()
    for spread: UInt64 in [1, 7, 1 << 20, 1 << 32] {
      var random = DuplicateFixture.random(count)
      var records = (0..<count).map { _ in
        (random.next() % spread) << 32 | UInt64(random.next() & 0xffff)
      }
      let expected = records.enumerated().sorted {
        ($0.element >> 32, $0.offset) < ($1.element >> 32, $1.offset)
      }.map(\.element)
      sorter.sort(&records)
      #expect(records == expected)
    }
  }

  @Test("a comparer counts as sets do, one text after the other", arguments: 0..<4)
  func comparer(seed: Int) {
    var random = DuplicateFixture.random(seed), comparer = SetComparer()
    for _ in 0..<60 {
      let range = UInt64(1 + random.index(below: 4000))
      func members() -> [UInt64] {
        (0..<random.index(below: 3000)).map { _ in random.next() % range }
      }
      let left = members()
      comparer.load(left.span)
      #expect(comparer.distinct == Set(left).count)
      for _ in 0..<5 {
        let right = members()
        let exact = DuplicateFixture.jaccard(Set(left), Set(right))
        let full = comparer.similarity(to: right.span, threshold: 0)
        #expect(full == (left.isEmpty ? nil : exact))
        for threshold in [0.1, 0.5, 0.8, exact] where threshold > 0 {
          let expected = exact >= threshold && !left.isEmpty ? exact : nil
          let found = comparer.similarity(to: right.span, threshold: threshold)
          #expect(found == expected)
        }
      }
    }
  }

  @Test(
    "digits of any script are one placeholder",
    arguments: [
      ("call 0151 23 45", "call 0 0 0"), ("v2beta10", "v0beta0"), ("٣٤ rows", "0 rows"),
      ("no number", "no number"), ("", ""), ("7", "0"), ("客12户3", "客0户0"),
    ]
  )
  func digitMask(text: String, expected: String) {
    var bytes = Array(text.utf8)
    DigitMask.apply(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(
    "equal patterns have equal skeletons",
    arguments: [
      ("my card ending 1234 was charged", "My card ending 99-7 was charged!"),
      ("please write to a@b.example about it", "please write to www.c.example about it"),
      ("they saw Anna in Berlin last week", "they saw John Smith in New York last week"),
      ("he said \"yes\" to all of them", "he said “never, ever” to all of them"),
    ]
  )
  func sameSkeleton(left: String, right: String) {
    var reader = SkeletonReader()
    let skeleton = reader.read(left.utf8Span.span)
    #expect(skeleton != nil)
    let other = reader.read(right.utf8Span.span)
    #expect(skeleton == other)
  }

  @Test(
    "texts without a slot or with too few fixed words have no pattern",
    arguments: [
      "my card does not work", "Hi Anna", "12 34 56", "Apple Buys Startup In Berlin", "",
      "WHERE IS MY CARD NOW", "am I right that I may", "\"never closed is no quotation at all",
    ]
  )
  func noSkeleton(text: String) {
    var reader = SkeletonReader()
    let skeleton = reader.read(text.utf8Span.span)
    #expect(skeleton == nil)
  }

  @Test("unlike slots or other fixed words are another pattern")
  func otherSkeletons() {
    var reader = SkeletonReader()
    let texts = [
      "they saw Anna in the house", "they saw 12 in the house", "they met Anna in the house",
      "they saw Anna in the house 12", "they saw a@b.example in the house",
    ]
    let skeletons = texts.map { reader.read($0.utf8Span.span) }
    #expect(!skeletons.contains(nil))
    #expect(Set(skeletons).count == texts.count)
  }
}
