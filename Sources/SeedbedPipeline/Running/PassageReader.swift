import SeedbedData
import SeedbedText

/// Cuts the project's documents into passages to ask about.
enum PassageReader {
  /// Scalars below which a passage holds too little to ask about.
  private static let least = 80
  /// How many related passages go with each.
  private static let related = 2

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
      let files = try DocumentFiles.read(
        at: Project.resolve(path, in: project.folder),
        named: path,
        hint: "check `documents` under `generation`"
      )
      return files.flatMap { file in
        passages(
          of: file.text,
          format: DocumentFormat(ofFile: file.name, text: file.text),
          id: "document:\(file.name)",
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

  /// The documents that the configuration names, else those that the rows hold, cut into sections.
  ///
  /// - Parameters:
  ///   - configuration: The project's configuration.
  ///   - project: The project, for paths.
  ///   - rows: Real training rows.
  /// - Returns: The documents, each once.
  /// - Throws: A `SeedbedError` for documents that cannot be read.
  static func documents(
    of configuration: Configuration,
    in project: Project,
    rows: [Sample]
  ) throws -> [ProjectDocument] {
    let identifier = LanguageIdentifier(languages: configuration.languages)
    func document(_ text: String, file: String, id: String, parent: SampleID?) -> ProjectDocument {
      ProjectDocument(
        document: SectionedDocument(
          text,
          format: DocumentFormat(ofFile: file, text: text),
          id: id,
          language: identifier.identify(text).code ?? configuration.languages.first
        ),
        parent: parent
      )
    }
    if let path = configuration.generation.documents {
      return try DocumentFiles.read(
        at: Project.resolve(path, in: project.folder),
        named: path,
        hint: "check `documents` under `generation`"
      ).map { document($0.text, file: $0.name, id: "document:\($0.name)", parent: nil) }
    }
    guard let context = configuration.fields.context else { return [] }
    var seen: Set<String> = []
    return rows.compactMap { row in
      guard let text = context.value(in: row.fields)?.string, seen.insert(text).inserted else {
        return nil
      }
      return document(text, file: "", id: row.id.hex, parent: row.id)
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
}
