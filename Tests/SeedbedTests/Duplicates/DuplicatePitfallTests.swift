import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Pitfalls of other tools for duplicates stay avoided")
struct DuplicatePitfallTests {
  @Test("homoglyphs and zero-width characters hide no duplicate")
  func disguises() async throws {
    let texts = [
      "please reset my password today", "pl\u{435}ase reset my p\u{430}ssword today",
      "please\u{200b} reset my pass\u{ad}word today", "ｐｌｅａｓｅ reset my password today",
    ]
    let report = try await DuplicateFixture.report(texts)
    #expect(report.exact == 3)
  }

  @Test("the threshold is a promise of recall", arguments: [0.5, 0.6, 0.7, 0.8, 0.9, 0.95])
  func recallAtTheThreshold(threshold: Double) async throws {
    // Sets of words that no other text has, all pairs right at the threshold: with k of n words
    // exchanged, n - k of n + k are shared.
    var texts: [String] = [], used = 0
    func words(_ count: Int) -> [String] {
      defer { used += count }
      return (used..<used + count).map { "word\($0)" }
    }
    let exchanged = 12
    let count = Int((Double(exchanged) * (1 + threshold) / (1 - threshold)).rounded(.up))
    for _ in 0..<400 {
      let base = words(count)
      texts.append(base.joined(separator: " "))
      texts.append((base.dropFirst(exchanged) + words(exchanged)).joined(separator: " "))
    }
    let options = DuplicateOptions(threshold: threshold, shingling: .words(1))
    let report = try await DuplicateFixture.report(texts, options)
    #expect(report.expectedRecall >= 0.95)
    // Four standard errors below the promise.
    #expect(Double(report.near) >= 400 * 0.95 - 4 * 4.4)
  }

  @Test("a template with thousands of unlike texts is not quadratic, and it is said")
  func megaClusters() async throws {
    var random = DuplicateFixture.random(41)
    let boilerplate = DuplicateFixture.words(40, &random).joined(separator: " ")
    let texts = (0..<6000).map { _ in
      boilerplate + " " + DuplicateFixture.words(9, &random).joined(separator: " ")
    }
    let report = try await DuplicateFixture.report(texts, DuplicateOptions(threshold: 0.8))
    #expect(report.hotBuckets > 0)
    #expect(report.comparisons < 6000 * 16 * 20)
    // An unbounded search would compare nearly all eighteen million pairs.
    #expect(report.comparisons < 1_500_000)
  }

  @Test("a hundred thousand equal rows are one comparison each")
  func identicalRows() async throws {
    let report = try await DuplicateFixture.report(Array(repeating: "the same row", count: 100_000))
    #expect(report.exact == 99_999)
    #expect(report.decisions.allSatisfy { $0.kept == 0 })
    #expect(report.comparisons == 0)
  }

  @Test("thousands of rows of a few hundred templates meet their own only")
  func templates() async throws {
    var random = DuplicateFixture.random(43)
    let templates = (0..<435).map { _ in DuplicateFixture.words(14, &random) }
    let texts = (0..<6000).map { row in
      var words = templates[row % templates.count]
      words[row % 14] = "slot\(row)"
      return words.joined(separator: " ")
    }
    let options = DuplicateOptions(threshold: 0.7)
    let report = try await DuplicateFixture.report(texts, options)
    #expect(report.hotBuckets == 0)
    #expect(report.comparisons < 6000 * 16)
    #expect(report.decisions.allSatisfy { $0.kept % 435 == $0.removed % 435 })
  }

  @Test("texts too short for the pieces back off, and are counted")
  func shortTexts() async throws {
    let texts = [
      "ok", "OK!", "no", "yes please", "yes pleases", "a much longer text of many words",
    ]
    let words = DuplicateOptions(threshold: 0.6, recall: 0.999, shingling: .words(5))
    let report = try await DuplicateFixture.report(texts, words)
    #expect(report.backoffs == 5)
    #expect(report.decisions.map(\.removed) == [1, 4])
    #expect(report.decisions.map(\.kind) == [.exact, .near])
    #expect(try await DuplicateFixture.report(texts).backoffs == 3)
  }

  @Test("an insertion at the front hides no duplicate of a long text")
  func positionSampling() async throws {
    var random = DuplicateFixture.random(47)
    let text = DuplicateFixture.words(600, &random).joined(separator: " ")
    let texts = [text, "inserted before it all " + text, "x" + text]
    #expect(try await DuplicateFixture.report(texts).near == 2)
  }

  @Test("the row that stays does not depend on the order of the file")
  func orderOfTheFile() async throws {
    let texts = DuplicateFixture.edited(80, copies: 3, seed: 53)
    let priorities = texts.indices.map { Int32($0 * 7919 % texts.count) }
    let report = try await DuplicateFixture.report(texts, priorities: priorities)
    let backwards = try await DuplicateFixture.report(
      texts.reversed(),
      priorities: priorities.reversed()
    )
    let last = texts.count - 1
    let turned = backwards.decisions.map { match in
      var match = match
      (match.removed, match.kept) = (last - match.removed, last - match.kept)
      return match
    }
    #expect(report.decisions.count > 100)
    #expect(turned.sorted { $0.removed < $1.removed } == report.decisions)
  }

  @Test("a search used twice answers the same, and two searches do not know each other")
  func stateBetweenRuns() async throws {
    let texts = DuplicateFixture.edited(50, copies: 3, seed: 59)
    var first = try DuplicateSearch(), second = try DuplicateSearch()
    try first.add(texts)
    try second.add(Array(texts.prefix(1)))
    let report = try await first.report()
    #expect(try await first.report() == report)
    #expect(try await second.report().decisions.isEmpty)
    try second.add(Array(texts.dropFirst()))
    #expect(try await second.report().decisions == report.decisions)
  }

  @Test("texts of one pattern go when asked, and name the first")
  func skeletons() async throws {
    let texts = [
      "Please ask \"Fawlty Towers\" to hold the room for Basil until 12 May",
      "Hold on a minute",
      "please ask «The Grand Hotel» to hold the room for Mary Ann Smith until 3 June!",
      "please ask them to hold the room for me until then",
    ]
    let options = DuplicateOptions(findsSkeletons: true)
    let report = try await DuplicateFixture.report(texts, options)
    #expect(report.decisions.map(\.removed) == [2])
    #expect(report.decisions.map(\.kept) == [0])
    #expect(report.decisions.map(\.kind) == [.skeleton])
    #expect(report.skeleton == 1)
    #expect(try await DuplicateFixture.report(texts).decisions.isEmpty)
  }
}
