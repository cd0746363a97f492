/// What was mended in an answer so that it could be read.
struct AnswerRepair: OptionSet, Hashable, Sendable {
  static let mark = Self(rawValue: 1 << 0)
  static let fence = Self(rawValue: 1 << 1)
  static let prose = Self(rawValue: 1 << 2)
  static let doubled = Self(rawValue: 1 << 3)
  static let comma = Self(rawValue: 1 << 4)
  static let missingComma = Self(rawValue: 1 << 5)
  static let quotes = Self(rawValue: 1 << 6)
  static let keys = Self(rawValue: 1 << 7)
  static let words = Self(rawValue: 1 << 8)
  static let numbers = Self(rawValue: 1 << 9)
  static let comments = Self(rawValue: 1 << 10)
  static let spaces = Self(rawValue: 1 << 11)
  static let controls = Self(rawValue: 1 << 12)
  static let escapes = Self(rawValue: 1 << 13)
  static let halves = Self(rawValue: 1 << 14)
  static let twice = Self(rawValue: 1 << 15)
  static let brackets = Self(rawValue: 1 << 16)
  static let cut = Self(rawValue: 1 << 17)
  static let wrapped = Self(rawValue: 1 << 18)
  static let unwrapped = Self(rawValue: 1 << 19)
  static let kind = Self(rawValue: 1 << 20)
  static let spelling = Self(rawValue: 1 << 21)

  private static let named: [(repair: Self, words: String)] = [
    (.mark, "a byte order mark was left out"),
    (.fence, "the code fence around the JSON was left out"),
    (.prose, "text before or after the JSON was left out"),
    (.doubled, "JSON inside of a JSON string was unpacked"),
    (.comma, "trailing commas were left out"),
    (.missingComma, "missing commas were added"),
    (.quotes, "quotes that JSON does not know were replaced"),
    (.keys, "keys without quotes were quoted"),
    (.words, "words of another language for true, false and null were replaced"),
    (.numbers, "numbers that JSON does not know were rewritten"),
    (.comments, "comments were left out"),
    (.spaces, "unusual white space was left out"),
    (.controls, "line breaks and control characters in strings were read as they stand"),
    (.escapes, "escapes that JSON does not know were read as they stand"),
    (.halves, "halves of surrogate pairs became U+FFFD"),
    (.twice, "members that stood twice with one value were left out once"),
    (.brackets, "missing closing brackets were added"),
    (.cut, "the answer was cut off: its complete part is kept, what was cut is left out"),
    (.wrapped, "a list was put into the object that holds it"),
    (.unwrapped, "a wrapper around the answer was taken off"),
    (.kind, "numbers, strings or truth values were written as the kind that the schema wants"),
    (.spelling, "values were spelt as the schema spells them"),
  ]

  let rawValue: UInt32

  /// The repairs in words, in a fixed order.
  var inWords: [String] {
    Self.named.filter { contains($0.repair) }.map(\.words)
  }
}
