import SeedbedData

/// A judge's answer that follows its rubric to the letter.
struct RubricAnswer {
  /// 0…1.
  var score: Double
  /// One point of the scale for each criterion, in the rubric's order.
  var points: [Int]
  var quote: String
  var reason: String

  /// Reads an answer.
  ///
  /// It is read as strictly as the schema says, whoever checked it before: a member too many, a point
  /// outside the scale or a text for a number make it unusable.
  init?(_ value: JSONValue, rubric: Rubric) {
    guard let object = value.object, let scores = object["scores"]?.object,
      object.count == rubric.evidence.count + 1, scores.count == rubric.criteria.count,
      let evidence = EvidenceWords(object, rubric: rubric)
    else { return nil }
    points = rubric.criteria.compactMap { scores[$0.name]?.int }
    guard let score = rubric.score(points) else { return nil }
    self.score = score
    quote = evidence.quote
    reason = evidence.reason
  }
}

/// A judge's answer to a comparison.
struct PairAnswer {
  var choice: PairChoice
  var quote: String
  var reason: String

  /// Reads an answer, as strictly as ``RubricAnswer``.
  init?(_ value: JSONValue, rubric: Rubric) {
    guard let object = value.object, object.count == rubric.evidence.count + 1,
      let choice = object["winner"]?.string.flatMap(PairChoice.init(rawValue:)),
      let evidence = EvidenceWords(object, rubric: rubric)
    else { return nil }
    self.choice = choice
    quote = evidence.quote
    reason = evidence.reason
  }
}

/// What a judge gave beside its points.
private struct EvidenceWords {
  var quote = ""
  var reason = ""

  /// Nil where a field that the rubric asks for is missing or no text.
  init?(_ object: JSONObject, rubric: Rubric) {
    for field in rubric.evidence {
      guard let text = object[field.rawValue]?.string else { return nil }
      switch field {
      case .quote: quote = text
      case .reason: reason = text
      }
    }
  }
}
