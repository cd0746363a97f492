import SeedbedData
import SeedbedKernels

/// A question with its answer and the words of the source that it rests on.
struct GroundedAnswer {
  /// Words of a passage.
  struct Citation {
    /// The passage's place among those shown, from 0.
    var passage: Int
    /// Scalars of the passage.
    var range: Range<Int>
    /// The words as they stand in the passage.
    var words: String
  }

  /// Why an answer is of no use, in one sentence.
  struct Fault: Error {
    var reason: String
  }

  let question: String
  /// Nil where the passage tells nothing.
  let answer: String?
  let citations: [Citation]

  /// Reads a model's answer and checks it against what was shown.
  ///
  /// - Parameters:
  ///   - value: The answer as JSON.
  ///   - type: What was asked for.
  ///   - passages: What was shown.
  /// - Throws: A ``Fault`` at the first thing that is wrong.
  init(_ value: JSONValue, type: QuestionType, passages: [PromptedDraw.Passage]) throws {
    question = (value["question"]?.string ?? "").trimmed
    let answer = (value["answer"]?.string ?? "").trimmed
    let quotes = (value["citations"]?.array ?? []).filter { !($0["quote"]?.string ?? "").isEmpty }
    guard Self.saysSomething(question) else {
      throw Fault(reason: "the question is empty")
    }
    let shown = passages.map(\.text).joined(separator: "\n")
    if let words = SourceMention.find(in: question, madeFrom: shown) {
      throw Fault(
        reason: "the question names its source (“\(words)”), which nobody who asks can see"
      )
    }
    guard type != .unanswerable else {
      guard answer.isEmpty else {
        throw Fault(reason: "an unanswerable question came with an answer")
      }
      guard quotes.isEmpty else {
        throw Fault(reason: "an unanswerable question came with a citation")
      }
      self.answer = nil
      citations = []
      return
    }
    guard !answer.isEmpty else { throw Fault(reason: "the question came without an answer") }
    guard answer.lowercased() != question.lowercased() else {
      throw Fault(reason: "the answer repeats the question")
    }
    guard !quotes.isEmpty else { throw Fault(reason: "the answer came without a citation") }
    let texts = passages.map { VerbatimText($0.text) }
    let found = try quotes.map { try Self.locate($0, in: texts) }
    if type == .multiHop, Set(found.map(\.passage)).count < 2 {
      throw Fault(reason: "a question over several sections cites only one of them")
    }
    self.answer = answer
    citations = found
  }

  /// Whether a text has two words, or the length of two in a script without spaces.
  private static func saysSomething(_ text: String) -> Bool {
    WordScanner.words(in: text.utf8Span.span).count >= 2
      || text.trimmed.unicodeScalars.count >= shortestWord * 2
  }

  private static let shortestWord = 6

  /// Finds a quote in the passage that it names, else in any other that was shown.
  private static func locate(_ quote: JSONValue, in texts: [VerbatimText]) throws -> Citation {
    let words = quote["quote"]?.string ?? ""
    guard saysSomething(words) else {
      throw Fault(reason: "the quote “\(words)” is too short to show anything")
    }
    let named = (quote["passage"]?.int ?? 1) &- 1
    let order =
      (texts.indices.contains(named) ? [named] : []) + texts.indices.filter { $0 != named }
    for passage in order {
      guard let range = texts[passage].places(of: words).first else { continue }
      return Citation(passage: passage, range: range, words: texts[passage].text(range))
    }
    throw Fault(
      reason: "the quote “\(words.prefix(80))” stands in no passage that was shown, word by word"
    )
  }
}
