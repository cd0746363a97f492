public import SeedbedData
import SeedbedLearning

extension UtilityReport {
  /// The report as printed with `--json`: what was not measured is null, never absent.
  public var json: JSONObject {
    [
      "metric": .string(metric.rawValue), "confidence": .optional(confidence),
      "seed": .optional(seed), "seeds": .optional(seeds), "replicates": .optional(replicates),
      "strength": .optional(strength), "smoothing": .optional(smoothing),
      "strength_chosen": .bool(isStrengthChosen),
      "real_rows": .optional(realRows), "synthetic_rows": .optional(syntheticRows),
      "labels": .optional(labels), "test_rows": .optional(testRows),
      "unknown_label_rows": .optional(unknownRows),
      "effect": .optional(headline?.effect.rawValue),
      "training_sets": .array(arms.map(\.json)),
      "comparisons": .array(comparisons.map(\.json)),
      "slices": .array(slices.map(\.json)),
      "mixing": mixing.map { .object($0.json) } ?? .null,
      "batches": batches.map { .object($0.json) } ?? .null,
      "learning_curve": curve.map { .object($0.json) } ?? .null,
    ]
  }
}

extension UtilityReport.Arm {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "rows": .optional(rows), "accuracy": accuracy.document,
      "macro_f1": macroF1.document, "expected_calibration_error": calibrationError.document,
    ]
  }
}

extension UtilityReport.Comparison {
  fileprivate var json: JSONValue {
    [
      "from": .string(from), "to": .string(to), "student": .string(student.rawValue),
      "accuracy": accuracy.document, "macro_f1": macroF1.document,
      "expected_calibration_error": calibrationError.document,
      "mcnemar": [
        "only_before_right": .optional(mcNemar.onlyFirst),
        "only_after_right": .optional(mcNemar.onlySecond),
        "p_value": .optional(mcNemar.midPValue),
      ],
      "effect": .string(effect.rawValue),
    ]
  }
}

extension UtilityReport.Slice {
  fileprivate var json: JSONValue {
    [
      "dimension": .string(dimension), "value": .string(value), "rows": .optional(rows),
      "accuracy": [
        "real": .optional(real), "synthetic": .optional(synthetic), "mix": .optional(mix),
      ],
      "f1": f1.map {
        ["real": .optional($0[0]), "synthetic": .optional($0[1]), "mix": .optional($0[2])]
      } ?? .null,
      "change": change.document, "adjusted_p_value": .optional(adjustedP),
      "effect": .string(effect.rawValue),
    ]
  }
}

extension MixingSweep {
  fileprivate var json: JSONObject {
    [
      "total": .string(total.rawValue),
      "recommended": [
        "lower": .optional(recommended.shares.lowerBound),
        "upper": .optional(recommended.shares.upperBound),
        "temporary": .bool(recommended.isTemporary),
      ],
      "best_share": .optional(best?.share), "any_better_than_none": .bool(isAnyBetter),
      "shares": .array(
        points.map {
          [
            "share": .optional($0.share), "real_rows": .optional($0.realRows),
            "synthetic_rows": .optional($0.syntheticRows), "measured": .bool($0.value != nil),
            "value": $0.value?.document ?? .null, "change": $0.change?.document ?? .null,
            "adjusted_p_value": .optional($0.adjustedP),
            "effect": .optional($0.effect?.rawValue), "recommended": .bool($0.isRecommended),
          ]
        }
      ),
    ]
  }
}

extension BatchAttribution {
  fileprivate var json: JSONObject {
    [
      "left_out": isByMethod ? "method" : "batch", "limit": .optional(limit),
      "groups": .optional(groups), "not_measured": .optional(groups - effects.count),
      "effects": .array(
        effects.map {
          [
            "batch": .optional($0.batch), "method": .optional($0.method),
            "rows": .optional($0.rows), "change": $0.change.document,
            "adjusted_p_value": .optional($0.adjustedP), "effect": .string($0.effect.rawValue),
          ]
        }
      ),
    ]
  }
}

extension LearningCurve {
  fileprivate var json: JSONObject {
    [
      "points": .array(
        points.map {
          [
            "share": .optional($0.share), "real_rows": .optional($0.rows),
            "value": $0.value.document,
          ]
        }
      ),
      "law": law.map {
        [
          "floor": .optional($0.floor), "scale": .optional($0.scale),
          "exponent": .optional($0.exponent),
        ]
      } ?? .null,
      "gains": .array(
        gains.map {
          [
            "more_real_rows": .optional($0.rows), "change": $0.change?.document ?? .null,
            "effect": .string($0.effect.rawValue),
          ]
        }
      ),
    ]
  }
}

extension Interval {
  fileprivate var document: JSONValue { .object(json) }
}

extension Bootstrap.Finding {
  fileprivate var document: JSONValue {
    var object = interval.json
    object["p_value"] = .optional(pValue)
    return .object(object)
  }
}
