/// How the structure of a document is written.
public enum DocumentFormat: String, Sendable, CaseIterable {
  /// Markdown, as CommonMark describes it, with tables.
  case markdown
  /// HTML, however untidy.
  case html
  /// Paragraphs between blank lines.
  case plain

  /// The format that a file's name or, where it says nothing, its beginning tells.
  ///
  /// - Parameters:
  ///   - name: The file's name or path.
  ///   - text: The document.
  public init(ofFile name: String, text: String) {
    let lower = name.lowercased()
    func ends(_ endings: [String]) -> Bool { endings.contains { lower.hasSuffix($0) } }
    if ends([".md", ".markdown", ".mdown", ".mkd"]) {
      self = .markdown
    } else if ends([".html", ".htm", ".xhtml"]) {
      self = .html
    } else if ends([".txt", ".text", ".log"]) {
      self = .plain
    } else {
      self = Self.guess(text)
    }
  }

  /// A document tag at the start is HTML; a line that only Markdown has, Markdown.
  private static func guess(_ text: String) -> DocumentFormat {
    let start = text.unicodeScalars.prefix(4096)
    let head = String(String.UnicodeScalarView(start)).lowercased()
    let first = head.drop(while: \.isWhitespace)
    if first.hasPrefix("<!doctype html") || first.hasPrefix("<html") || first.hasPrefix("<body") {
      return .html
    }
    let marks = ["# ", "## ", "### ", "```", "~~~"]
    let isMarkdown = head.split(separator: "\n").contains { line in
      marks.contains { line.hasPrefix($0) }
    }
    return isMarkdown ? .markdown : .plain
  }
}
