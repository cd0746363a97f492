import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// A comparison of two files for programs.
enum CompareDocument {
  static func object(_ report: ComparisonReport) -> JSONObject {
    [
      "summary": .string(CompareWords.summary(report)),
      "differences": .array(report.findings.map(finding)),
      "leaks": .array(CompareWords.leaks(report).map(JSONValue.string)),
      "real": side(report.real),
      "synthetic": side(report.synthetic),
      "holdout": report.holdout.map(side) ?? .null,
      "label_field": .optional(report.labelField),
      "model": .optional(report.model),
      "seed": .number(JSONNumber(report.seed)),
      "numbers": .array(report.numbers.map { .object(CompareColumnDocument.number($0)) }),
      "categories": .array(report.categories.map { .object(CompareColumnDocument.category($0)) }),
      "labels": report.labels.map(CompareLabelDocument.labels) ?? .null,
      "slices": .array(report.slices.map(CompareLabelDocument.slice)),
      "texts": report.texts.map(CompareTextDocument.texts) ?? .null,
      "diversity": report.diversity.map(CompareTextDocument.diversity) ?? .null,
      "privacy": report.privacy.map(CompareLeakDocument.texts) ?? .null,
      "records": report.records.map(CompareLeakDocument.records) ?? .null,
      "columns": report.columns.map(CompareColumnDocument.columns) ?? .null,
    ]
  }

  private static func finding(_ finding: ComparisonFinding) -> JSONValue {
    [
      "part": .string(finding.part.rawValue), "name": .string(finding.name),
      "value": .optional(finding.value), "metric": .string(finding.metric),
      "estimate": .optional(finding.estimate), "interval": .ends(of: finding.interval),
      "real": .optional(finding.real), "synthetic": .optional(finding.synthetic),
      "effect": .optional(finding.effect), "words": .string(CompareWords.words(finding)),
    ]
  }

  private static func side(_ side: ComparisonReport.Side) -> JSONValue {
    [
      "file": .string(side.name), "rows": .optional(side.rows),
      "repeated_rows": .optional(side.repeatedRows), "bad_rows": .optional(side.badRows),
      "sampled_rows": .optional(side.sampledRows), "text_field": .optional(side.textField),
    ]
  }

  static func claim(_ claim: DriftClaim) -> JSONObject {
    [
      "p_value": .optional(claim.pValue), "p_value_adjusted": .optional(claim.adjusted),
      "differs": .bool(claim.differs),
    ]
  }
}

extension JSONObject {
  /// Adds the members of another object behind.
  mutating func append(_ other: JSONObject) {
    for (key, value) in other { self[key] = value }
  }
}
