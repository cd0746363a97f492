/// Texts as Apertium's stream format carries them from program to program.
///
/// What the format gives a meaning to (brackets, slashes, control characters and so on) travels as
/// superblanks: `[_5e_24]` stands for `^$`. A superblank passes all programs as it is, so whatever a text
/// holds comes back at its place among the words. Each text is a frame between two numbered superblanks,
/// and a NUL makes the programs flush; so an answer that was lost or run together with the next is noticed.
enum ApertiumStream {
  /// An answer with the number of its text.
  struct Frame: Hashable {
    var number: Int
    var text: String
  }

  private static let reserved = Set("^$[]{}<>\\~@/".utf8)

  /// Whether a text has anything to translate.
  static func hasWords(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// A text as a frame, without the line feed that sending adds behind it.
  ///
  /// The line feed in the last superblank ends the line of the answer before the flush does.
  static func frame(_ text: String, number: Int) -> [UInt8] {
    var bytes = Array("[a\(number)]".utf8)
    var codes = ""
    func close() {
      guard !codes.isEmpty else { return }
      bytes.append(contentsOf: "[\(codes)]".utf8)
      codes = ""
    }
    var previous: Unicode.Scalar?
    var scalars = text.unicodeScalars.makeIterator()
    var current = scalars.next()
    while let scalar = current {
      let next = scalars.next()
      // One space between words is what the programs expect; all others are kept from them.
      let isLoneSpace =
        scalar == " " && codes.isEmpty && previous != nil && next != nil
        && next.map { $0 != " " && !mustHide($0) } == true
      if !isLoneSpace, scalar == " " || mustHide(scalar) {
        codes += "_" + String(scalar.value, radix: 16)
      } else {
        close()
        bytes.append(contentsOf: String(Character(scalar)).utf8)
      }
      (previous, current) = (scalar, next)
    }
    close()
    bytes.append(contentsOf: "[b\(number)][\n]".utf8)
    bytes.append(0)
    return bytes
  }

  private static func mustHide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    case 0x20..<0x7F: reserved.contains(UInt8(truncatingIfNeeded: scalar.value))
    default: false
    }
  }

  /// Reads a line of the programs' output; nil for what is no whole frame.
  static func read(_ line: [UInt8]) -> Frame? {
    var bytes = line[...]
    while let first = bytes.first, first != UInt8(ascii: "[") { bytes = bytes.dropFirst() }
    guard bytes.last == UInt8(ascii: "["), let head = superblank(bytes),
      let number = number(head.content, UInt8(ascii: "a"))
    else { return nil }
    bytes = bytes[head.end...].dropLast()
    var text = ""
    var words: [UInt8] = []
    while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "["):
        guard let blank = superblank(bytes) else { return nil }
        text += String(decoding: words, as: UTF8.self)
        words.removeAll(keepingCapacity: true)
        bytes = bytes[blank.end...]
        if let last = self.number(blank.content, UInt8(ascii: "b")) {
          return last == number && bytes.isEmpty ? Frame(number: number, text: text) : nil
        }
        text.unicodeScalars.append(contentsOf: scalars(blank.content))
      case UInt8(ascii: "\\"):
        bytes = bytes.dropFirst()
        if let escaped = bytes.popFirst() { words.append(escaped) }
      default:
        words.append(byte)
        bytes = bytes.dropFirst()
      }
    }
    return nil
  }

  /// The superblank at the start of some bytes, and where it ends.
  private static func superblank(
    _ bytes: ArraySlice<UInt8>
  ) -> (content: ArraySlice<UInt8>, end: Int)? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    return (bytes[(bytes.startIndex + 1)..<end], end + 1)
  }

  private static func number(_ content: ArraySlice<UInt8>, _ mark: UInt8) -> Int? {
    guard content.first == mark else { return nil }
    return Int(String(decoding: content.dropFirst(), as: UTF8.self))
  }

  /// What the codes of a superblank stand for; nothing for one that is not ours.
  private static func scalars(_ content: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    guard content.first == UInt8(ascii: "_") else { return [] }
    return content.split(separator: UInt8(ascii: "_")).compactMap { code in
      UInt32(String(decoding: code, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    }
  }
}
