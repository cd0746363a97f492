public import SeedbedData
public import SeedbedKernels
public import SeedbedText

/// A method that asks questions about documents by their words alone.
public protocol DocumentMethod: GenerationMethod {
  /// Asks about one section.
  ///
  /// - Parameters:
  ///   - section: Its place in the document's list of sections.
  ///   - document: The document.
  ///   - random: The only source of chance.
  /// - Returns: Questions in the order in which they are best; none where the section gives none.
  func questions(
    about section: Int,
    in document: SectionedDocument,
    random: inout CounterRandom
  ) -> [DocumentQuestion]
}

/// A document cut into sections.
public struct SectionedDocument: Sendable {
  /// What names it, such as its path.
  public var id: String
  /// Its language as an ISO 639-1 code; nil where it is unknown.
  public var language: String?
  /// Its sections, in order.
  public var sections: [DocumentSection]
  /// Which sections speak of the same things.
  public var related: RelatedSections

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - format: How its structure is written.
  ///   - id: What names it.
  ///   - language: Its language.
  public init(_ text: String, format: DocumentFormat, id: String, language: String?) {
    self.id = id
    self.language = language
    sections = DocumentSplitter().sections(of: text, format: format)
    related = RelatedSections(sections, language: language)
  }
}

/// A question about a section whose answer stands there word by word.
public struct DocumentQuestion: Sendable, Hashable {
  /// The question.
  public var question: String
  /// The answer; empty where there is none.
  public var answer: String
  /// Where the answer stands, in Unicode scalars of the section's text; nil where there is none.
  public var answerRange: Range<Int>?
  /// Wrong answers of the same kind, from sibling sections; may be empty.
  public var distractors: [String]
  /// What was drawn, for provenance.
  public var parameters: JSONObject

  /// Whether the section answers it.
  public var isAnswerable: Bool { answerRange != nil }

  /// Makes a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - answer: The answer.
  ///   - answerRange: Where it stands, in Unicode scalars of the section's text.
  ///   - distractors: Wrong answers of the same kind.
  ///   - parameters: What was drawn.
  public init(
    question: String,
    answer: String,
    answerRange: Range<Int>?,
    distractors: [String] = [],
    parameters: JSONObject = [:]
  ) {
    self.question = question
    self.answer = answer
    self.answerRange = answerRange
    self.distractors = distractors
    self.parameters = parameters
  }
}
