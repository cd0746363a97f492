import FoundationEssentials
import SeedbedData
import SeedbedPipeline
import Testing

@Suite("An index of duplicates answers as if its rows were there")
struct DuplicateIndexTests {
  private static let texts = DuplicateFixture.edited(120, copies: 5, seed: 61)
  private static let old = Array(texts.prefix(400))
  private static let new = Array(texts.dropFirst(400))

  @discardableResult
  private static func add(
    _ texts: [String],
    to path: String,
    _ options: DuplicateOptions = DuplicateOptions()
  ) async throws -> DuplicateIndex {
    var search = try DuplicateSearch(options: options)
    try search.add(texts)
    return try await search.append(toIndexAt: path)
  }

  @Test("rows of the index always stay, and take those that repeat them")
  func referenceRows() async throws {
    try await DuplicateFixture.withFolder { folder in
      let index = try await Self.add(Self.old, to: folder + "/rows.index")
      #expect(index.rows == 400)
      let report = try await DuplicateFixture.report(Self.new, against: index)
      #expect(report.rows == Self.new.count)
      let windows = DuplicateFixture.numbered(Self.texts)
      var references = 0, missed = 0
      for decision in report.decisions {
        let kept = decision.kept + (decision.isReference ? 0 : 400)
        let similarity = DuplicateFixture.jaccard(windows[decision.removed + 400], windows[kept])
        #expect(decision.similarity == similarity)
        references += decision.isReference ? 1 : 0
      }
      let removed = Dictionary(uniqueKeysWithValues: report.decisions.map { ($0.removed, $0) })
      for row in Self.new.indices {
        let best =
          (0..<400).map { DuplicateFixture.jaccard(windows[row + 400], windows[$0]) }.max() ?? 0
        if best >= 0.8, removed[row]?.isReference != true { missed += 1 }
      }
      #expect(references > 100)
      #expect(Double(missed) <= 0.05 * Double(references))
    }
  }

  @Test("an index made in several adds answers as one made in one")
  func severalAdds() async throws {
    try await DuplicateFixture.withFolder { folder in
      let one = try await Self.add(Self.old, to: folder + "/one")
      try await Self.add(Array(Self.old.prefix(1)), to: folder + "/three")
      try await Self.add([], to: folder + "/three")
      try await Self.add(Array(Self.old[1..<250]), to: folder + "/three")
      let several = try await Self.add(Array(Self.old[250...]), to: folder + "/three")
      #expect(several.rows == one.rows)
      var first = try await DuplicateFixture.report(Self.new, against: one)
      var second = try await DuplicateFixture.report(Self.new, against: several)
      first.peakBytes = 0
      second.peakBytes = 0
      #expect(first == second)
      let again = try DuplicateIndex(path: folder + "/three")
      #expect(try await DuplicateFixture.report(Self.old, against: again).kept == 0)
    }
  }

  @Test("the options of an index make a search that fits")
  func optionsRoundTrip() async throws {
    try await DuplicateFixture.withFolder { folder in
      let options = DuplicateOptions(
        threshold: 0.7,
        recall: 0.9,
        shingling: .words(2),
        view: TextView(keepsDigits: false)
      )
      let index = try await Self.add(Self.old, to: folder + "/rows", options)
      #expect(index.options == options)
      let report = try await DuplicateFixture.report(Self.new, index.options, against: index)
      #expect(report.decisions.contains { $0.isReference })
    }
  }

  @Test("a search with other options is refused, and the difference named")
  func otherOptions() async throws {
    try await DuplicateFixture.withFolder { folder in
      let path = folder + "/rows"
      let index = try await Self.add(Self.old, to: path)
      let others: [(DuplicateOptions, String)] = [
        (DuplicateOptions(threshold: 0.9), "threshold 0.8, the search 0.9"),
        (DuplicateOptions(shingling: .words(3)), "characters(4), the search words(3)"),
        (
          DuplicateOptions(view: TextView(keepsDigits: false)),
          "digits kept, the search without"
        ),
        (
          DuplicateOptions(recall: 0.6),
          "recall 0.95 (18 bands of 8), the search 0.6 (17 bands of 13)"
        ),
      ]
      for (options, words) in others {
        let error = await #expect(throws: SeedbedError.self) {
          try await DuplicateFixture.report(["x"], options, against: index)
        }
        #expect(error?.message == "the index `\(path)` was made with \(words)")
        await #expect(throws: SeedbedError.self) { try await Self.add(["x"], to: path, options) }
      }
      #expect(try DuplicateIndex(path: path).rows == 400)
    }
  }

  @Test("a segment that was cut off is named, with what is whole")
  func tornSegment() async throws {
    try await DuplicateFixture.withFolder { folder in
      let path = folder + "/rows"
      try await Self.add(Array(Self.old.prefix(100)), to: path)
      let whole = try Data(contentsOf: URL(filePath: path))
      try await Self.add(Array(Self.old[100...]), to: path)
      let all = try Data(contentsOf: URL(filePath: path))
      for size in [whole.count + 1, whole.count + 39, whole.count + 40, all.count - 1] {
        try all.prefix(size).write(to: URL(filePath: path))
        let error = #expect(throws: SeedbedError.self) { try DuplicateIndex(path: path) }
        #expect(
          error?.message == "segment 2 of the index `\(path)` is damaged or cut off, at byte "
            + "\(whole.count) of \(size)"
        )
        #expect(error?.hint?.contains("the 100 rows before it are whole") == true)
        await #expect(throws: SeedbedError.self) { try await Self.add(["x"], to: path) }
      }
      try all.prefix(whole.count).write(to: URL(filePath: path))
      #expect(try DuplicateIndex(path: path).rows == 100)
    }
  }

  @Test("a changed byte anywhere is found")
  func changedBytes() async throws {
    try await DuplicateFixture.withFolder { folder in
      let path = folder + "/rows"
      try await Self.add(Array(Self.old.prefix(20)), to: path)
      let whole = try Data(contentsOf: URL(filePath: path))
      for place in stride(from: 0, to: whole.count, by: 61) {
        var changed = whole
        changed[place] ^= 0x10
        try changed.write(to: URL(filePath: path))
        #expect(throws: SeedbedError.self) { try DuplicateIndex(path: path) }
      }
    }
  }

  @Test("what is no index, or of another format, is refused in words")
  func noIndex() async throws {
    try await DuplicateFixture.withFolder { folder in
      let path = folder + "/file"
      for text in ["", "x", "{\"text\": \"a row of something else altogether\"}"] {
        try Data(text.utf8).write(to: URL(filePath: path))
        let error = #expect(throws: SeedbedError.self) { try DuplicateIndex(path: path) }
        #expect(error?.message == "`\(path)` is no index of duplicates")
      }
      try Data("SDBDUPIX\u{7}\u{0}\u{0}\u{0}".utf8).write(to: URL(filePath: path))
      let error = #expect(throws: SeedbedError.self) { try DuplicateIndex(path: path) }
      #expect(error?.message.contains("another format") == true)
      let missing = #expect(throws: SeedbedError.self) {
        try DuplicateIndex(path: folder + "/missing")
      }
      #expect(missing?.message == "cannot open `\(folder)/missing`")
    }
  }

  @Test("an index where nothing can be written is an error that names it")
  func unwritable() async throws {
    let path = "/nowhere/at/all.index"
    let error = await #expect(throws: SeedbedError.self) { try await Self.add(["x"], to: path) }
    #expect(error?.message == "cannot create `\(path)`")
    #expect(error?.hint == "check the path")
  }
}
