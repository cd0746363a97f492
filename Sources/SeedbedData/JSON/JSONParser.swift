import SeedbedKernels

/// Reads one JSON text, strictly after RFC 8259.
///
/// Refused, each with its byte: a key used twice in one object, invalid UTF-8, the escape of half a
/// surrogate pair, a raw control character in a string, a number that JSON does not know (`01`,
/// `+1`, `NaN`), anything after the value, and nesting beyond the limit.
public struct JSONParser {
  /// The greatest depth that may be asked for, so that a text cannot exhaust the stack.
  public static let depthCeiling = 1024

  /// Reads a whole text.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8, without a byte order mark; white space may stand around the
  ///     value.
  ///   - maximumDepth: How many arrays and objects may lie in each other, 0 to `depthCeiling`.
  /// - Returns: The value.
  /// - Throws: The first fault with its byte.
  public static func parse(
    _ bytes: Span<UInt8>,
    maximumDepth: Int = 512
  ) throws(JSONError) -> JSONValue {
    if let invalid = UTF8Validation.firstInvalidByte(in: bytes) {
      throw JSONError(invalid, "invalid UTF-8", .content)
    }
    return try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var scanner = JSONScanner(buffer, maximumDepth: min(max(maximumDepth, 0), depthCeiling))
      return try scanner.document()
    }
  }

  /// Reads a whole text.
  ///
  /// - Parameters:
  ///   - text: The text; white space may stand around the value.
  ///   - maximumDepth: How many arrays and objects may lie in each other, 0 to `depthCeiling`.
  /// - Returns: The value.
  /// - Throws: The first fault with its byte in the text's UTF-8.
  public static func parse(
    _ text: String,
    maximumDepth: Int = 512
  ) throws(JSONError) -> JSONValue {
    var text = text
    let result = text.withUTF8 { buffer in
      Result { () throws(JSONError) in try parse(buffer.span, maximumDepth: maximumDepth) }
    }
    return try result.get()
  }
}
