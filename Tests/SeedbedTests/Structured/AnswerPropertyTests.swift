import SeedbedData
import SeedbedKernels
import Testing

@Suite("Repair of answers, as properties")
struct AnswerPropertyTests {
  /// Damages that a reader can undo without guessing.
  enum Damage: String, CaseIterable, Sendable {
    case none, mark, fence, prose, trailingCommas, singleQuotes, curlyQuotes, bareKeys
    case python, comments, rawBreaks, doubled, missingClosers, wrapped
  }

  @Test("a random value damaged by one known fault is read as it was", arguments: Damage.allCases)
  func roundTrip(_ damage: Damage) throws {
    for seed in 0..<300 {
      var random = CounterRandom(seed: 11, sample: "\(seed)", operation: damage.rawValue, draw: 0)
      let value = JSONValue.object(["k": Self.value(&random, depth: 0), "z": ["end": "e"]])
      let text = Self.damaged(value, damage)
      let shape = AnswerShape("v", ["type": "object", "required": ["k"]])
      let reading = try #require(try Reading.usable(text, shape), "\(text)")
      #expect(reading.value == value, "\(text)")
      if damage == .none { #expect(reading.repairs.isEmpty) }
    }
  }

  @Test("whatever is cut off at any byte, nothing is read that was not written")
  func truncation() throws {
    for seed in 0..<40 {
      var random = CounterRandom(seed: 12, sample: "\(seed)", operation: "cut", draw: 0)
      let items = (0..<5).map { _ in Self.value(&random, depth: 1) }
      let whole = Array(JSONValue.array(items).serialized(.compact).utf8)
      for length in 1..<whole.count {
        let text = String(decoding: whole[..<length], as: UTF8.self)
        guard let reading = try Reading.usable(text, Reading.anything, finish: .length) else {
          continue
        }
        let kept = try #require(reading.value.array)
        #expect(kept == Array(items.prefix(kept.count)), "\(text)")
        #expect(reading.repairs.contains { $0.contains("cut off") })
      }
    }
  }

  @Test("no bytes whatever crash the reader, and what is usable follows the schema")
  func garbage() throws {
    let pieces = [
      "{", "}", "[", "]", "\"", "'", ",", ":", "\\", "`", "```", "\n", "a", "\"a\"", "1", "-", ".",
      "true", "nul", "“", "”", "é", "😀", "\u{0}", "//", "/*", "*/", "#", "\\u", "\\ud83d",
      "{\"a\":",
    ]
    let schema = try JSONSchema(Reading.messages.schema)
    for seed in 0..<4000 {
      var random = CounterRandom(seed: 13, sample: "\(seed)", operation: "garbage", draw: 0)
      let count = random.index(below: 40)
      let text = (0..<count).map { _ in pieces[random.index(below: pieces.count)] }.joined()
      _ = try Reading.read(text, Reading.anything)
      if let reading = try Reading.usable(text, Reading.messages) {
        #expect(schema.accepts(reading.value))
      }
    }
  }

  @Test(
    "a megabyte of hostile text is read in time that grows with its length",
    arguments: [
      "[", "{\"a\":", "`", "{", "\"", "['", "[\"", "{'a':'", "```\n", "[1,", "\\", "{a:", "[/*",
      "“",
      "[[]", "[]", "{}", "[1]", "'", "// ", "[\"\\u", "[{\"k\":[", "[' ", "[”   ",
    ]
  )
  func hostile(_ unit: String) throws {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    _ = try Reading.read(text, Reading.strings)
    // `[]` is a list of no messages; nothing else here is anything.
    #expect(try Reading.usable(text, Reading.messages) == nil || unit.hasSuffix("[]"))
    #expect(!RefusalRecognizer.isRefusal(text))
  }

  private static func value(_ random: inout CounterRandom, depth: Int) -> JSONValue {
    let texts = [
      "a", "it’s", "don't", "x, y", "{b}", "line\nbreak", "\"quoted\"", "tab\t", "é😀", "", "# no",
    ]
    switch random.index(below: depth > 2 ? 5 : 8) {
    case 0: return nil
    case 1: return .bool(random.chance(0.5))
    case 2: return .number(JSONNumber(random.index(below: 2000) - 1000))
    case 3: return .number(JSONNumber(Double(random.index(below: 999)) / 8))
    case 4: return .string(texts[random.index(below: texts.count)])
    case 5, 6:
      return .array((0..<random.index(below: 4)).map { _ in value(&random, depth: depth + 1) })
    default:
      var object = JSONObject()
      for number in 0..<random.index(below: 4) {
        object["m\(number)"] = value(&random, depth: depth + 1)
      }
      return .object(object)
    }
  }

  private static func damaged(_ value: JSONValue, _ damage: Damage) -> String {
    let text = value.serialized(.compact)
    switch damage {
    case .none: return "\n" + value.serialized(.pretty)
    case .mark: return "\u{FEFF}" + text
    case .fence: return "```json\n\(value.serialized(.pretty))\n```"
    case .prose: return "Sure, here it is [as asked]:\n\n\(text)\n\nAnything else (or {more})?"
    case .doubled: return JSONValue.string(text).serialized(.compact)
    case .missingClosers: return String(text.dropLast(2))
    case .wrapped: return "[\(text)]"
    default:
      var writer = CrookedWriter(damage: damage)
      writer.write(value)
      return writer.text
    }
  }
}

/// Writes JSON with one fault wherever it fits.
private struct CrookedWriter {
  let damage: AnswerPropertyTests.Damage
  private(set) var text = ""

  init(damage: AnswerPropertyTests.Damage) { self.damage = damage }

  mutating func write(_ value: JSONValue) {
    if damage == .comments { text += "/* a, b] */ " }
    switch value {
    case .string(let string): write(string)
    case .null where damage == .python: text += "None"
    case .bool(let flag) where damage == .python: text += flag ? "True" : "False"
    case .array(let values):
      text += "["
      for (number, value) in values.enumerated() {
        write(value)
        if number + 1 < values.count || damage == .trailingCommas { text += ", " }
      }
      text += "]"
    case .object(let object):
      text += "{"
      for (number, member) in object.enumerated() {
        if damage == .bareKeys { text += member.key } else { write(member.key) }
        text += ": "
        write(member.value)
        if number + 1 < object.count || damage == .trailingCommas { text += "," }
        if damage == .comments { text += " // }\n" }
      }
      text += "}"
    default: text += value.serialized(.compact)
    }
  }

  private mutating func write(_ string: String) {
    let quoted = JSONValue.string(string).serialized(.compact)
    let inner = quoted.dropFirst().dropLast()
    switch damage {
    case .singleQuotes: text += "'" + inner + "'"
    case .curlyQuotes: text += "“" + inner + "”"
    case .rawBreaks:
      let raw = inner.split(separator: "\\n", omittingEmptySubsequences: false).joined(
        separator: "\n"
      )
      text += "\"" + raw + "\""
    default: text += quoted
    }
  }
}
