import SeedbedData

/// Something a section says, as a question with its answer.
struct DocumentFact: Sendable {
  /// The question.
  var question: String
  /// Where the answer stands, in Unicode scalars of the section's text.
  var range: Range<Int>
  var answer: String
  /// What kind of answer it is: two of the same kind can be mistaken for each other.
  var kind: String
  /// Wrong answers from the section itself; nil to look for some in other sections.
  var distractors: [String]?
  /// Whether the question names the answer among others to choose from.
  var isChoice = false
  /// What was drawn.
  var parameters: JSONObject = [:]
  /// How good a question it is beside others of its section; a higher one comes first.
  var rank = 0

  /// Whether question and answer are of use: neither holds the other.
  var isSound: Bool {
    let (question, answer) = (question.lowercased(), answer.lowercased())
    if isChoice { return !answer.isEmpty }
    return !answer.isEmpty && !question.contains(answer) && !answer.contains(question)
  }
}

/// A way to find what a section says.
protocol FactFinder: Sendable {
  /// What is found, as part of the method's name.
  var name: String { get }

  /// What it does, in one sentence.
  var summary: String { get }

  /// The facts of a section, in its order.
  func facts(_ place: FactPlace) -> [DocumentFact]
}
