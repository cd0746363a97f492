public import SeedbedData
import SeedbedLearning

extension RunReport {
  /// Reads back what `json` wrote, so that a version can be described long after its run.
  ///
  /// - Parameters:
  ///   - json: The summary of the run.
  ///   - version: The version that the run made; nil where the summary is of another.
  public init?(json: JSONObject, version: DatasetVersion) {
    guard json["version"]?.string == version.id else { return nil }
    func numbers(_ key: String) -> (Int, Int) {
      (json[key]?["patterns"]?.int ?? 0, json[key]?["samples"]?.int ?? 0)
    }
    var statuses: [CandidateStatus: Int] = [:]
    for status in CandidateStatus.allCases {
      statuses[status] = json["candidates"]?[status.rawValue]?.int
    }
    var rejections: [(check: String, count: Int)] = []
    for (check, count) in json["rejected_by"]?.object ?? JSONObject() {
      rejections.append((check, count.int ?? 0))
    }
    self.init(
      version: version,
      isUnchanged: false,
      coverage: (json["coverage"]?.array ?? []).map { row in
        Coverage(
          cell: Cell(json: row["cell"]),
          before: row["before"]?.int ?? 0,
          after: row["after"]?.int ?? 0,
          need: row["need"]?.int ?? 0
        )
      },
      candidates: statuses,
      rejectedBy: rejections,
      shortfalls: (json["shortfalls"]?.array ?? []).map { row in
        Shortfall(
          cell: Cell(json: row["cell"]),
          missing: row["missing"]?.int ?? 0,
          asked: row["asked"]?.int ?? 0,
          reason: row["reason"]?.string ?? ""
        )
      },
      patterns: numbers("patterns"),
      syntheticPatterns: numbers("synthetic_patterns"),
      duplicatesLeftOut: json["duplicates_left_out"]?.int ?? 0,
      reserved: json["reserved"]?.int ?? 0,
      measurement: json["holdout"]?.object.flatMap { HoldoutMeasurement(json: $0) },
      collect: (json["collect"]?.array ?? []).map { Cell(json: $0) }
    )
    overrides = (json["overrides"]?.array ?? []).map { override in
      RuleOverride(
        rule: override["rule"]?.string ?? "",
        because: override["because"]?.string ?? "",
        finding: override["finding"]?.string ?? "",
        run: ""
      )
    }
    spending = SpendingReport(json: json["spending"])
    stopped = json["stopped"]?.object.flatMap { StopFinding(json: $0) }
  }
}

extension Cell {
  fileprivate init(json: JSONValue?) {
    var coordinates: [Coordinate] = []
    for (dimension, value) in json?.object ?? JSONObject() {
      coordinates.append(Coordinate(dimension, value.string ?? ""))
    }
    self.init(coordinates)
  }
}

extension StopFinding {
  fileprivate init?(json: JSONObject) {
    guard let rule = json["rule"]?.string.flatMap(Rule.init(rawValue:)),
      let measured = json["measured"]?.double, let threshold = json["threshold"]?.double,
      let finding = json["finding"]?.string, let hint = json["hint"]?.string
    else { return nil }
    self.init(rule: rule, measured: measured, threshold: threshold, finding: finding, hint: hint)
  }
}

extension HoldoutMeasurement {
  fileprivate init?(json: JSONObject) {
    func interval(_ key: String) -> Interval? {
      guard let estimate = json[key]?["estimate"]?.double,
        let lower = json[key]?["lower"]?.double, let upper = json[key]?["upper"]?.double
      else { return nil }
      return Interval(estimate: estimate, lower: lower, upper: upper, confidence: 0.95)
    }
    guard let real = interval("real"), let mixed = interval("real_and_synthetic"),
      let difference = interval("difference"), let rows = json["rows"]?.int
    else { return nil }
    self.init(
      rows: rows,
      real: real,
      mixed: mixed,
      difference: difference,
      pValue: json["difference"]?["p_value"]?.double,
      strength: json["strength"]?.double
    )
  }
}
