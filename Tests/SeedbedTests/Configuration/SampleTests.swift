import SeedbedData
import SeedbedKernels
import Testing

@Suite("Rows become samples and samples rows")
struct SampleTests {
  static func builder(_ change: (inout FieldMap) -> Void) -> SampleBuilder {
    var fields = FieldMap()
    change(&fields)
    return SampleBuilder(fields: fields, file: "rows.csv")
  }

  static func row(_ fields: JSONObject, _ number: Int = 1) -> RawRow {
    RawRow(number: number, byteOffset: 10, fields: fields)
  }

  @Test("an id depends on the content and how often it came, not on the place")
  func ids() throws {
    let rows: [JSONObject] = [
      ["text": "a", "label": "x"], ["text": "b", "label": "x"], ["text": "a", "label": "x"],
      ["label": "x", "text": "a"], ["text": "a", "label": "y"],
    ]
    func ids(_ order: [Int]) throws -> Set<SampleID> {
      var builder = Self.builder { $0.text = FieldPath(field: "text") }
      return Set(try order.map { try builder.sample(from: Self.row(rows[$0], $0)).id })
    }
    let straight = try ids([0, 1, 2, 3, 4])
    #expect(straight.count == 5)
    #expect(try ids([4, 3, 2, 1, 0]) == straight)
    #expect(try ids([2, 4, 0, 3, 1]) == straight)
  }

  @Test("duplicates are searched in the text with its input and context")
  func comparison() throws {
    var builder = Self.builder {
      $0.text = FieldPath(field: "q")
      $0.input = FieldPath(field: "i")
      $0.context = FieldPath(field: "c")
    }
    let sample = try builder.sample(from: Self.row(["q": "ask", "i": "", "c": "page"]))
    #expect(sample.comparisonText == "ask\npage")
    #expect(sample.text == "ask")
  }

  @Test("a conversation's text is its first turn of a user", arguments: ["role", "from"])
  func conversation(key: String) throws {
    var builder = Self.builder { $0.conversation = FieldPath(field: "turns") }
    let sample = try builder.sample(
      from: Self.row([
        "turns": [
          .object([key: "system", "content": "s"]), .object([key: "user", "value": "hello"]),
          .object([key: "user", "value": "again"]),
        ]
      ])
    )
    #expect(sample.text == "hello")
    #expect(sample.textPath?.description == "turns[1].value")
  }

  @Test("labels are texts, numbers, flags or lists of texts")
  func labels() throws {
    var builder = Self.builder {
      $0.text = FieldPath(field: "t")
      $0.label = FieldPath(field: "l")
    }
    let values: [(JSONValue, String)] = [
      ("a", "a"), (3, "3"), (true, "true"), (["b", "a"], "a|b"), ("", ""),
    ]
    for (value, label) in values {
      #expect(try builder.sample(from: Self.row(["t": "x", "l": value])).label == label)
    }
  }

  @Test("a row without what the task needs is a bad row that says so")
  func badRows() {
    var builder = Self.builder {
      $0.text = FieldPath(field: "t")
      $0.label = FieldPath(field: "l")
    }
    let rows: [(JSONObject, String)] = [
      (["l": "a"], "no field `t`"), (["t": 3, "l": "a"], "a number"),
      (["t": .null, "l": "a"], "null"),
      (["t": "x"], "no field `l`"), (["t": "x", "l": .null], "no field `l`"),
      (["t": "x", "l": [1]], "not all"), (["t": "x", "l": ["a": 1]], "an object"),
    ]
    for (fields, words) in rows {
      let error = #expect(throws: BadRow.self) { try builder.sample(from: Self.row(fields, 7)) }
      #expect(error?.row == 7)
      #expect(error?.reason.contains(words) == true, "\(words)")
    }
    var chat = Self.builder { $0.conversation = FieldPath(field: "m") }
    for turns: JSONValue in ["x", [], [1], [["role": "assistant", "content": "a"]]] {
      #expect(throws: BadRow.self) { try chat.sample(from: Self.row(["m": turns])) }
    }
  }

  @Test("a written row keeps the user's fields and names every part of the provenance")
  func written() throws {
    var builder = Self.builder { $0.text = FieldPath(field: "t") }
    let sample = try builder.sample(from: Self.row(["t": "x", "mine": [1]]))
    let row = sample.row(verdicts: [Verdict(check: "format", .pass, evidence: "fine")])
    #expect(row.keys == ["t", "mine", "seedbed"])
    #expect(
      row["seedbed"]?.object?.keys == [
        "id", "origin", "split", "difficulty", "tags", "source", "method", "parameters", "model",
        "prompt", "parents", "depth", "batch", "verdicts",
      ]
    )
    #expect(row["seedbed"]?["method"] == .null)
    #expect(row["seedbed"]?["source"]?["row"] == 1)
    let verdict = row["seedbed"]?["verdicts"]?.array?.first
    #expect(verdict?.object?.keys == ["check", "outcome", "score", "threshold", "evidence"])
    #expect(verdict?["score"] == .null)
  }

  @Test("a synthetic sample gets an id of its own, and the row's id field with it")
  func syntheticID() throws {
    var fields = FieldMap()
    fields.text = FieldPath(field: "t")
    fields.id = FieldPath(field: "id")
    var builder = SampleBuilder(fields: fields, file: "rows.csv")
    let parent = try builder.sample(from: Self.row(["id": "u1", "t": "hello there"]))
    func child(_ draw: Int, _ text: String = "Hello there") -> Sample {
      parent.derived(
        text: text,
        spans: [],
        fields: fields,
        provenance: Provenance(
          synthetic: SourceReference(id: parent.id.hex, span: 0..<11),
          method: MethodApplication(name: "casing", parameters: [:], seed: 1, draw: draw),
          parents: [parent.id],
          depth: 1,
          edits: [],
          batch: "b"
        )
      )
    }
    #expect(child(0).fields["id"]?.string == child(0).id.hex)
    #expect(child(0) == child(0))
    #expect(Set([child(0).id, child(1).id, child(0, "HELLO there").id, parent.id]).count == 4)
  }

  @Test("incomplete provenance names what is missing")
  func missingParts() {
    var provenance = PipelineFixture.fromTemplate("t", "a text", label: "a").provenance
    #expect(provenance.missingParts.isEmpty)
    provenance.batch = nil
    provenance.source.span = nil
    provenance.method = nil
    provenance.depth = 0
    provenance.model = "m"
    #expect(
      provenance.missingParts == [
        "source span", "method", "prompt version", "generation depth", "batch",
      ]
    )
    provenance.source.id = "other"
    #expect(provenance.missingParts.contains("parents"))
    provenance.source.id = ""
    #expect(provenance.missingParts.contains("source"))
  }
}

@Suite("Templates with slots")
struct TemplateTests {
  @Test(
    "a text is cut into words and slots",
    arguments: [
      ("a {b} c", [Template.Part.words("a "), .slot("b"), .words(" c")]),
      ("{b}{c}", [.slot("b"), .slot("c")]), ("{{b}}", [.words("{b}")]), ("", []),
      ("{{{b}}}", [.words("{"), .slot("b"), .words("}")]),
      ("ü {x_1}é", [.words("ü "), .slot("x_1"), .words("é")]),
    ]
  )
  func parts(text: String, parts: [Template.Part]) throws {
    #expect(try Template(cell: Cell([]), text: text).parts() == parts)
  }

  @Test(
    "what is no template says why",
    arguments: ["{", "}", "{a", "a}", "{}", "{a b}", "{é}", "{a{b}"]
  )
  func refused(text: String) {
    let error = #expect(throws: SeedbedError.self) {
      try Template(cell: Cell([]), text: text).parts()
    }
    #expect(error?.message.contains(text) == true)
    #expect(error?.hint != nil)
  }

  @Test("a template's id tells its cell and text apart from others")
  func ids() {
    let ids = [("a", "x"), ("b", "x"), ("a", "y")].map { label, text in
      Template(cell: Cell([.init("label", label)]), text: text).id
    }
    #expect(Set(ids).count == 3)
    #expect(ids.allSatisfy { $0.utf8.count == 32 })
  }
}

@Suite("Content hashes")
struct ContentHashTests {
  @Test("is the SHA-256 that other tools print")
  func knownAnswers() {
    #expect(
      ContentHash.hex(of: [])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
    #expect(
      ContentHash.hex(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }

  @Test("parts do not run into each other, and the domain counts")
  func parts() {
    func digest(_ domain: String, _ parts: [String]) -> String {
      var hash = ContentHash(domain: domain)
      for part in parts { hash.add(part) }
      return hash.digest.hex
    }
    let digests = [
      digest("d", ["ab", "c"]), digest("d", ["a", "bc"]), digest("d", ["abc"]),
      digest("d", ["abc", ""]),
      digest("da", ["bc"]), digest("e", ["abc"]), digest("d", []),
    ]
    #expect(Set(digests).count == digests.count)
    #expect(digest("d", ["x"]) == digest("d", ["x"]))
  }

  @Test("a hash is SHA-256 over the parts with their lengths, however long they are")
  func longParts() {
    func digest(_ domain: String, _ parts: [String]) -> String {
      var hash = ContentHash(domain: domain)
      for part in parts { hash.add(part) }
      return hash.digest.hex
    }
    // hashlib.sha256 over `struct.pack("<q", len(part)) + part` for the domain and each part.
    let long = String(repeating: "ab\u{e9}", count: 40_000)
    #expect(digest("short", ["ab", "c"]) == "fa37a196ee24d691719ed4ce1dcb8c61")
    #expect(
      digest("long", [long, "x", "ab\u{e9}ab\u{e9}ab"]) == "70a89c8adbc26174f96aa80931d06ba1"
    )
  }

  @Test("an id reads back from its 32 digits and from nothing else")
  func sampleIDs() {
    let id = PipelineFixture.id(3)
    #expect(SampleID(hex: id.hex) == id)
    #expect(id.short == String(id.hex.prefix(10)))
    for bad in [
      "", "12", id.hex + "0", String(repeating: "g", count: 32), "+" + id.hex.dropFirst(),
    ] {
      #expect(SampleID(hex: bad) == nil, "\(bad)")
    }
    #expect(SampleID(hex: id.hex.uppercased()) == nil || id.hex == id.hex.uppercased())
  }
}
