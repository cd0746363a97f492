import Foundation
import SeedbedData
import Testing

@Suite("JSON parser")
struct JSONParserTests {
  struct Accepted: Sendable, CustomTestStringConvertible {
    var text: String
    var value: JSONValue
    var testDescription: String { text }
  }

  @Test(
    "reads what RFC 8259 allows",
    arguments: [
      Accepted(text: " null\n", value: nil),
      Accepted(text: "[true,false]", value: [true, false]),
      Accepted(text: "-0", value: .number(JSONNumber(literal: "-0") ?? JSONNumber(1))),
      Accepted(text: "{}", value: .object([:])),
      Accepted(text: "[ ]", value: .array([])),
      Accepted(text: #"{"a" : {"b":[1,"x"]} }"#, value: ["a": ["b": [1, "x"]]]),
      Accepted(text: #""\"\\\/\b\f\n\r\t""#, value: "\"\\/\u{8}\u{c}\n\r\t"),
      Accepted(text: #""\u00e9\u4E2d\ud83d\uDE00\u0000""#, value: "é中😀\0"),
      Accepted(text: "\"é中😀\u{2028}\u{7f}\"", value: "é中😀\u{2028}\u{7f}"),
      Accepted(text: "\"0123456\\n0123456789\"", value: "0123456\n0123456789"),
    ]
  )
  func accepts(_ example: Accepted) throws {
    #expect(try JSONParser.parse(example.text) == example.value)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var text: String
    var words: String
    var testDescription: String { text }
  }

  @Test(
    "names the byte and the reason of what it refuses",
    arguments: [
      Refused(text: "", words: "byte 0: expected a value, found the end"),
      Refused(
        text: "{\"a\":1 \"b\":2}",
        words: "byte 7: expected ',' or '}' after a member, found '\"'"
      ),
      Refused(text: "[1 2]", words: "byte 3: expected ',' or ']' after an element, found '2'"),
      Refused(text: "[1,]", words: "byte 3: expected a value, found ']'"),
      Refused(text: "{\"a\":1,}", words: "byte 7: expected a key in double quotes, found '}'"),
      Refused(text: "{a:1}", words: "byte 1: expected a key in double quotes, found 'a'"),
      Refused(text: "{\"a\" 1}", words: "byte 5: expected ':' after a key, found '1'"),
      Refused(
        text: "{\"a\":1,\"b\":2,\"a\":3}",
        words: "byte 13: the key `a` stands twice in one object"
      ),
      Refused(text: "01", words: "byte 0: a number may not begin with 0"),
      Refused(text: "-", words: "byte 0: expected a digit after '-'"),
      Refused(text: "1.", words: "byte 2: expected a digit after '.'"),
      Refused(text: "1e+", words: "byte 3: expected a digit in the exponent"),
      Refused(text: "+1", words: "byte 0: expected a value, found '+'"),
      Refused(text: "NaN", words: "byte 0: expected a value, found 'N'"),
      Refused(text: "nul", words: "byte 0: expected `null`"),
      Refused(text: "trux", words: "byte 0: expected `true`"),
      Refused(text: "1 é", words: "byte 2: expected nothing more after the value, found 'é'"),
      Refused(text: "\u{FEFF}1", words: "byte 0: expected a value, found '\u{FEFF}'"),
      Refused(text: "\"abc", words: "byte 0: a string that never ends"),
      Refused(text: "\"abc\\", words: "byte 0: a string that never ends"),
      Refused(
        text: "\"a\nb\"",
        words: "byte 2: a raw control character (byte 10) in a string: write it as an escape"
      ),
      Refused(text: #""\x""#, words: "byte 1: an escape that JSON does not know"),
      Refused(text: #""\u12G4""#, words: "byte 1: expected four hex digits after \\u"),
      Refused(text: #""a\ud83d""#, words: "byte 2: the escape of half a surrogate pair"),
      Refused(text: #""\ude00\ud83d""#, words: "byte 1: the escape of half a surrogate pair"),
      Refused(text: #""\ud83d\u0041""#, words: "byte 1: the escape of half a surrogate pair"),
    ]
  )
  func refuses(_ example: Refused) {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(example.text) }
    #expect(error?.description == example.words)
  }

  @Test("reports invalid UTF-8 at its byte")
  func invalidUTF8() {
    let bytes: [UInt8] = Array("{\"a\":\"caf".utf8) + [0xE9] + Array("\"}".utf8)
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(bytes.span) }
    #expect(error?.description == "byte 9: invalid UTF-8")
  }

  @Test("stops at the depth limit instead of exhausting the stack")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try JSONParser.parse(nested(512)).array != nil)
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(nested(513)) }
    #expect(error?.description == "byte 512: nested more than 512 levels deep")
    #expect(throws: JSONError.self) { try JSONParser.parse(nested(1_000_000), maximumDepth: .max) }
    #expect(try JSONParser.parse("1", maximumDepth: -5) == 1)
    let objects = String(repeating: #"{"a":"#, count: 2_000)
    #expect(throws: JSONError.self) { try JSONParser.parse(objects, maximumDepth: .max) }
  }

  @Test("is not quadratic in the number of keys, and still finds a repeated one")
  func manyKeys() throws {
    let members = (0..<100_000).map { "\"key \($0)\":\($0)" }
    let text = "{" + members.joined(separator: ",")
    let object = try #require(try JSONParser.parse(text + "}").object)
    #expect(object.count == 100_000)
    #expect(object["key 99999"]?.int == 99_999)
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(text + ",\"key 7\":0}") }
    #expect(error?.reason == "the key `key 7` stands twice in one object")
  }

  @Test(
    "agrees with Foundation on a nasty corpus",
    arguments: [
      "[]", "[1,2.5,-3e2]", "{\"a\":null}", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "[[[[]]]]", "\"\"",
      "{\"\":\"\"}", "1e5", "1E-5", "-0.0", "123456789", "\"\u{7f}\"", "\"\\/\"", " [ 1 , 2 ] ",
      "[,1]", "{,}", "{\"a\"}", "{\"a\":}", "{1:2}", "tru", "nulll", "[1", "{\"a\":1",
      "'a'",
      "\"a", "01", "-", ".5", "5.", "1e", "+1", "NaN", "Infinity", "0x10", "\"\\x\"", "\"\\u12\"",
      "\"a\tb\"", "// c\n1", "[1]x", "\"\\ud83d\"", "]", "{]", "[}", "--1", "1-",
    ]
  )
  func agreesWithFoundation(text: String) {
    let theirs = try? JSONDecoder().decode(FoundationJSON.self, from: Data(text.utf8))
    let ours = try? JSONParser.parse(text)
    #expect((ours == nil) == (theirs == nil))
    if let ours, let theirs { #expect(theirs.equals(ours)) }
  }

  @Test("agrees with Foundation on random bytes made from JSON's own alphabet")
  func agreesOnRandomText() {
    var random = ReaderRandom(7)
    let alphabet = Array("[]{},:\"0123-+.eE\\u tfn aé".unicodeScalars)
    var accepted = 0
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<(1 + random.below(7)) { text.append(alphabet[random.below(alphabet.count)]) }
      // Foundation forgives a comma before a closing bracket.
      let dense = text.filter { $0 != " " && $0 != "\t" }
      guard !String(dense).contains(",]"), !String(dense).contains(",}") else { continue }
      let ours = try? JSONParser.parse(String(text))
      let theirs = try? JSONDecoder().decode(FoundationJSON.self, from: Data(String(text).utf8))
      #expect((ours == nil) == (theirs == nil), "\(String(text).debugDescription)")
      if let ours, let theirs {
        accepted += 1
        #expect(theirs.equals(ours), "\(String(text).debugDescription)")
      }
    }
    #expect(accepted > 300)
  }
}

/// A JSON value as Foundation reads it.
private enum FoundationJSON: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([FoundationJSON])
  case object([String: FoundationJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([FoundationJSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: FoundationJSON].self))
    }
  }

  func equals(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right.double
    case (.string(let left), .string(let right)): Array(left.utf8) == Array(right.utf8)
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
    case (.object(let left), .object(let right)):
      left.count == right.count && right.allSatisfy { left[$0.key]?.equals($0.value) == true }
    default: false
    }
  }
}
