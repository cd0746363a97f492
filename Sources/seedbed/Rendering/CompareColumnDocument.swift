import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// How columns differ, for programs.
enum CompareColumnDocument {
  static func number(_ drift: NumberDrift) -> JSONObject {
    let edges = drift.stability?.edges ?? []
    var object: JSONObject = [
      "name": .string(drift.name), "real": summary(drift.real),
      "synthetic": summary(drift.synthetic),
      "ks_statistic": .optional(drift.ks.estimate),
      "ks_interval": .ends(of: drift.ks),
      "wasserstein_distance": .optional(drift.wasserstein),
      "wasserstein_normalized": .optional(drift.normalizedWasserstein),
      "population_stability_index": .optional(drift.stability?.value),
      "population_stability_edges": .array(edges.map { .optional($0) }),
      "standardized_mean_difference": .optional(drift.standardizedMeanDifference),
    ]
    object.append(CompareDocument.claim(drift.claim))
    return object
  }

  private static func summary(_ side: NumberDrift.Side) -> JSONValue {
    [
      "count": .optional(side.count), "missing": .optional(side.missing),
      "mean": .optional(side.mean), "median": .optional(side.median),
      "standard_deviation": .optional(side.standardDeviation),
      "minimum": .optional(side.minimum), "maximum": .optional(side.maximum),
    ]
  }

  static func category(_ drift: CategoryDrift) -> JSONObject {
    var object = variation(drift)
    object.append([
      "values": .array(drift.values.map(value))
    ])
    var named: JSONObject = ["name": .string(drift.name)]
    named.append(object)
    return named
  }

  /// The measures of a column of categories, without its name and values.
  static func variation(_ drift: CategoryDrift) -> JSONObject {
    var object: JSONObject = [
      "total_variation": .optional(drift.totalVariation.estimate),
      "total_variation_interval": .ends(of: drift.totalVariation),
      "jensen_shannon_distance": .optional(drift.jensenShannonDistance),
      "category_coverage": .optional(drift.categoryCoverage),
      "cramers_v": .optional(drift.cramersV),
      "real_rows": .optional(drift.realCount), "synthetic_rows": .optional(drift.syntheticCount),
    ]
    object.append(CompareDocument.claim(drift.claim))
    return object
  }

  private static func value(_ value: CategoryDrift.Value) -> JSONValue {
    [
      "value": .optional(value.name), "real": .optional(value.real),
      "synthetic": .optional(value.synthetic),
    ]
  }

  static func columns(_ columns: ColumnComparison) -> JSONValue {
    [
      "column_shapes": .optional(columns.columnShapes),
      "column_pair_trends": .optional(columns.columnPairTrends),
      "quality_score": .optional(columns.qualityScore),
      "numbers": .array(columns.numbers.map(scored)),
      "categories": .array(columns.categories.map(scored)),
      "pairs": .array(columns.pairs.map(pair)),
      "pair_rows": .optional(columns.pairRows),
      "not_compared": .array(columns.left.map(left)),
    ]
  }

  private static func scored(_ column: ColumnComparison.NumberColumn) -> JSONValue {
    var object = number(column.drift)
    object.append([
      "ks_complement": .optional(column.score),
      "range_coverage": .optional(column.rangeCoverage),
      "boundary_adherence": .optional(column.boundaryAdherence),
    ])
    return .object(object)
  }

  private static func scored(_ drift: CategoryDrift) -> JSONValue {
    var object = category(drift)
    object.append(["tv_complement": .optional(1 - drift.totalVariation.estimate)])
    return .object(object)
  }

  private static func pair(_ pair: ColumnComparison.Pair) -> JSONValue {
    [
      "first": .string(pair.first), "second": .string(pair.second),
      "metric": .string(pair.metric), "score": .optional(pair.score),
      "real_correlation": .optional(pair.realCorrelation),
      "synthetic_correlation": .optional(pair.syntheticCorrelation),
    ]
  }

  private static func left(_ column: ColumnComparison.LeftColumn) -> JSONValue {
    ["name": .string(column.name), "reason": .string(column.reason)]
  }
}
