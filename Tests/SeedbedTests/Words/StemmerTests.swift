import FoundationEssentials
import SeedbedText
import Testing

@Suite("Stems")
struct StemmerTests {
  /// Lines `language word stem`.
  private static let golden: [[String]] = {
    var folder = URL(filePath: #filePath)
    folder.deleteLastPathComponent()
    folder.deleteLastPathComponent()
    let path = folder.appending(path: "Golden/stems/stems.txt").path
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
  }()

  @Test("are those of the Snowball project", arguments: ["en", "es", "fr", "de"])
  func golden(language: String) throws {
    let stemmer = try #require(Stemmer(language: language))
    let rows = Self.golden.filter { $0.count == 3 && $0[0] == language }
    #expect(rows.count >= 10)
    for row in rows { #expect(stemmer.stem(row[1]) == row[2], "\(row[1])") }
    #expect(stemmer.stems(of: rows.map { $0[1] }) == rows.map { $0[2] })
  }

  @Test("there is none for a language without rules")
  func unknownLanguage() {
    #expect(Stemmer(language: "xx") == nil)
    #expect(Stemmer(language: "") == nil)
    #expect(Stemmer.languages.contains("en"))
  }

  @Test("any word has one", arguments: ["", "a", "'", "🙂", "e\u{301}", "\u{0}", "订单", "12"])
  func anyWord(word: String) throws {
    let stemmer = try #require(Stemmer(language: "en"))
    #expect(stemmer.stem(word).utf8.count <= word.utf8.count + 1)
    #expect(!stemmer.stem(String(repeating: word + "s", count: 40_000)).isEmpty)
  }

  @Test("threads that share a stemmer get what one alone gets")
  func threads() async throws {
    let stemmer = try #require(Stemmer(language: "en"))
    let words = Self.golden.filter { $0.first == "en" }.map { $0[1] }
    let alone = words.map(stemmer.stem)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 { group.addTask { words.map(stemmer.stem) == alone } }
      for await same in group { #expect(same) }
    }
  }
}
