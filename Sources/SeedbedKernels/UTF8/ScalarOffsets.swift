/// Converts between the ways in which programs count the characters of one text: Unicode scalars
/// (Python, and the spans that Seedbed writes), UTF-8 bytes and UTF-16 units (JavaScript, Java).
///
/// Only scalars beyond ASCII are remembered, so an ASCII text costs no table, and each conversion
/// is one binary search.
public struct ScalarOffsets: Sendable {
  /// Where a scalar beyond ASCII begins, counted in each way.
  private struct Mark {
    var utf8: Int
    var scalar: Int
    var utf16: Int
    var utf8Length: Int

    var utf16Length: Int { utf8Length == 4 ? 2 : 1 }
  }

  private var marks: [Mark] = []
  private let utf8Count: Int
  private let utf16Count: Int
  /// How many Unicode scalars the text has.
  public let scalarCount: Int

  /// Reads a text.
  ///
  /// - Parameter text: The text whose offsets are to be converted.
  public init(_ text: String) {
    let bytes = text.utf8Span.span
    var (offset, scalars, units) = (0, 0, 0)
    while offset < bytes.count {
      let end = UTF8Validation.endOfASCII(bytes, from: offset)
      scalars += end - offset
      units += end - offset
      offset = end
      while offset < bytes.count && bytes[offset] >= 0x80 {
        let length = decodeScalar(bytes, at: offset).length
        let mark = Mark(utf8: offset, scalar: scalars, utf16: units, utf8Length: length)
        marks.append(mark)
        offset += length
        scalars += 1
        units += mark.utf16Length
      }
    }
    utf8Count = offset
    scalarCount = scalars
    utf16Count = units
  }

  /// Finds where the scalar with a given number begins.
  ///
  /// - Parameter scalar: An offset in scalars; the number of scalars means the end.
  /// - Returns: The offset in UTF-8 bytes, or nil when it is outside the text.
  public func utf8(fromScalar scalar: Int) -> Int? {
    guard scalar >= 0, scalar <= scalarCount else { return nil }
    guard let mark = lastMark(at: scalar, by: \.scalar) else { return scalar }
    guard scalar > mark.scalar else { return mark.utf8 }
    return mark.utf8 + mark.utf8Length + (scalar - mark.scalar - 1)
  }

  /// Counts the scalars before a byte.
  ///
  /// - Parameter offset: An offset in UTF-8 bytes; the number of bytes means the end.
  /// - Returns: The offset in scalars, or nil when it is outside the text or inside a scalar.
  public func scalar(fromUTF8 offset: Int) -> Int? {
    guard offset >= 0, offset <= utf8Count else { return nil }
    guard let mark = lastMark(at: offset, by: \.utf8) else { return offset }
    guard offset > mark.utf8 else { return mark.scalar }
    let past = offset - mark.utf8 - mark.utf8Length
    return past >= 0 ? mark.scalar + 1 + past : nil
  }

  /// Finds the byte at which a UTF-16 unit begins.
  ///
  /// - Parameter offset: An offset in UTF-16 units; the number of units means the end.
  /// - Returns: The offset in UTF-8 bytes, or nil when it is outside the text or between the two
  ///   units of a surrogate pair.
  public func utf8(fromUTF16 offset: Int) -> Int? {
    guard offset >= 0, offset <= utf16Count else { return nil }
    guard let mark = lastMark(at: offset, by: \.utf16) else { return offset }
    guard offset > mark.utf16 else { return mark.utf8 }
    let past = offset - mark.utf16 - mark.utf16Length
    return past >= 0 ? mark.utf8 + mark.utf8Length + past : nil
  }

  /// The last remembered scalar that begins at or before an offset.
  private func lastMark(at offset: Int, by unit: KeyPath<Mark, Int>) -> Mark? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle][keyPath: unit] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? marks[low - 1] : nil
  }
}
