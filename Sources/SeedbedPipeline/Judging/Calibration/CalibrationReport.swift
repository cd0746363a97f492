public import SeedbedData
public import SeedbedLearning

/// What was measured about judges on cases that people have judged.
public struct CalibrationReport: Sendable, Hashable {
  /// The numbers of each judge, in the order given.
  public var judges: [JudgeCalibration]
  /// Krippendorff's alpha between the judges; nil for one judge, and where it is not defined.
  public var agreement: Interval?
  /// How well the judges decide together by their mean score, or by a common winner; nil for one judge.
  public var panel: DecisionMeasures?
  /// The limits that the judges were held against.
  public var limits: CalibrationLimits

  /// Whether every judge is stable.
  public var isStable: Bool { judges.allSatisfy(\.record.isStable) }

  /// The report as JSON.
  public var json: JSONObject {
    [
      "is_stable": .bool(isStable), "limits": .object(limits.json),
      "judges": .array(judges.map { .object($0.json) }),
      "krippendorff_alpha": agreement.map { .object($0.json) } ?? .null,
      "panel": panel.map { .object($0.json) } ?? .null,
    ]
  }
}

/// What was measured about one judge.
public struct JudgeCalibration: Sendable, Hashable {
  /// How often a judge could not decide for one reason.
  public struct ProblemCount: Sendable, Hashable {
    /// The reason.
    public var problem: JudgeProblem
    /// How many of all its opinions, repeats included.
    public var count: Int
  }

  /// The numbers that are kept.
  public var record: CalibrationRecord
  /// How well it decides, by its first opinion of each case.
  public var decisions: DecisionMeasures
  /// Spearman's correlation of its scores with people's; nil for pairs and where it is not defined.
  public var correlation: Double?
  /// Why it could not decide, by reason.
  public var problems: [ProblemCount]

  /// The measures as JSON: the record, and what stands behind it.
  public var json: JSONObject {
    var json = record.json
    json["spearman"] = .optional(correlation)
    json["problems"] = .object(
      problems.reduce(into: JSONObject()) { $0[$1.problem.rawValue] = .optional($1.count) }
    )
    for (key, value) in decisions.json where json[key] == nil { json[key] = value }
    return json
  }
}

extension DecisionMeasures {
  fileprivate var json: JSONObject {
    [
      "thresholds": .array(rows.map { .object($0.json) }),
      "best": best.map { .object($0.json) } ?? .null,
      "kappa_interval": kappa.map { .object($0.withConfidence) } ?? .null,
      "undecided_share": .optional(undecidedShare),
      "misjudged": .array(misjudged.map(JSONValue.string)),
      "undecided": .array(undecided.map(JSONValue.string)),
    ]
  }
}

extension DecisionMeasures.Row {
  fileprivate var json: JSONObject {
    [
      "threshold": .optional(threshold), "passed": .optional(passed), "kappa": .optional(kappa),
      "precision": .optional(precision), "recall": .optional(recall), "f1": .optional(f1),
    ]
  }
}

extension Interval {
  fileprivate var withConfidence: JSONObject {
    var object = json
    object["confidence"] = .optional(confidence)
    return object
  }
}
