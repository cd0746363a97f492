import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// What synthetic rows give away, for programs.
enum CompareLeakDocument {
  static func texts(_ privacy: TextPrivacy) -> JSONValue {
    [
      "real": overlap(privacy.real),
      "holdout": privacy.holdout.map(overlap) ?? .null,
      "copies": .array(privacy.copies.map(copy)),
      "holdout_copies": .array(privacy.holdoutCopies.map(copy)),
      "membership_by_words": membership(privacy.membershipByWords),
      "membership_by_embedding": membership(privacy.membershipByEmbedding),
      "embedded_rows": .optional(privacy.embeddedRows),
    ]
  }

  private static func overlap(_ overlap: TextPrivacy.Overlap) -> JSONValue {
    [
      "exact_copies": .optional(overlap.exact),
      "exact_share": .optional(overlap.exactShare.estimate),
      "exact_share_interval": .ends(of: overlap.exactShare),
      "rows_with_long_runs": .optional(overlap.longRuns),
      "long_run_words": .optional(TextPrivacy.longRun),
      "longest_run": .optional(overlap.longestRun),
      "ngram_8_share": .optional(overlap.share8), "ngram_13_share": .optional(overlap.share13),
      "nndr_5": .optional(overlap.nearestDistanceRatio),
    ]
  }

  private static func copy(_ copy: TextPrivacy.Copy) -> JSONValue {
    [
      "synthetic_row": .optional(copy.syntheticRow), "real_row": .optional(copy.realRow),
      "exact": .bool(copy.isExact), "longest_run": .optional(copy.runWords),
      "words": .string(copy.run), "jaccard": .optional(copy.similarity),
    ]
  }

  static func records(_ records: RecordPrivacy) -> JSONValue {
    [
      "matches": .optional(records.matches),
      "new_row_synthesis": .optional(records.newRowSynthesis.estimate),
      "new_row_synthesis_interval": .ends(of: records.newRowSynthesis),
      "matched": .array(
        records.matched.map {
          ["synthetic_row": .optional($0.syntheticRow), "real_row": .optional($0.realRow)]
        }
      ),
      "dcr_baseline_protection": .optional(records.baselineProtection),
      "dcr_overfitting_protection": .optional(records.overfittingProtection),
      "nndr_5": .optional(records.nearestDistanceRatio),
      "holdout_nndr_5": .optional(records.holdoutDistanceRatio),
      "membership": membership(records.membership),
      "sampled_rows": .optional(records.sampleRows),
    ]
  }

  private static func membership(_ risk: MembershipRisk?) -> JSONValue {
    guard let risk else { return .null }
    return [
      "roc_auc": .optional(risk.areaUnderCurve),
      "roc_auc_interval": .ends(of: risk.interval),
      "true_positive_rate_at_1_percent": .optional(risk.truePositiveRate),
      "resolution": .optional(risk.resolution),
    ]
  }
}
