/// A row is one JSON value; brackets are only counted, the parser judges what is inside.
struct ElementScanner: RowScanner {
  private enum State { case start, string, escape, between, scalar }

  private var state = State.start
  private var depth = 0

  mutating func rowEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      switch state {
      case .string:
        if byte == UInt8(ascii: "\"") {
          state = .between
          if depth == 0 { return at + 1 }
        } else if byte == UInt8(ascii: "\\") {
          state = .escape
        }
      case .escape: state = .string
      case .scalar:
        if JSONShape.endsScalar(byte) { return at }
      case .start, .between:
        switch byte {
        case UInt8(ascii: "\""): state = .string
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          state = .between
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          // A closing bracket where a value should begin is handed over for the parser to refuse.
          if depth <= 0 { return at + 1 }
        default:
          if state == .start { state = .scalar }
        }
      }
      at += 1
    }
    return nil
  }
}
