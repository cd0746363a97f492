/// Texts as they are stored: they reach SQLite as C strings, which a NUL ends, so NULs are escaped.
///
/// The escape begins with U+10FFFF, which is no character, and stands for itself as `U+10FFFF 1`.
/// Texts without either, which is nearly all, are stored as they are.
enum StoredText {
  private static let escape: Unicode.Scalar = "\u{10FFFF}"

  static func encode(_ text: String) -> String {
    // 0xF4 begins the scalars from U+100000 on, which are all for private use.
    guard text.utf8.contains(where: { $0 == 0 || $0 == 0xF4 }) else { return text }
    var stored = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0": stored.append(contentsOf: [escape, "0"])
      case escape: stored.append(contentsOf: [escape, "1"])
      default: stored.append(scalar)
      }
    }
    return String(stored)
  }

  static func decode(_ stored: String) -> String {
    guard stored.utf8.contains(0xF4) else { return stored }
    var text = String.UnicodeScalarView()
    var escaped = false
    for scalar in stored.unicodeScalars {
      if escaped {
        text.append(scalar == "0" ? "\0" : escape)
        escaped = false
      } else if scalar == escape {
        escaped = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
