extension CalibrationRecord {
  /// The record as JSON, every member always there.
  public var json: JSONObject {
    [
      "judge": [
        "name": .string(judge.name), "endpoint": .string(judge.endpoint),
        "model": .string(judge.model), "family": .string(judge.family),
      ],
      "kind": .string(kind.rawValue), "rubric": .string(rubric),
      "rubric_version": .string(rubricVersion), "prompt_version": .string(promptVersion),
      "cases_version": .string(casesVersion), "cases": .number(JSONNumber(cases)),
      "repeats": .number(JSONNumber(repeats)), "kappa": Self.number(kappa),
      "kappa_lower": Self.number(kappaLower), "kappa_upper": Self.number(kappaUpper),
      "threshold": Self.number(threshold), "precision": Self.number(precision),
      "recall": Self.number(recall), "f1": Self.number(f1),
      "position_bias": Self.number(positionBias), "length_bias": Self.number(lengthBias),
      "consistency": Self.number(consistency), "undecided_share": Self.number(undecidedShare),
      "is_stable": .bool(isStable), "reasons": .array(reasons.map(JSONValue.string)),
    ]
  }

  /// Reads a record back.
  ///
  /// - Parameter json: What ``json`` wrote; anything else gives nil.
  public init?(json: JSONObject) {
    guard let judge = json["judge"]?.object,
      let name = judge["name"]?.string, let endpoint = judge["endpoint"]?.string,
      let model = judge["model"]?.string, let family = judge["family"]?.string,
      let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)),
      let rubric = json["rubric"]?.string, let rubricVersion = json["rubric_version"]?.string,
      let promptVersion = json["prompt_version"]?.string,
      let casesVersion = json["cases_version"]?.string, let cases = json["cases"]?.int,
      let repeats = json["repeats"]?.int, let precision = json["precision"]?.double,
      let recall = json["recall"]?.double, let f1 = json["f1"]?.double,
      let undecided = json["undecided_share"]?.double, let isStable = json["is_stable"]?.bool,
      let reasons = json["reasons"]?.array
    else { return nil }
    self.judge = ModelIdentity(name: name, endpoint: endpoint, model: model, family: family)
    self.kind = kind
    self.rubric = rubric
    self.rubricVersion = rubricVersion
    self.promptVersion = promptVersion
    self.casesVersion = casesVersion
    self.cases = cases
    self.repeats = repeats
    self.precision = precision
    self.recall = recall
    self.f1 = f1
    undecidedShare = undecided
    self.isStable = isStable
    self.reasons = reasons.compactMap(\.string)
    kappa = json["kappa"]?.double
    kappaLower = json["kappa_lower"]?.double
    kappaUpper = json["kappa_upper"]?.double
    threshold = json["threshold"]?.double
    positionBias = json["position_bias"]?.double
    lengthBias = json["length_bias"]?.double
    consistency = json["consistency"]?.double
  }

  private static func number(_ value: Double?) -> JSONValue {
    value.map { .number(JSONNumber($0)) } ?? .null
  }
}
