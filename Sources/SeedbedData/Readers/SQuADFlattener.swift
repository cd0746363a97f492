/// Makes one row a question of the articles of a SQuAD document (Rajpurkar and others, 2016).
public struct SQuADFlattener {
  /// What keeps an article from being taken apart.
  struct Fault: Error {
    var reason: String
  }

  /// Whether an object has the shape of an article: paragraphs with a context and questions.
  ///
  /// - Parameter object: The object.
  /// - Returns: Whether its first paragraph has a text `context` and an array `qas`.
  public static func isArticle(_ object: JSONObject) -> Bool {
    let first = object["paragraphs"]?.array?.first
    return first?["context"]?.string != nil && first?["qas"]?.array != nil
  }

  /// The questions of an article as rows with `id`, `title`, `context`, `question`, `answers`.
  ///
  /// What else a question or its paragraph has (`is_impossible`, `document_id`) follows as it is.
  ///
  /// - Parameter article: The article.
  /// - Returns: The rows in order.
  /// - Throws: When a paragraph has no context or questions; the reason names which.
  static func rows(of article: JSONObject) throws(Fault) -> [JSONObject] {
    guard let paragraphs = article["paragraphs"]?.array else {
      throw Fault(reason: "an article without an array `paragraphs`")
    }
    var rows: [JSONObject] = []
    for (number, paragraph) in paragraphs.enumerated() {
      guard let paragraph = paragraph.object, let context = paragraph["context"],
        context.string != nil, let questions = paragraph["qas"]?.array
      else {
        throw Fault(reason: "paragraph \(number + 1) of the article lacks its `context` or `qas`")
      }
      for question in questions {
        guard let question = question.object, let text = question["question"] else {
          throw Fault(
            reason: "paragraph \(number + 1) of the article has an entry without `question`"
          )
        }
        var row: JSONObject = [
          "id": question["id"] ?? .null, "title": article["title"] ?? .null, "context": context,
          "question": text, "answers": question["answers"] ?? .array([]),
        ]
        for (key, value) in question { _ = row.add(key, value) }
        for (key, value) in paragraph where key != "qas" { _ = row.add(key, value) }
        rows.append(row)
      }
    }
    return rows
  }
}
