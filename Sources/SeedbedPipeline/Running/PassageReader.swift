import Foundation
import SeedbedData
import SeedbedText

/// Cuts the project's documents into passages to ask about.
enum PassageReader {
  /// Scalars below which a passage holds too little to ask about.
  private static let least = 80
  /// How many related passages go with each.
  private static let related = 2
  private static let endings = [".md", ".markdown", ".html", ".htm", ".txt"]
  private static let maximumBytes = 64 << 20

  /// The passages of the documents that the configuration names, else of those that the rows hold.
  ///
  /// - Parameters:
  ///   - configuration: The project's configuration.
  ///   - project: The project, for paths.
  ///   - rows: Real training rows.
  /// - Returns: For each passage a list: itself, then those of its document that are related to it.
  /// - Throws: A `SeedbedError` for documents that cannot be read.
  static func passages(
    of configuration: Configuration,
    in project: Project,
    rows: [Sample]
  ) throws -> [[PromptedDraw.Passage]] {
    let language = configuration.languages.count == 1 ? configuration.languages.first : nil
    if let path = configuration.generation.documents {
      let full = Project.resolve(path, in: project.folder)
      return try files(at: full, named: path).flatMap { name, file in
        let text = try text(at: file, named: name)
        return passages(
          of: text,
          format: DocumentFormat(ofFile: name, text: text),
          id: "document:\(name)",
          sample: nil,
          language: language
        )
      }
    }
    guard let context = configuration.fields.context else { return [] }
    var seen: Set<String> = []
    return rows.flatMap { row -> [[PromptedDraw.Passage]] in
      guard let text = context.value(in: row.fields)?.string, seen.insert(text).inserted else {
        return []
      }
      return passages(
        of: text,
        format: DocumentFormat(ofFile: "", text: text),
        id: row.id.hex,
        sample: row.id,
        language: language
      )
    }
  }

  private static func passages(
    of text: String,
    format: DocumentFormat,
    id: String,
    sample: SampleID?,
    language: String?
  ) -> [[PromptedDraw.Passage]] {
    let sections = DocumentSplitter().passages(of: text, format: format)
      .filter { $0.text.unicodeScalars.count >= least }
    let relations = RelatedSections(sections, language: language)
    let all = sections.map { section in
      PromptedDraw.Passage(
        source: SourceReference(id: id, span: section.range),
        heading: section.heading,
        text: section.text,
        sample: sample,
        isSlice: section.isVerbatim
      )
    }
    return all.indices.map { index in
      [all[index]] + relations.related(to: index, count: related).map { all[$0.section] }
    }
  }

  /// The documents at a path by name, in the order of their names.
  private static func files(
    at path: String,
    named name: String
  ) throws -> [(name: String, path: String)] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw SeedbedError(
        .configuration,
        "the documents `\(name)` are not there",
        hint: "check `documents` under `generation`"
      )
    }
    guard isFolder else { return [(name, path)] }
    let found = (FileManager.default.subpaths(atPath: path) ?? []).sorted().filter { file in
      endings.contains { file.lowercased().hasSuffix($0) }
    }
    guard !found.isEmpty else {
      throw SeedbedError(
        .configuration,
        "the folder `\(name)` holds no documents",
        hint: "documents end in \(endings.joined(separator: ", "))"
      )
    }
    return found.map { ("\(name)/\($0)", "\(path)/\($0)") }
  }

  private static func text(at path: String, named name: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path), data.count <= maximumBytes,
      let text = String(validating: data, as: UTF8.self)
    else {
      throw SeedbedError(
        .data,
        "the document `\(name)` is not a readable text of at most \(maximumBytes) bytes",
        hint: "save it as UTF-8, or split it"
      )
    }
    return text
  }
}
