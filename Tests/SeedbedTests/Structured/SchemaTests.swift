import SeedbedData
import Testing

@Suite("JSON Schema")
struct SchemaTests {
  private func json(_ text: String) throws -> JSONValue { try JSONParser.parse(text) }

  private func schema(_ text: String) throws -> JSONSchema {
    try JSONSchema(try #require(try json(text).object))
  }

  @Test("names an unknown keyword, where it stands and what was meant")
  func unknownKeyword() throws {
    let text = #"{"type":"object","properties":{"a":{"items":{"minLenght":3}}}}"#
    let error = try #require(throws: SeedbedError.self) { try schema(text) }
    #expect(error.message.contains("`minLenght`"))
    #expect(error.message.contains("`#/properties/a/items`"))
    #expect(error.hint == "did you mean `minLength`?")
    #expect(error.code == .configuration)
  }

  @Test(
    "refuses a keyword with a wrong value and says which",
    arguments: [
      (#"{"type":"text"}"#, "#/type"), (#"{"type":[]}"#, "#/type"),
      (#"{"enum":[]}"#, "#/enum"), (#"{"minLength":-1}"#, "#/minLength"),
      (#"{"minLength":1.5}"#, "#/minLength"), (#"{"multipleOf":0}"#, "#/multipleOf"),
      (#"{"required":"a"}"#, "#/required"), (#"{"items":[{"type":"string"}]}"#, "#/items"),
      (#"{"anyOf":[]}"#, "#/anyOf"), (#"{"properties":{"a/b":3}}"#, "#/properties/a~1b"),
      (##"{"$ref":"#/$defs/none"}"##, "#/$ref"), (#"{"$ref":"https://x.org/a"}"#, "#/$ref"),
      (#"{"format":"colour"}"#, "#/format"), (#"{"pattern":"(?=a)"}"#, "#/pattern"),
      (#"{"pattern":"(a)\\1"}"#, "#/pattern"), (#"{"pattern":"["}"#, "#/pattern"),
      (#"{"$defs":{"a":{"colour":1}}}"#, "#/$defs/a"),
      (##"{"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}"##, "#/$defs/a"),
      (##"{"anyOf":[{"$ref":"#"}]}"##, "#"),
    ]
  )
  func wrongValues(_ text: String, _ place: String) throws {
    let error = try #require(throws: SeedbedError.self) { try schema(text) }
    #expect(error.message.contains("`\(place)`"), "\(error.message)")
  }

  @Test("says in words what is wrong and where")
  func messages() throws {
    let schema = try schema(
      #"""
      {"type":"object","required":["items"],"additionalProperties":false,"properties":
      {"items":{"type":"array","maxItems":2,"items":{"type":"object","properties":
      {"style":{"enum":["terse","polite"]},"n/a":{"type":["integer","null"]}}}}}}
      """#
    )
    let value = try json(#"{"items":[{"style":"loud"},{"n/a":1.5},{}],"note":1}"#)
    #expect(
      schema.validate(value).map(\.description) == [
        #"/items/0/style must be one of "terse", "polite", but is "loud""#,
        "/items/1/n~1a must be integer or null, but is a number",
        "/items must have at most 2 elements, but has 3",
        "the answer has the unknown member `note`",
      ]
    )
    #expect(schema.validate(try json("{}")).map(\.rule) == ["required"])
    #expect(schema.validate(value, limit: 1).count == 1)
  }

  @Test("compares numbers exactly, beyond what floating point can tell apart")
  func numbers() throws {
    let large = try schema(#"{"maximum":9007199254740992}"#)
    #expect(try large.accepts(json("9007199254740992.0")))
    #expect(try !large.accepts(json("9007199254740993")))
    let tenth = try schema(#"{"multipleOf":0.1}"#)
    #expect(try tenth.accepts(json("0.3")) && tenth.accepts(json("1e300")))
    #expect(try !tenth.accepts(json("0.35")))
    #expect(try schema(#"{"multipleOf":7}"#).accepts(json("7e20")))
    #expect(try !schema(#"{"multipleOf":7}"#).accepts(json("1e20")))
    let whole = try schema(#"{"type":"integer"}"#)
    #expect(try whole.accepts(json("1e400")) && whole.accepts(json("-2.50e1")))
    #expect(try !whole.accepts(json("1e-1")) && whole.accepts(json("0e-9")))
    #expect(try schema(#"{"exclusiveMinimum":-0.5}"#).accepts(json("-0.49999999999999999999")))
    #expect(try schema(#"{"const":1.0}"#).accepts(json("10e-1")))
    #expect(try !schema(#"{"uniqueItems":true}"#).accepts(json("[1,2,1.0]")))
    #expect(try schema(#"{"uniqueItems":true}"#).accepts(json(#"["é","e\u0301"]"#)))
  }

  @Test("counts the length of a string in Unicode scalars")
  func lengths() throws {
    let schema = try schema(#"{"minLength":2,"maxLength":3}"#)
    #expect(schema.accepts("日本") && !schema.accepts("😀") && !schema.accepts("👩‍👩‍👧"))
    #expect(schema.accepts("e\u{301}"))
  }

  @Test("follows references that go in circles through the value")
  func recursion() throws {
    let tree = try schema(
      ##"""
      {"$ref":"#/$defs/node","$defs":{"node":{"type":"object","required":["name"],
      "properties":{"name":{"type":"string"},"children":{"items":{"$ref":"#/$defs/node"}}}}}}
      """##
    )
    #expect(try tree.accepts(json(#"{"name":"a","children":[{"name":"b","children":[]}]}"#)))
    #expect(
      try tree.validate(json(#"{"name":"a","children":[{"name":"b","children":[{}]}]}"#))
        .map(\.path) == ["/children/0/children/0"]
    )
  }

  @Test(
    "checks the forms of strings",
    arguments: [
      (
        "date", ["2024-02-29", "1999-12-31"], ["2023-02-29", "2024-13-01", "24-01-01", "2024-1-1"]
      ),
      (
        "date-time",
        ["2024-02-29T23:59:60Z", "2024-01-01t00:00:00.5+05:30"],
        ["2024-01-01 00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T00:00:00", "x"]
      ),
      ("time", ["12:00:00Z"], ["12:00", "12:00:00", "12:60:00Z", "12:00:00.Z"]),
      (
        "email", ["a@b.org", "a.b+c@x-y.example"],
        ["a@", "@b", "a b@c.de", ".a@b.c", "a..b@c.de", "a@-b.c", "a@b..c"]
      ),
      (
        "uri", ["https://a.b/c?d#e", "mailto:x@y", "a:"], ["//a.b", "a b:c", "http://a b", "h:%zz"]
      ),
      (
        "uuid", ["123e4567-e89b-12d3-a456-426614174000"],
        ["123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400g"]
      ),
      ("ipv4", ["127.0.0.1", "0.0.0.255"], ["1.2.3", "256.1.1.1", "01.2.3.4", "1.2.3.4.5"]),
      (
        "ipv6", ["::", "::1", "2001:db8::8:800:200c:417a", "::ffff:1.2.3.4", "1::"],
        [
          ":", "1:2:3:4:5:6:7", "1::2::3", "12345::", ":1::2", "1:2:3:4:5:6:7:8:9",
          "1:2:3:4:5:6:7:",
        ]
      ),
    ]
  )
  func formats(_ name: String, _ good: [String], _ bad: [String]) throws {
    let schema = try schema(#"{"format":"\#(name)"}"#)
    for text in good { #expect(schema.accepts(.string(text)), "\(text)") }
    for text in bad { #expect(!schema.accepts(.string(text)), "\(text)") }
    #expect(schema.accepts(1))
  }

  @Test(
    "searches patterns as ECMA-262 does",
    arguments: [
      (#"^\d{3}-\d{4}$"#, ["555-1234"], ["5555-1234", "555-12345", "٥٥٥-1234"]),
      (#"^[\w.-]+@[\w-]+\.\w{2,}$"#, ["a.b-c@d-e.org"], ["a@b", "a b@c.org"]),
      (#"\bcat\b"#, ["a cat!", "cat"], ["concat", "cats"]),
      (#"^(?:ab|cd)*?$"#, ["", "abcdab"], ["abc"]),
      (#"^\p{Lu}\p{L}*$"#, ["Ärger", "A"], ["ärger", "A1"]),
      (#"^[^\s\d]+$"#, ["ab-c"], ["a b", "a1"]),
      (#"^[\D]$"#, ["x"], ["1"]), (#"\u00e9|\x41|\u{1F600}"#, ["é", "A", "😀"], ["a"]),
      (#"^a{0}b$"#, ["b"], ["ab"]), (#"^[a\-z]+$"#, ["a-z"], ["b"]), (#"^(a*)*$"#, ["aaa"], ["b"]),
      (#"^.$"#, ["x"], ["\n", "xy"]),
    ]
  )
  func patterns(_ pattern: String, _ good: [String], _ bad: [String]) throws {
    let schema = try JSONSchema(["pattern": .string(pattern)])
    for text in good { #expect(schema.accepts(.string(text)), "\(text)") }
    for text in bad { #expect(!schema.accepts(.string(text)), "\(text)") }
  }
}

@Suite("JSON Schema on hostile input")
struct SchemaHostileTests {
  @Test("patterns that make other engines hang take time in proportion to the text")
  func hostilePatterns() throws {
    let text = JSONValue.string(String(repeating: "a", count: 100_000) + "!")
    for pattern in ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(.*)*$b", "(x+x+)+y"] {
      #expect(try !JSONSchema(["pattern": .string(pattern)]).accepts(text))
    }
  }

  @Test("a pattern that grows beyond all bounds is refused when it is compiled")
  func hugePatterns() {
    for pattern in ["(((a{99}){99}){99}){99}", "((((){999}){999}){999}){999}", "a{9999}"] {
      #expect(throws: SeedbedError.self) { try JSONSchema(["pattern": .string(pattern)]) }
    }
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: SeedbedError.self) { try JSONSchema(["pattern": .string(deep)]) }
  }

  @Test("a schema whose branches multiply with the depth ends with the rule effort")
  func multiplyingBranches() throws {
    let schema = try JSONSchema([
      "$ref": "#/$defs/a",
      "$defs": [
        "a": [
          "anyOf": [
            ["type": "array", "items": ["$ref": "#/$defs/a"], "minItems": 1],
            ["type": "array", "items": ["$ref": "#/$defs/a"], "minItems": 1],
          ]
        ]
      ],
    ])
    let depth = 200
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(!schema.accepts(try JSONParser.parse(text)))
  }

  @Test("a schema nested too deep is refused")
  func deepSchema() {
    var schema = JSONObject()
    for _ in 0..<1000 { schema = ["items": .object(schema)] }
    let object = schema
    #expect(throws: SeedbedError.self) { try JSONSchema(object) }
  }
}

@Suite("Strict form of a schema")
struct StrictSchemaTests {
  @Test("requires every member, lets optional ones be null and says the rest in words")
  func strict() throws {
    let schema: JSONObject = [
      "type": "object", "required": ["text"],
      "properties": [
        "text": ["type": "string", "minLength": 3, "description": "What is said"],
        "style": ["type": "string", "enum": ["terse", "polite"]],
        "tags": ["type": "array", "items": ["type": "string"], "uniqueItems": true],
        "more": ["$ref": "#/definitions/more"],
      ],
      "definitions": ["more": ["type": "object", "properties": ["a": ["type": "integer"]]]],
    ]
    let strict = try #require(JSONSchema.strict(schema))
    let more: JSONValue = [
      "type": "object", "properties": ["a": ["type": ["integer", "null"]]], "required": ["a"],
      "additionalProperties": false,
    ]
    #expect(
      strict == [
        "type": "object",
        "properties": [
          "text": ["type": "string", "description": "What is said; at least 3 characters"],
          "style": ["type": ["string", "null"], "enum": ["terse", "polite", nil]],
          "tags": [
            "type": ["array", "null"], "items": ["type": "string"],
            "description": "no element twice",
          ],
          "more": ["anyOf": [["$ref": "#/$defs/more"], ["type": "null"]]],
        ],
        "$defs": ["more": more], "required": ["text", "style", "tags", "more"],
        "additionalProperties": false,
      ]
    )
    let answer: JSONValue = ["text": "abc", "style": nil, "tags": ["x"], "more": nil]
    #expect(try JSONSchema(strict).accepts(answer))
    let original = try JSONSchema(schema)
    #expect(!original.accepts(answer))
    let pruned = original.withoutOptionalNulls(answer)
    #expect(pruned == ["text": "abc", "tags": ["x"]] && original.accepts(pruned))
  }

  @Test(
    "there is none where it would say something else",
    arguments: [
      #"{"type":"array","items":{"type":"string"}}"#, #"{"type":"object"}"#,
      #"{"type":"object","properties":{},"additionalProperties":{"type":"string"}}"#,
      #"{"type":"object","properties":{"a":{"not":{"type":"string"}}}}"#,
      #"{"type":"object","properties":{"a":{"prefixItems":[{"type":"string"}]}}}"#,
    ]
  )
  func none(_ text: String) throws {
    #expect(JSONSchema.strict(try #require(try JSONParser.parse(text).object)) == nil)
  }
}
