public import SeedbedData
public import SeedbedText

/// Samples of a project made from questions about documents.
public enum DocumentSamples {
  /// Makes a question into a sample in the shape of the project's rows, as methods that ask a model do.
  ///
  /// The source is `document:NAME` with the section's span, so that samples of one document stay in one
  /// split; where the document was held by a real row, that row is the parent.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - section: The section that it is about.
  ///   - document: The document's name, or the id of the sample that holds it.
  ///   - parent: The real sample that holds the document; nil for a file.
  ///   - shape: Real samples of the project, the first of which gives the row its shape.
  ///   - label: The label of the cell; nil where the task has none.
  ///   - fields: Which field plays which part.
  ///   - application: The method that made it.
  ///   - batch: The batch's id.
  /// - Returns: The sample; nil where the project's rows have no place for it, as for an unanswerable
  ///   question in rows whose answer is a plain text that may not be empty.
  public static func sample(
    of question: DocumentQuestion,
    about section: DocumentSection,
    document: String,
    parent: SampleID?,
    shape: [Sample],
    label: String?,
    fields: FieldMap,
    by application: MethodApplication,
    batch: String
  ) -> Sample? {
    guard let first = shape.first, let textPath = first.textPath else { return nil }
    let form = AnswerForm(of: shape, fields: fields)
    guard let output = Self.output(question, form, section) else { return nil }
    var row = first.fields.blanked
    textPath.set(.string(question.question), in: &row)
    if let label { fields.label?.set(.string(label), in: &row) }
    fields.context?.set(.string(section.text), in: &row)
    fields.output?.set(output, in: &row)
    if first.fields["is_impossible"]?.bool != nil {
      row["is_impossible"] = .bool(!question.isAnswerable)
    }
    let builder = SampleBuilder(fields: fields, file: "")
    guard let found = try? builder.place(in: row), found.text == question.question else {
      return nil
    }
    var application = application
    application.parameters = question.parameters
    application.parameters["distractors"] = .array(question.distractors.map(JSONValue.string))
    application.parameters["citations"] = citations(question, section, document)
    var sample = Sample.synthetic(
      row: row,
      text: question.question,
      textPath: found.path,
      comparisonText: builder.comparisonText(of: row, text: question.question),
      label: found.label,
      spans: [],
      fields: fields,
      provenance: Provenance(
        synthetic: SourceReference(id: source(document, parent), span: section.range),
        method: application,
        parents: parent.map { [$0] } ?? [],
        depth: 1,
        edits: [],
        batch: batch
      )
    )
    if !question.isAnswerable { sample.tags = ["unanswerable"] }
    return sample
  }

  /// The answer in the form of the rows, at the very place that the question means.
  private static func output(
    _ question: DocumentQuestion,
    _ form: AnswerForm,
    _ section: DocumentSection
  ) -> JSONValue? {
    let context = VerbatimText(section.text)
    guard let range = question.answerRange else { return form.value(of: nil, in: context) }
    let text = JSONValue.string(question.answer)
    let start = JSONValue.number(JSONNumber(range.lowerBound))
    switch form {
    case .parallel: return ["text": .array([text]), "answer_start": .array([start])]
    case .objects: return [["text": text, "answer_start": start]]
    case .text, .texts: return form.value(of: question.answer, in: context)
    }
  }

  private static func source(_ document: String, _ parent: SampleID?) -> String {
    if let parent { return parent.hex }
    return document.hasPrefix("document:") ? document : "document:" + document
  }

  /// Where the answer stands in the document, as the methods that ask a model record it.
  private static func citations(
    _ question: DocumentQuestion,
    _ section: DocumentSection,
    _ document: String
  ) -> JSONValue {
    guard let range = question.answerRange else { return [] }
    func number(_ value: Int?) -> JSONValue { value.map { .number(JSONNumber($0)) } ?? .null }
    let place = section.source(of: range)
    return [
      [
        "source": .string(document),
        "start": number(place?.lowerBound),
        "end": number(place?.upperBound),
        "passage": 0,
        "passage_start": number(range.lowerBound),
        "passage_end": number(range.upperBound),
        "text": .string(question.answer),
      ]
    ]
  }
}
