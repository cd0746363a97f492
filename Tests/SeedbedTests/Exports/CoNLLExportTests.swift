import SeedbedData
import SeedbedReport
import Testing

@Suite("CoNLL export")
struct CoNLLExportTests {
  /// One block of a file, as a reader that follows the description takes it.
  struct Block {
    var comments: [String: String] = [:]
    var tokens: [(text: String, start: Int, end: Int, tag: String)] = []

    var text: String {
      if let json = comments["text_json"] { return (try? JSONParser.parse(json).string) ?? "" }
      return comments["text"] ?? ""
    }

    /// The spans that the tags mark.
    var spans: [TextSpan] {
      var spans: [TextSpan] = []
      let scalars = Array(text.unicodeScalars)
      for token in tokens where token.tag != "O" {
        let label = String(token.tag.dropFirst(2))
        if token.tag.hasPrefix("B-") {
          spans.append(TextSpan(start: token.start, end: token.end, label: label, text: ""))
        } else {
          spans[spans.count - 1].end = token.end
        }
      }
      return spans.map { span in
        var span = span
        var words = ""
        words.unicodeScalars.append(contentsOf: scalars[span.start..<span.end])
        span.text = words
        return span
      }
    }
  }

  static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = [], block = Block()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !block.comments.isEmpty { blocks.append(block) }
        block = Block()
      } else if line.hasPrefix("# ") && !line.contains("\t") {
        let parts = line.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
        block.comments[String(parts[0].dropLast())] = String(parts[1].dropFirst())
      } else {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        block.tokens.append((cells[0], Int(cells[1]) ?? -1, Int(cells[2]) ?? -1, cells[3]))
      }
    }
    return blocks
  }

  @Test("spans come back exactly, whatever they cut through", arguments: 0..<20)
  func spansComeBack(seed: Int) throws {
    try ExportFixture.of(.extraction, seed: seed).exported(as: "conll") { folder, samples, files in
      for file in files {
        let blocks = Self.blocks(try reportText("\(folder)/\(file.path)"))
        let originals = samples.map(\.sample).filter { $0.split == file.split }
        #expect(blocks.map { $0.comments["id"] } == originals.map(\.id.hex))
        for (block, original) in zip(blocks, originals) {
          #expect(Array(block.text.utf8) == Array(original.text.utf8))
          #expect(block.spans == original.spans)
          let scalars = Array(original.text.unicodeScalars)
          for token in block.tokens {
            #expect(Array(token.text.unicodeScalars) == Array(scalars[token.start..<token.end]))
            #expect(!token.text.unicodeScalars.contains { $0.properties.isWhitespace })
          }
          let covered = block.tokens.reduce(0) { $0 + $1.end - $1.start }
          #expect(covered == scalars.count { !$0.properties.isWhitespace })
        }
      }
    }
  }

  @Test("a block is written exactly so")
  func exact() throws {
    let row: JSONObject = [
      "text": "Dr. Ada's\nhat",
      "spans": [
        ["start": 4, "end": 7, "label": "name"], ["start": 7, "end": 9, "label": "name"],
      ],
    ]
    let text = try ExporterTests.written(
      "conll",
      .extraction,
      ExporterTests.entities,
      [row]
    )
    let id = try ReportFixture.real(row, ExporterTests.entities).id.hex
    #expect(
      text == """
        # id = \(id)
        # text_json = "Dr. Ada's\\nhat"
        Dr\t0\t2\tO
        .\t2\t3\tO
        Ada\t4\t7\tB-name
        '\t7\t8\tB-name
        s\t8\t9\tI-name
        hat\t10\t13\tO


        """
    )
  }

  @Test(
    "spans that BIO tags cannot hold are refused by name",
    arguments: [
      (
        #"[{"start":0,"end":4,"label":"a"},{"start":2,"end":6,"label":"b"}]"#,
        "overlaps another one"
      ),
      (#"[{"start":0,"end":3,"label":"a"}]"#, "begins or ends in white space"),
      (#"[{"start":0,"end":2,"label":"first name"}]"#, "has the label `first name`"),
    ]
  )
  func refuses(spans: String, reason: String) throws {
    let row: JSONObject = ["text": "ab cdef", "spans": try JSONParser.parse(spans)]
    let error = #expect(throws: SeedbedError.self) {
      try ExporterTests.written("conll", .extraction, ExporterTests.entities, [row])
    }
    #expect(error?.message.contains(reason) == true)
    #expect(error?.message.contains("cannot be written as `conll`") == true)
  }
}
