import Mustache

/// What data becomes before it enters a page or a card: nothing in it may be taken for markup.
///
/// The escaping goes by scalars. By characters a quote would pass that is followed by a combining mark, and
/// that ends an attribute in a browser all the same.
enum EscapedText {
  /// Text for HTML, inside elements and quoted attributes.
  static func html(_ text: String) -> String {
    escape(text) { scalar in
      switch scalar {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\"": "&quot;"
      case "'": "&#39;"
      case "`": "&#96;"
      default: isInvisible(scalar) ? "\u{FFFD}" : nil
      }
    }
  }

  /// Text for one cell or one line of Markdown: line ends become spaces, and marks are escaped.
  static func markdown(_ text: String) -> String {
    escape(text) { scalar in
      switch scalar {
      case "\n", "\r", "\t", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": " "
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "|", "`", "*", "_", "[", "]", "\\", "#", "~", "!", "$": "\\\(scalar)"
      default: isInvisible(scalar) ? "\u{FFFD}" : nil
      }
    }
  }

  /// Control characters, those that turn the direction of what follows, and those that hide words: they
  /// could make a page show something else than it says.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    // Soft hyphens, spaces without width and invisible operators.
    case 0xAD, 0x200B, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFB: true
    // Tags, which repeat ASCII where nobody sees it.
    case 0xE0000...0xE007F: true
    default: false
    }
  }

  private static func escape(
    _ text: String,
    _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let other = replacement(scalar) {
        escaped += other
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

private struct MarkdownEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String { EscapedText.markdown(text) }
}

/// Templates whose variables are escaped by `EscapedText`.
enum Templates {
  private static let register: Void = {
    MustacheContentTypes.register(MarkdownEscaping(), named: "SEEDBED_MARKDOWN")
  }()

  /// A template for Markdown.
  static func markdown(_ text: String) throws -> MustacheTemplate {
    _ = register
    return try MustacheTemplate(string: "{{% CONTENT_TYPE:SEEDBED_MARKDOWN }}" + text)
  }
}
