import SeedbedData

/// How the rows of a project write an answer, as one of them shows.
enum AnswerForm {
  /// A text.
  case text
  /// A list of texts.
  case texts
  /// `{"text": […], "answer_start": […]}`, as in SQuAD's flat form.
  case parallel
  /// `[{"text", "answer_start"}]`, as in SQuAD's files.
  case objects

  /// The form of the answers of real rows; a text where nothing else is seen.
  init(of samples: [Sample], fields: FieldMap) {
    let values = samples.lazy.compactMap { fields.output?.value(in: $0.fields) }
    var isList = false
    for value in values {
      if value.string != nil { break }
      if value["text"]?.array != nil {
        self = .parallel
        return
      }
      if let first = value.array?.first {
        self = first["text"] != nil ? .objects : .texts
        return
      }
      isList = isList || value.array != nil
    }
    // Empty lists are how SQuAD's files write that there is no answer.
    self = isList ? .objects : .text
  }

  /// Whether an answer has to be copied from the context.
  var isExtractive: Bool {
    switch self {
    case .text, .texts: false
    case .parallel, .objects: true
    }
  }

  /// An answer in this form; nil where it has to stand in the context and does not.
  ///
  /// - Parameters:
  ///   - answer: The answer; nil where there is none.
  ///   - context: The text that it is about.
  /// - Returns: The value for the row.
  func value(of answer: String?, in context: VerbatimText) -> JSONValue? {
    guard isExtractive else {
      guard let answer else { return self == .text ? .string("") : .array([]) }
      return self == .text ? .string(answer) : .array([.string(answer)])
    }
    guard let answer else {
      return self == .parallel
        ? .object(["text": .array([]), "answer_start": .array([])]) : .array([])
    }
    guard let place = context.places(of: answer, whole: true).first else { return nil }
    let text = JSONValue.string(context.text(place))
    let start = JSONValue.number(JSONNumber(place.lowerBound))
    return self == .parallel
      ? .object(["text": .array([text]), "answer_start": .array([start])])
      : .array([.object(["text": text, "answer_start": start])])
  }
}
