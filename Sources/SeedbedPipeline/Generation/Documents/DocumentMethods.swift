/// The methods that ask about documents.
enum DocumentMethods {
  /// Each of them, in the order in which they are shown.
  static let all: [any DocumentMethod] = [
    FactQuestions(ClozeFacts()), FactQuestions(DefinitionFacts()), FactQuestions(NumberFacts()),
    FactQuestions(ListFacts()), FactQuestions(ComparisonFacts()), FactQuestions(LocationFacts()),
    UnanswerableQuestions(),
  ]
}
