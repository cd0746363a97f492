/// Cells of a table that hold a list as JSON, which is what becomes of turns, spans, answers and tools in a
/// table.
///
/// A cell is a text. It is a list only under a name that the known shapes of rows keep for lists, and when it
/// looks as such a list does; under any other name, what looks like JSON is somebody's text.
public enum StructuredCell {
  /// The list that a cell holds.
  ///
  /// - Parameters:
  ///   - text: The cell.
  ///   - column: The name of its column.
  /// - Returns: The list, or of answers the object of lists; nil where the cell is a text.
  public static func value(of text: String, in column: String) -> JSONValue? {
    guard isNamed(column), let first = text.utf8.first, "[{".utf8.contains(first),
      let value = try? JSONParser.parse(text)
    else { return nil }
    guard isList(value, in: column) else { return nil }
    return value
  }

  private static func isList(_ value: JSONValue, in column: String) -> Bool {
    switch column {
    case "prompt", "chosen", "rejected": isTurns(value)
    case "answers": isAnswers(value)
    default: value.array?.allSatisfy { $0.object != nil } == true
    }
  }

  /// Whether cells of a column may hold lists.
  static func isNamed(_ column: String) -> Bool {
    switch column {
    case "messages", "conversations", "conversation", "tools", "spans", "entities", "slots",
      "annotations", "answers", "prompt", "chosen", "rejected":
      true
    default: false
    }
  }

  private static func isTurns(_ value: JSONValue) -> Bool {
    guard let turns = value.array, !turns.isEmpty else { return false }
    return turns.allSatisfy { turn in
      (turn["role"]?.string != nil && turn["content"] != nil)
        || (turn["from"]?.string != nil && turn["value"] != nil)
    }
  }

  private static func isAnswers(_ value: JSONValue) -> Bool {
    if let answers = value.array {
      return answers.allSatisfy { $0.string != nil || $0["text"] != nil }
    }
    return value["text"]?.array != nil
  }
}
