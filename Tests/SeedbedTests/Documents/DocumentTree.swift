import Foundation

/// The files of the package that documents are made of.
enum DocumentTree {
  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// All Markdown files, without hidden folders.
  static func markdownFiles() throws -> [String] {
    let top = try FileManager.default.contentsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".md") }
    return try top.sorted() + ["docs", "examples", "Tests"].flatMap { try files($0, ".md") }
  }

  static func swiftFiles(_ folder: String) throws -> [String] { try files(folder, ".swift") }

  private static func files(_ folder: String, _ ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }

  /// What the first group of a pattern matches.
  static func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern)
    let all = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: all).compactMap { match in
      Range(match.range(at: 1), in: text).map { String(text[$0]) }
    }
  }

  /// The keys that are asked for in sources, each once.
  static func keys(in files: [String]) throws -> [String] {
    let pattern = #"\.(?:value|required|mapping)\(\s*"([a-z_]+)""#
    return Set(try files.flatMap { try matches(pattern, in: text($0)) }).sorted()
  }

  /// A document without its blocks of code.
  static func prose(_ file: String) throws -> String {
    var isCode = false
    return try text(file).components(separatedBy: "\n").filter { line in
      if line.hasPrefix("```") {
        isCode.toggle()
        return false
      }
      return !isCode
    }.joined(separator: "\n")
  }

  /// The lines that a reader is to type, without the prompt.
  static func consoleCommands(in file: String) throws -> [String] {
    try matches(#"```console\n([\s\S]*?)```"#, in: text(file)).flatMap { block in
      block.components(separatedBy: "\n").filter { $0.hasPrefix("$ ") }.map {
        String($0.dropFirst(2))
      }
    }
  }

  /// The lines of a terminal picture that `scripts/update-docs` writes.
  static func picture(_ name: String, of page: String) throws -> [String] {
    try matches(
      #"writes this: \#(name) -->\n```text\n([\s\S]*?)\n```"#,
      in: page
    ).first?.components(separatedBy: "\n") ?? []
  }

  /// The keys of a JSON document's top level, sorted.
  static func keys(ofJSON text: String) throws -> [String] {
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return (document ?? [:]).keys.sorted()
  }

  /// Why a link of a document leads nowhere, or nil.
  static func problem(ofLink link: String, in file: String) throws -> String? {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = URL(fileURLWithPath: file, relativeTo: root).deletingLastPathComponent()
    let target =
      parts[0].isEmpty
      ? root.appendingPathComponent(file) : folder.appendingPathComponent(String(parts[0]))
    guard FileManager.default.fileExists(atPath: target.path) else { return "is not there" }
    guard parts.count == 2 else { return nil }
    let headings = try matches(
      #"(?m)^#{1,6} (.+)$"#,
      in: String(contentsOf: target, encoding: .utf8)
    )
    return headings.map(anchor).contains(String(parts[1])) ? nil : "has no such heading"
  }

  /// The anchor of a heading, as code hosts make it.
  private static func anchor(_ heading: String) -> String {
    heading.lowercased().replacingOccurrences(of: " ", with: "-").filter {
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
    }
  }

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("seedbed-documents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
