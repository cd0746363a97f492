/// Why a list of edits does not fit a text.
public struct EditError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The edit changes bytes that an earlier one has already changed.
    case overlaps(Edit)
    /// The edit's range is reversed or leaves a text of so many bytes.
    case outOfBounds(textLength: Int)
    /// The offset lies between the bytes of one Unicode scalar.
    case splitsScalar(offset: Int)
  }

  /// The edit at fault.
  public let edit: Edit
  /// What is wrong with it.
  public let reason: Reason

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - edit: The edit at fault.
  ///   - reason: What is wrong with it.
  public init(edit: Edit, reason: Reason) {
    self.edit = edit
    self.reason = reason
  }

  /// The error as a sentence, with offsets in UTF-8 bytes and without the texts themselves.
  public var description: String {
    let range = "the edit of bytes \(edit.start)..<\(edit.end)"
    return switch reason {
    case .overlaps(let other): "\(range) overlaps the edit of bytes \(other.start)..<\(other.end)"
    case .outOfBounds(let length) where edit.start > edit.end:
      "\(range) ends before it starts (the text has \(length) bytes)"
    case .outOfBounds(let length): "\(range) leaves the text, which has \(length) bytes"
    case .splitsScalar(let offset):
      "\(range) cuts a character: byte \(offset) is not the first of a Unicode scalar"
    }
  }
}
