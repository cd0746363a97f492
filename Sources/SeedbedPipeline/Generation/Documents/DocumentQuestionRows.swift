public import SeedbedData
public import SeedbedText

/// Rows of question answering made from questions about documents.
///
/// A row is `{"question", "answer", "context", "answers", "is_answerable", "distractors", "source"}`. The
/// names of the first four are those by which a project's task is recognised; `answers` is SQuAD's list of
/// `{"text", "answer_start"}` (Rajpurkar and others, 2016) with `start` and `end` beside it, all in Unicode
/// scalars of `context`. `source` tells where the context stands in the document.
public enum DocumentQuestionRows {
  /// A row for a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - section: The section that it is about.
  ///   - document: The document's name, as `source.document`.
  /// - Returns: The row.
  public static func row(
    _ question: DocumentQuestion,
    about section: DocumentSection,
    document: String
  ) -> JSONObject {
    [
      "question": .string(question.question),
      "answer": .string(question.answer),
      "context": .string(section.text),
      "answers": answers(question),
      "is_answerable": .bool(question.isAnswerable),
      "distractors": .array(question.distractors.map(JSONValue.string)),
      "source": source(question, section, document),
    ]
  }

  /// Where the context, and in it the answer, stands in the document.
  private static func source(
    _ question: DocumentQuestion,
    _ section: DocumentSection,
    _ document: String
  ) -> JSONValue {
    let answer = question.answerRange.flatMap(section.source)
    return [
      "document": .string(document),
      "start": number(section.range.lowerBound),
      "end": number(section.range.upperBound),
      "heading": .string(section.heading),
      "answer_start": answer.map { number($0.lowerBound) } ?? .null,
      "answer_end": answer.map { number($0.upperBound) } ?? .null,
    ]
  }

  private static func answers(_ question: DocumentQuestion) -> JSONValue {
    guard let range = question.answerRange else { return [] }
    return [
      [
        "text": .string(question.answer),
        "answer_start": number(range.lowerBound),
        "start": number(range.lowerBound),
        "end": number(range.upperBound),
      ]
    ]
  }

  private static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
}
