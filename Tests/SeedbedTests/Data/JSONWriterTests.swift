import SeedbedData
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  let value: JSONValue = [
    "b": [1, ["x": nil]], "a": "é\"\\\n\u{1}\u{2028}/", "é": .object([:]), "Z": [],
  ]

  @Test("what must be escaped is found at every place of a text, and nothing else is")
  func escapes() {
    for byte in UInt8(0)..<0x80 {
      let isEscaped = byte < 0x20 || byte == 0x22 || byte == 0x5C
      for length in [0, 1, 7, 8, 9, 15, 16, 23] {
        for place in 0...length {
          var text = String(repeating: "\u{e9}", count: place)
          text.unicodeScalars.append(Unicode.Scalar(byte))
          text += String(repeating: "~", count: length - place)
          let written = JSONValue.string(text).serialized()
          #expect(written.utf8.contains(0x5C) == isEscaped)
          #expect((try? JSONParser.parse(written))?.string == text)
        }
      }
    }
  }

  @Test("compact text keeps the order and escapes only what it must")
  func compact() {
    #expect(
      value.serialized()
        == "{\"b\":[1,{\"x\":null}],\"a\":\"é\\\"\\\\\\n\\u0001\u{2028}/\",\"é\":{},\"Z\":[]}"
    )
  }

  @Test("canonical text orders keys by their bytes at every level")
  func canonical() {
    #expect(
      value.serialized(.canonical)
        == "{\"Z\":[],\"a\":\"é\\\"\\\\\\n\\u0001\u{2028}/\",\"b\":[1,{\"x\":null}],\"é\":{}}"
    )
  }

  @Test("pretty text is indented by two spaces")
  func pretty() {
    let value: JSONValue = ["a": [1, ["b": true]], "c": [], "d": .object([:])]
    #expect(
      value.serialized(.pretty) == """
        {
          "a": [
            1,
            {
              "b": true
            }
          ],
          "c": [],
          "d": {}
        }
        """
    )
  }

  @Test("what is written reads back as the same value, in every style")
  func roundTrip() throws {
    var random = ReaderRandom(11)
    for _ in 0..<2_000 {
      let value = randomValue(&random, depth: 0)
      #expect(try JSONParser.parse(value.serialized(.compact)) == value)
      #expect(try JSONParser.parse(value.serialized(.pretty)) == value)
      let canonical = value.serialized(.canonical)
      #expect(try JSONParser.parse(canonical).serialized(.canonical) == canonical)
    }
  }

  @Test("appending leaves what is in the buffer")
  func appends() {
    var buffer = Array("x".utf8)
    JSONWriter().write(["a": 1], into: &buffer)
    JSONWriter(.canonical).write(.null, into: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "x{\"a\":1}null")
  }

  private func randomValue(_ random: inout ReaderRandom, depth: Int) -> JSONValue {
    switch random.below(depth > 3 ? 5 : 7) {
    case 0: return .null
    case 1: return .bool(random.below(2) == 0)
    case 2: return .number(JSONNumber(Int(truncatingIfNeeded: random.next())))
    case 3: return .number(JSONNumber(Double(bitPattern: random.next() & ~(1 << 62))))
    case 4: return .string(randomText(&random))
    case 5: return .array((0..<random.below(5)).map { _ in randomValue(&random, depth: depth + 1) })
    default:
      var object = JSONObject()
      for _ in 0..<random.below(25) {
        object[randomText(&random)] = randomValue(&random, depth: depth + 2)
      }
      return .object(object)
    }
  }

  private func randomText(_ random: inout ReaderRandom) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<random.below(20) {
      let limit = [0x20, 0x80, 0x800, 0x11_0000][random.below(4)]
      if let scalar = Unicode.Scalar(UInt32(random.below(limit))) { text.append(scalar) }
    }
    return String(text)
  }
}
