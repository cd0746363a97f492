import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Cutting text into word pieces")
struct WordPieceTests {
  struct Line: Decodable {
    var text: String
    var ids: [Int32]
  }

  static let small = Result {
    try WordPieceTokenizer(
      vocabulary: [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##aff", "##able", "a", "##a", "cafe",
        "!", "日", "=", "##b", "<", "ÄB", "É",
      ]
    )
  }

  static func ids(_ text: String, limit: Int = 100) throws -> [Int32] {
    var ids: [Int32] = []
    try small.get().appendTokens(of: text.utf8Span.span, limit: limit, to: &ids)
    return ids
  }

  @Test(
    "gives the ids of the makers' tokenizer on nasty lines",
    .enabled(if: BertReferenceTests.model != nil, "all-MiniLM-L6-v2 is not on this machine")
  )
  func goldenLines() throws {
    let model = try #require(BertReferenceTests.model)
    let tokenizer = try WordPieceTokenizer(contentsOf: model + "/vocab.txt")
    let data = try Data(contentsOf: URL(filePath: EmbeddingTestFiles.golden("tokens.json")))
    let lines = try JSONDecoder().decode([Line].self, from: data)
    #expect(lines.count > 300)
    for line in lines {
      #expect(
        tokenizer.tokens(of: line.text, limit: 64) == line.ids,
        "\(line.text.debugDescription)"
      )
    }
  }

  @Test(
    "cuts, folds and gives up as BERT does",
    arguments: [
      ("unaffable", [5, 6, 7]), ("UNAFFABLE!", [5, 6, 7, 11]), ("unaffablex", [1]),
      ("Café CAFÉ cafe\u{301}", [10, 10, 10]), ("a日a", [8, 12, 8]), ("a\u{200b}a", [8, 9]),
      ("a\u{3000}a", [8, 8]), ("\u{2260}", [13]), ("a\u{226e}", [8, 15]), ("", []), (" \t\n", []),
      ("[SEP][sep]a[MASK", [3, 1, 1, 1, 8, 1, 1]), ("\u{fffd}a\u{0}a", [8, 9]),
    ] as [(String, [Int32])]
  )
  func cutting(text: String, expected: [Int32]) throws {
    #expect(try Self.ids(text) == expected)
  }

  @Test("a cased vocabulary keeps capitals and accents")
  func casedVocabulary() throws {
    var options = WordPieceTokenizer.Options()
    options.folds = false
    let tokenizer = try WordPieceTokenizer(
      vocabulary: ["[UNK]", "[CLS]", "[SEP]", "ÄB", "É", "e\u{301}", "ab"],
      options: options
    )
    #expect(tokenizer.tokens(of: "ÄB É e\u{301} ab AB", limit: 9) == [1, 3, 4, 5, 6, 0, 2])
  }

  @Test("a word of 100 scalars is cut, one of 101 is unknown")
  func longestWord() throws {
    #expect(try Self.ids(String(repeating: "a", count: 100)).count == 100)
    #expect(try Self.ids(String(repeating: "a", count: 101)) == [1])
    #expect(try Self.ids(String(repeating: "à", count: 100)).count == 100)
  }

  @Test("a limit keeps the first ids and the tokens round the text", arguments: 0...6)
  func limits(limit: Int) throws {
    let text = "unaffable a!"
    #expect(try Self.ids(text, limit: limit) == Array(try Self.ids(text).prefix(limit)))
    let whole = try Self.small.get().tokens(of: text, limit: limit)
    #expect(whole == [2] + (try Self.ids(text)).prefix(max(limit - 2, 0)) + [3])
  }

  @Test("bytes that are no text are left out, and never crash")
  func badBytes() throws {
    let tokenizer = try Self.small.get()
    func ids(_ bytes: [UInt8]) -> [Int32] {
      var ids: [Int32] = []
      tokenizer.appendTokens(of: bytes.span, limit: 1000, to: &ids)
      return ids
    }
    #expect(ids([0x61, 0xff, 0x61, 0xe6, 0x97]) == [8, 9])
    #expect(ids([0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80, 0x21]) == [11])
    for round in 0..<2000 {
      var random = CounterRandom(seed: 4, sample: UInt64(round), operation: 1, draw: 0)
      let bytes = (0..<random.index(below: 40)).map { _ in UInt8(truncatingIfNeeded: random.next())
      }
      #expect(ids(bytes).allSatisfy { $0 >= 0 && $0 < tokenizer.count })
    }
  }

  @Test("a vocabulary without a token that is needed is refused", arguments: ["[UNK]", "[SEP]"])
  func missingToken(token: String) throws {
    let vocabulary = ["[UNK]", "[CLS]", "[SEP]", "a"].filter { $0 != token }
    let error = #expect(throws: SeedbedError.self) {
      try WordPieceTokenizer(vocabulary: vocabulary, name: "vocab.txt")
    }
    #expect(error?.message == "`vocab.txt` has no token `\(token)`")
  }

  @Test("a vocabulary file may have line ends of Windows and an empty line")
  func vocabularyFile() async throws {
    try await EmbeddingTestFiles.withFolder { folder in
      let path = folder + "/vocab.txt"
      try Data("[UNK]\r\n[CLS]\r\n\r\n[SEP]\r\nword\r\n".utf8).write(to: URL(filePath: path))
      let tokenizer = try WordPieceTokenizer(contentsOf: path)
      #expect(tokenizer.count == 5)
      #expect(tokenizer.tokens(of: "Word", limit: 8) == [1, 4, 3])
    }
  }
}
