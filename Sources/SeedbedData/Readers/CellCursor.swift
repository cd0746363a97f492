/// Walks over the cells of one record.
struct CellCursor {
  /// Where a cell's text lies, without its quotes.
  struct Cell {
    var range: Range<Int>
    /// Whether it stood in quotes.
    var quoted = false
    /// Whether doubled quotes inside stand for single ones.
    var doubled = false
  }

  /// What keeps a record from being cut into cells.
  enum Fault: Error {
    case textAfterQuote(at: Int)
    case openQuote(at: Int)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  let quoting: RowReaderOptions.Quoting
  private var at = 0
  private var finished = false

  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    delimiter: UInt8,
    quoting: RowReaderOptions.Quoting
  ) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.quoting = quoting
  }

  /// The next cell; nil after the last.
  mutating func next() throws(Fault) -> Cell? {
    guard !finished else { return nil }
    if quoting == .rfc4180, at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      return try quotedCell()
    }
    let start = at
    return Cell(range: start..<close(firstIndex(of: delimiter, in: bytes, from: start)))
  }

  private mutating func quotedCell() throws(Fault) -> Cell {
    let opening = at
    var cell = Cell(range: opening..<opening, quoted: true)
    at += 1
    while let quote = firstIndex(of: UInt8(ascii: "\""), in: bytes, from: at) {
      at = quote + 1
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        guard at == bytes.count || bytes[at] == delimiter else { throw .textAfterQuote(at: at) }
        cell.range = (opening + 1)..<quote
        _ = close(at < bytes.count ? at : nil)
        return cell
      }
      cell.doubled = true
      at += 1
    }
    throw .openQuote(at: opening)
  }

  /// Steps over the delimiter at `end`, or to the end of the record, and answers where the cell
  /// ends.
  private mutating func close(_ end: Int?) -> Int {
    guard let end else {
      finished = true
      at = bytes.count
      return at
    }
    at = end + 1
    return end
  }
}

extension CellCursor.Cell {
  /// The cell's text; bytes that are not UTF-8 are replaced.
  func text(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    guard doubled else { return String(decoding: part, as: UTF8.self) }
    var buffer: [UInt8] = []
    buffer.reserveCapacity(part.count)
    var at = 0
    while at < part.count {
      buffer.append(part[at])
      at += part[at] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: buffer, as: UTF8.self)
  }
}

/// The record without its line end.
func withoutLineEnd(
  _ bytes: UnsafeBufferPointer<UInt8>,
  lineEnd: UInt8
) -> UnsafeBufferPointer<UInt8> {
  var count = bytes.count
  if count > 0, bytes[count - 1] == lineEnd { count -= 1 }
  if count > 0, bytes[count - 1] == UInt8(ascii: "\r") { count -= 1 }
  return UnsafeBufferPointer(rebasing: bytes[..<count])
}
