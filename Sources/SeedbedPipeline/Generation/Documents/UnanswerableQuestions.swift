import SeedbedData
import SeedbedKernels
import SeedbedText

/// Questions of one section asked about another that does not answer them (Rajpurkar and others, "Know
/// What You Don't Know", 2018).
struct UnanswerableQuestions: DocumentMethod {
  private static let most = 2
  /// A section of fewer scalars says too little for a reader to expect the answer there.
  private static let least = 80
  private static let finders: [any FactFinder] = [DefinitionFacts(), NumberFacts(), ListFacts()]
  private static let asking: Set<String> = ["what", "which", "how", "many", "much", "long", "does"]
  private static let kinds = ["definition", "definitions", "items", "entry"]

  var descriptor: MethodDescriptor {
    MethodDescriptor(
      "unanswerable",
      "Asks a section what only a sibling section answers; such questions are marked and have no answer.",
      preserves: [],
      tasks: [.questionAnswering],
      languages: QuestionWords.languages,
      needs: ["documents"]
    )
  }

  func questions(
    about section: Int,
    in document: SectionedDocument,
    random: inout CounterRandom
  ) -> [DocumentQuestion] {
    guard document.sections.indices.contains(section), let reading = DocumentReading.of(document),
      document.sections[section].kind != .code,
      document.sections[section].text.unicodeScalars.count >= Self.least
    else { return [] }
    let given = Self.plain(document.sections[section].text)
    let siblings = SiblingSections.of(section, in: document)
    var found: [DocumentQuestion] = []
    for other in siblings where document.sections[other].kind != .code {
      var facts = Self.finders.flatMap { reading.facts($0)[other] }
        .filter { $0.kind.hasPrefix("number") || Self.kinds.contains($0.kind) }
      guard !facts.isEmpty else { continue }
      random.shuffle(&facts)
      let others = siblings.filter { $0 != other }
        .map { Self.plain(document.sections[$0].text) }
      for fact in facts where found.count < Self.most {
        guard isAbsent(fact, given, reading.words),
          others.allSatisfy({ Self.lacks($0, fact.answer) }),
          !found.contains(where: { $0.question == fact.question })
        else { continue }
        found.append(
          DocumentQuestion(
            question: fact.question,
            answer: "",
            answerRange: nil,
            parameters: [
              "type": "unanswerable", "kind": .string(fact.kind),
              "answered_in": .number(JSONNumber(other)), "true_answer": .string(fact.answer),
            ]
          )
        )
        break
      }
      if found.count == Self.most { break }
    }
    return found
  }

  /// Whether a section neither has the answer nor speaks of the subject enough to hold another one.
  private func isAbsent(
    _ fact: DocumentFact,
    _ given: VerbatimText,
    _ words: QuestionWords
  ) -> Bool {
    guard Self.lacks(given, fact.answer),
      ComparedFigure.otherForms(of: fact.answer).allSatisfy({ Self.lacks(given, $0) })
    else { return false }
    let content = Self.contentWords(fact.answer, words)
    let shared = content.count { !given.places(of: $0, whole: true).isEmpty }
    guard content.isEmpty || shared * 2 <= content.count else { return false }
    // A section on the subject itself may say the same in other words.
    let asked = Self.contentWords(fact.parameters["subject"]?.string ?? fact.question, words)
    return asked.contains { given.places(of: $0, whole: true).isEmpty }
  }

  /// A text without the marks of Markdown, which stand between words that belong together.
  private static func plain(_ text: String) -> VerbatimText {
    VerbatimText(text.filter { !"`*_".contains($0) }, foldsCase: true)
  }

  private static func lacks(_ text: VerbatimText, _ answer: String) -> Bool {
    text.places(of: answer.filter { !"`*_".contains($0) }, whole: true).isEmpty
  }

  private static func contentWords(_ text: String, _ words: QuestionWords) -> [String] {
    text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { $0.lowercased() }
      .filter { !words.functionWords.contains($0) && $0.count > 2 && !asking.contains($0) }
  }
}
