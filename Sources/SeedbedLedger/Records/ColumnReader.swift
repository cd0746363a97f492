import GRDB
import SeedbedData

/// Walks over the columns of a row and refuses values that the schema does not allow.
///
/// A file may have been changed by another program, so nothing is taken on trust.
struct ColumnReader {
  private let row: Row
  private var column: Int

  init(_ row: Row, from column: Int = 0) {
    self.row = row
    self.column = column
  }

  mutating func text() throws -> String {
    defer { column += 1 }
    return try row.decode(String.self, atIndex: column)
  }

  mutating func optionalText() throws -> String? {
    defer { column += 1 }
    return try row.decode(String?.self, atIndex: column)
  }

  mutating func int() throws -> Int {
    defer { column += 1 }
    return try row.decode(Int.self, atIndex: column)
  }

  mutating func optionalInt() throws -> Int? {
    defer { column += 1 }
    return try row.decode(Int?.self, atIndex: column)
  }

  mutating func real() throws -> Double {
    defer { column += 1 }
    return try row.decode(Double.self, atIndex: column)
  }

  mutating func optionalReal() throws -> Double? {
    defer { column += 1 }
    return try row.decode(Double?.self, atIndex: column)
  }

  mutating func word<Word: RawRepresentable<String>>(_ type: Word.Type = Word.self) throws -> Word {
    try Self.word(text())
  }

  mutating func optionalWord<Word: RawRepresentable<String>>(
    _ type: Word.Type = Word.self
  ) throws -> Word? {
    try optionalText().map { try Self.word($0) }
  }

  mutating func id() throws -> SampleID { try Self.id(text()) }

  static func id(_ hex: String) throws -> SampleID {
    guard let id = SampleID(hex: hex) else {
      throw LedgerFailure.unreadable("a sample id that is none: `\(hex)`")
    }
    return id
  }

  private static func word<Word: RawRepresentable<String>>(_ name: String) throws -> Word {
    guard let word = Word(rawValue: name) else {
      throw LedgerFailure.unreadable("an unknown \(Word.self): `\(name)`")
    }
    return word
  }
}
