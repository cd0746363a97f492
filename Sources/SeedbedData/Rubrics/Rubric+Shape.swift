extension Rubric {
  /// The schema of a judge's answer: nothing else can be said.
  ///
  /// Evidence stands before the scores, so that a model which writes from left to right weighs the case
  /// before it gives points.
  ///
  /// - Parameter order: The criteria as they are shown to this judge, as places in ``criteria``.
  /// - Returns: The shape.
  public func answerShape(order: [Int]) -> AnswerShape {
    var scores = JSONObject()
    for place in order { scores[criteria[place].name] = points }
    var properties = JSONObject()
    for field in evidence { properties[field.rawValue] = ["type": "string"] }
    properties["scores"] = Self.object(scores)
    return AnswerShape("judgement", Self.object(properties).object ?? JSONObject())
  }

  /// The schema of a judge's answer to a comparison.
  public var pairShape: AnswerShape {
    var properties = JSONObject()
    for field in evidence { properties[field.rawValue] = ["type": "string"] }
    properties["winner"] = [
      "type": "string", "enum": .array(PairChoice.allCases.map { .string($0.rawValue) }),
    ]
    return AnswerShape("comparison", Self.object(properties).object ?? JSONObject())
  }

  private var points: JSONValue {
    ["type": "integer", "enum": .array(scale.map { .number(JSONNumber($0)) })]
  }

  private static func object(_ properties: JSONObject) -> JSONValue {
    [
      "type": "object", "properties": .object(properties),
      "required": .array(properties.keys.map(JSONValue.string)), "additionalProperties": false,
    ]
  }
}

/// What a judge may say of two texts that are shown as A and B.
public enum PairChoice: String, Sendable, CaseIterable {
  /// The one shown first.
  case first = "A"
  /// The one shown second.
  case second = "B"
  /// Neither is better.
  case tie
}
