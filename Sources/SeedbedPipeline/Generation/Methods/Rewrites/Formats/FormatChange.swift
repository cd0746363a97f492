import SeedbedData
import SeedbedKernels
import SeedbedText

/// Puts a text into another form: its words stay, what stands round and between its sentences changes.
struct FormatChange: TransformMethod {
  /// The forms.
  enum Shape: String, CaseIterable, Sendable {
    case list, table, json, email, chat, form, prose

    /// What the method of the form does, in one sentence.
    var summary: String {
      switch self {
      case .list: "Makes a list of a text of several sentences."
      case .table: "Puts the sentences into the rows of a Markdown table."
      case .json: "Wraps the text into a JSON object where nothing in it needs escaping."
      case .email: "Wraps the text into an e-mail with subject, greeting and closing."
      case .chat: "Writes the sentences as turns of one speaker of a chat."
      case .form: "Writes the text as a field of a form."
      case .prose: "Joins the lines of a list or form into prose."
      }
    }

    /// Whether it writes words of the text's language.
    var isLanguageBound: Bool {
      switch self {
      case .list, .json, .prose: false
      case .table, .email, .chat, .form: true
      }
    }
  }

  let descriptor: MethodDescriptor
  private let shape: Shape

  /// The number of a list's line looks like any other number.
  var opens: Set<ProtectedRange.Kind> { shape == .prose ? [.number] : [] }

  /// One method a form.
  static let all = Shape.allCases.map(FormatChange.init)

  private init(_ shape: Shape) {
    self.shape = shape
    descriptor = MethodDescriptor(
      "format_\(shape.rawValue)",
      shape.summary,
      // The thanks and regards of a letter speak for some labels.
      preserves: shape == .email ? [.spans, .meaning] : Preserved.allCases,
      languages: shape.isLanguageBound ? FormatWords.languages : [],
      moves: ["form", "length"]
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let words = FormatWords.for(language: seed.language ?? "")
    guard words != nil || !shape.isLanguageBound else { return nil }
    let bytes = seed.text.utf8Span.span
    let ends = TextEnds(bytes)
    guard !ends.body.isEmpty else { return nil }
    let gaps = SentenceCuts.gaps(bytes, in: ends.body).filter { !seed.isLocked($0) }
    var layout = FormatLayout(seed: seed, body: ends.body, gaps: gaps)
    switch (shape, words) {
    case (.list, _): layout.makeList(&random)
    case (.json, _): layout.makeJSON(bytes, &random)
    case (.prose, _): layout.makeProse(bytes)
    case (.table, let words?): layout.makeTable(bytes, words)
    case (.email, let words?): layout.makeEmail(words, &random)
    case (.chat, let words?): layout.makeChat(bytes, words, &random)
    case (.form, let words?): layout.makeForm(words, &random)
    default: return nil
    }
    return layout.draft.proposal()
  }
}
