import Mustache

/// What data becomes before it enters a page: nothing in it may be taken for markup.
///
/// The escaping goes by scalars. Mustache's own goes by characters, and would let a quote pass that is
/// followed by a combining mark, which ends an attribute in a browser all the same.
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

  /// Control characters, and those that turn the direction of what follows: they could make a page
  /// show something else than it says.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
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

private struct HTMLEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String { EscapedText.html(text) }
}

private struct MarkdownEscaping: MustacheContentType {
  func escapeText(_ text: String) -> String { EscapedText.markdown(text) }
}

/// Templates whose variables are escaped by `EscapedText`.
enum Templates {
  private static let register: Void = {
    MustacheContentTypes.register(HTMLEscaping(), named: "SEEDBED_HTML")
    MustacheContentTypes.register(MarkdownEscaping(), named: "SEEDBED_MARKDOWN")
  }()

  /// A template for HTML.
  static func html(_ text: String) throws -> MustacheTemplate {
    _ = register
    return try MustacheTemplate(string: "{{% CONTENT_TYPE:SEEDBED_HTML }}" + text)
  }

  /// A template for Markdown.
  static func markdown(_ text: String) throws -> MustacheTemplate {
    _ = register
    return try MustacheTemplate(string: "{{% CONTENT_TYPE:SEEDBED_MARKDOWN }}" + text)
  }
}
