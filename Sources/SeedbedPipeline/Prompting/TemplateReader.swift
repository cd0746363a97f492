import SeedbedData

/// Reads the tags of a prompt's template: expands partials, and reports what does not fit the variables.
struct TemplateReader {
  private struct Opening {
    var name: String
    var line: Int
    /// Whether the fields of a list are in reach inside.
    var isList: Bool
  }

  private static let maximumDepth = 8

  let prompt: String
  /// The text of a partial by name.
  let partial: (String) -> String?
  private(set) var problems: [PromptProblem] = []
  /// The partials in the order of their first use.
  private(set) var partials: [String] = []
  private(set) var showsData = false

  private let variables: [PromptVariable]
  /// The variables in reach with the path before their names, the innermost list last.
  private var scopes: [(path: String, variables: [PromptVariable])]
  /// The paths of what is shown; only ever asked whether a path is in it.
  private var shown: Set<String> = []
  private var depth = 0

  init(prompt: String, variables: [PromptVariable], partial: @escaping (String) -> String?) {
    self.prompt = prompt
    self.variables = variables
    self.partial = partial
    scopes = [("", variables)]
  }

  mutating func report(_ file: String, _ line: Int, _ words: String) {
    let problem = PromptProblem(prompt: file, line: line, words: words)
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// A text with its partials put in.
  mutating func expand(_ text: String, file: String, firstLine: Int) -> String {
    var expanded = text
    var open: [Opening] = []
    for tag in TemplateTag.find(in: text, firstLine: firstLine) {
      switch tag.kind {
      case .comment: break
      case .variable: use(tag, in: file)
      case .unescaped:
        use(tag, in: file)
        report(file, tag.line, "nothing is escaped in prompts; write `{{\(tag.name)}}`")
      case .section, .inverted: self.open(tag, &open, in: file)
      case .close: close(tag, &open, in: file)
      case .partial: include(tag, in: &expanded, file: file)
      case .other(let sign):
        report(file, tag.line, "prompts have no tags `{{\(sign)…}}`")
      case .unfinished: report(file, tag.line, "a tag is not closed by `}}`")
      }
    }
    for opening in open.reversed() {
      if opening.isList { scopes.removeLast() }
      report(
        file,
        opening.line,
        "the section `\(opening.name)` is not closed in the part it begins in"
      )
    }
    return expanded
  }

  /// Reports variables that a template has to show and does not.
  mutating func reportMissing() {
    for variable in variables {
      guard shown.contains(variable.name) else {
        if variable.isRequired {
          let words = "the prompt has to show `{{\(variable.name)}}`, \(variable.summary)"
          report(prompt, 0, words)
        }
        continue
      }
      for field in variable.fields
      where field.isRequired && !shown.contains("\(variable.name).\(field.name)") {
        let words =
          "the section `\(variable.name)` has to show `{{\(field.name)}}`, \(field.summary)"
        report(prompt, 0, words)
      }
    }
  }

  private func find(_ name: String) -> (path: String, variable: PromptVariable)? {
    for scope in scopes.reversed() {
      if let found = scope.variables.first(where: { $0.name == name }) {
        return (scope.path + name, found)
      }
    }
    return nil
  }

  private mutating func reportUnknown(_ tag: TemplateTag, in file: String) {
    let names = scopes.flatMap(\.variables).map(\.name)
    let nearest = NearestName.find(tag.name, among: names).map { "; did you mean `\($0)`?" }
    let all = names.isEmpty ? "" : "; it has \(names.map { "`\($0)`" }.joined(separator: ", "))"
    let owner = file == prompt ? "" : " of the prompt `\(prompt)`"
    report(file, tag.line, "there is no variable `\(tag.name)`\(owner)\(nearest ?? all)")
  }

  private mutating func use(_ tag: TemplateTag, in file: String) {
    guard let (path, variable) = find(tag.name) else { return reportUnknown(tag, in: file) }
    switch variable.kind {
    case .words: break
    case .data: showsData = true
    case .list, .flag:
      let name = variable.name
      report(
        file,
        tag.line,
        "`\(name)` is a \(variable.kind.rawValue); use it as a section, `{{#\(name)}}…{{/\(name)}}`"
      )
    }
    shown.insert(path)
  }

  private mutating func open(_ tag: TemplateTag, _ open: inout [Opening], in file: String) {
    let found = find(tag.name)
    if found == nil { reportUnknown(tag, in: file) }
    let isList = found?.variable.kind == .list && tag.kind == .section
    if let found, isList {
      shown.insert(found.path)
      scopes.append((found.path + ".", found.variable.fields))
    }
    if let found, found.variable.kind == .flag { shown.insert(found.path) }
    open.append(Opening(name: tag.name, line: tag.line, isList: isList))
  }

  private mutating func close(_ tag: TemplateTag, _ open: inout [Opening], in file: String) {
    guard let last = open.last else {
      return report(file, tag.line, "the section `\(tag.name)` is closed but was not opened")
    }
    if last.name != tag.name {
      report(file, tag.line, "`\(tag.name)` is closed where `\(last.name)` has to be closed first")
    }
    if last.isList { scopes.removeLast() }
    open.removeLast()
  }

  private mutating func include(_ tag: TemplateTag, in expanded: inout String, file: String) {
    guard tag.name.hasPrefix("_"), let text = partial(tag.name) else {
      return report(file, tag.line, "there is no partial `\(tag.name)`; partials begin with `_`")
    }
    guard depth < Self.maximumDepth else {
      return report(file, tag.line, "partials are nested more than \(Self.maximumDepth) deep")
    }
    if !partials.contains(tag.name) { partials.append(tag.name) }
    if text.split(separator: "\n").contains(where: { $0.hasPrefix("=== ") }) {
      report(tag.name, 0, "a partial has no section lines; they belong to the prompt")
    }
    depth += 1
    let inner = expand(text, file: tag.name, firstLine: 1)
    depth -= 1
    expanded = Self.replace(tag, in: expanded, by: inner)
  }

  /// Puts a text in the place of the first tag that includes this partial.
  private static func replace(_ tag: TemplateTag, in text: String, by words: String) -> String {
    var from = text.startIndex
    while let start = text[from...].firstRange(of: "{{"),
      let end = text[start.upperBound...].firstRange(of: "}}")
    {
      let content = text[start.upperBound..<end.lowerBound]
      let name = content.dropFirst().filter { !$0.isWhitespace }
      if content.first == ">", name == tag.name {
        let inner = words.hasSuffix("\n") ? String(words.dropLast()) : words
        return text[..<start.lowerBound] + inner + text[end.upperBound...]
      }
      from = end.upperBound
    }
    return text
  }
}
