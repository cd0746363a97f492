import SeedbedData

/// The part of a template that becomes one turn of the conversation.
struct TemplateSection: Hashable {
  var role: ChatMessage.Role
  var text: String
  /// The line at which its text begins, from 1.
  var line: Int

  /// Cuts a template at its lines `=== system`, `=== user` and `=== assistant`.
  ///
  /// This happens before anything is filled in, so that no data can open a section. A template without
  /// such lines is one user turn.
  ///
  /// - Parameters:
  ///   - text: The template.
  ///   - report: Takes problems: the line and what is wrong.
  /// - Returns: The sections in order.
  static func cut(_ text: String, report: (Int, String) -> Void) -> [TemplateSection] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var sections: [TemplateSection] = []
    var open: (role: ChatMessage.Role, line: Int, lines: [Substring])?
    var before: [Substring] = []
    for (index, line) in lines.enumerated() {
      guard let heading = heading(of: line) else {
        if open == nil { before.append(line) } else { open?.lines.append(line) }
        continue
      }
      guard let role = ChatMessage.Role(rawValue: heading) else {
        let roles = ChatMessage.Role.allCases.map { "`=== \($0.rawValue)`" }
        report(
          index + 1,
          "there is no section `\(heading)`; it is \(roles.joined(separator: ", "))"
        )
        continue
      }
      if let open { sections.append(section(open)) }
      open = (role, index + 2, [])
    }
    guard let open else { return [TemplateSection(role: .user, text: text, line: 1)] }
    sections.append(section(open))
    if let line = before.firstIndex(where: { $0.contains { !$0.isWhitespace } }) {
      report(
        line + 1,
        "text before the first section line is sent to nobody; put it into a section"
      )
    }
    return sections
  }

  private static func section(
    _ part: (role: ChatMessage.Role, line: Int, lines: [Substring])
  ) -> TemplateSection {
    TemplateSection(role: part.role, text: part.lines.joined(separator: "\n"), line: part.line)
  }

  /// The word after `===` of a section line; nil for any other line.
  private static func heading(of line: Substring) -> String? {
    guard line.hasPrefix("=== ") else { return nil }
    let words = line.dropFirst(4).split(whereSeparator: \.isWhitespace)
    return words.count == 1 ? String(words[0]) : nil
  }
}
