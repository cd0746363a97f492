import SeedbedData

/// The answers to a question about a document, in whatever shape a row has them.
struct ContextAnswers {
  /// One answer, with its first scalar where the row says so.
  struct Answer {
    var text: String
    var start: Int?
  }

  /// The answers that are not empty, in their order.
  let all: [Answer]

  /// Reads the answers: a text, objects with `text` and `answer_start`, or such objects of lists.
  ///
  /// - Parameter value: What the row has as its answer.
  init(_ value: JSONValue) {
    all = Self.answers(in: value).filter { !$0.text.isEmpty }
  }

  /// Where an answer begins in a context, in scalars: where it says, if it stands there, or where it
  /// first occurs; nil where it does not.
  static func start(of answer: Answer, in context: String) -> Int? {
    let scalars = Array(context.unicodeScalars), words = Array(answer.text.unicodeScalars)
    func stands(at start: Int) -> Bool {
      start >= 0 && start + words.count <= scalars.count
        && scalars[start..<(start + words.count)].elementsEqual(words)
    }
    if let start = answer.start, stands(at: start) { return start }
    guard words.count <= scalars.count else { return nil }
    return (0...(scalars.count - words.count)).first(where: stands)
  }

  private static func answers(in value: JSONValue) -> [Answer] {
    switch value {
    case .string(let text): return [Answer(text: text)]
    case .array(let values): return values.flatMap(answers)
    case .object(let object):
      let start = object["answer_start"]
      if let texts = object["text"]?.array {
        let starts = start?.array ?? []
        return texts.enumerated().compactMap { index, text in
          text.string.map {
            Answer(text: $0, start: index < starts.count ? starts[index].int : nil)
          }
        }
      }
      return object["text"]?.string.map { [Answer(text: $0, start: start?.int)] } ?? []
    case .number(let number): return [Answer(text: number.literal)]
    case .bool, .null: return []
    }
  }
}
