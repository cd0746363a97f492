public import SeedbedData

/// What a run found and made: everything that is printed at its end.
public struct RunReport: Sendable {
  /// One cell before and after.
  public struct Coverage: Sendable, Hashable {
    /// The cell.
    public var cell: Cell
    /// Samples before, all real.
    public var before: Int
    /// Real and synthetic samples after.
    public var after: Int
    /// The least number it must have.
    public var need: Int
  }

  /// A quota that could not be filled.
  public struct Shortfall: Sendable, Hashable {
    /// The cell.
    public var cell: Cell
    /// How many samples are missing.
    public var missing: Int
    /// How many were asked for.
    public var asked: Int
    /// Where the candidates went.
    public var reason: String
  }

  /// The version that was made.
  public var version: DatasetVersion
  /// Whether everything had been done before, so that nothing was changed.
  public var isUnchanged: Bool
  /// Coverage of the required cells.
  public var coverage: [Coverage]
  /// The number of candidates of each status, and of those rejected by each check first.
  public var candidates: [CandidateStatus: Int]
  /// How many candidates each check rejected; a candidate counts for the first it did not pass.
  public var rejectedBy: [(check: String, count: Int)]
  /// Quotas that could not be filled.
  public var shortfalls: [Shortfall]
  /// Groups of near-duplicates among the version's samples, and the samples.
  public var patterns: (patterns: Int, samples: Int)
  /// The same among its synthetic samples alone.
  public var syntheticPatterns: (patterns: Int, samples: Int)
  /// Real samples left out as exact duplicates.
  public var duplicatesLeftOut: Int
  /// Real samples reserved as seeds of the evaluation suite.
  public var reserved: Int
  /// What the holdout says; nil where it cannot say anything.
  public var measurement: HoldoutMeasurement?
  /// Cells for which real data must be collected.
  public var collect: [Cell]
  /// Why there were no further rounds of generation, where a stop rule ended them.
  public var stopped: StopFinding?
  /// The rules that were set aside for the project, each finding once.
  public var overrides: [RuleOverride] = []
  /// What models cost.
  public var spending = SpendingReport()

  /// The report as printed with `--json`.
  public var json: JSONObject {
    func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
    var splits = JSONObject()
    for split in Split.allCases {
      splits[split.rawValue] = [
        "real": number(version.count(split, .real)),
        "synthetic": number(version.count(split, .synthetic)),
      ]
    }
    var rejections = JSONObject()
    for (check, count) in rejectedBy { rejections[check] = number(count) }
    var statuses = JSONObject()
    for status in CandidateStatus.allCases {
      statuses[status.rawValue] = number(candidates[status] ?? 0)
    }
    return [
      "version": .string(version.id), "unchanged": .bool(isUnchanged),
      "coverage": .array(
        coverage.map { row in
          [
            "cell": row.cell.json, "before": number(row.before), "after": number(row.after),
            "need": number(row.need),
          ]
        }
      ),
      "candidates": .object(statuses), "rejected_by": .object(rejections),
      "shortfalls": .array(
        shortfalls.map { row in
          [
            "cell": row.cell.json, "missing": number(row.missing), "asked": number(row.asked),
            "reason": .string(row.reason),
          ]
        }
      ),
      "patterns": ["patterns": number(patterns.patterns), "samples": number(patterns.samples)],
      "synthetic_patterns": [
        "patterns": number(syntheticPatterns.patterns),
        "samples": number(syntheticPatterns.samples),
      ],
      "splits": .object(splits), "duplicates_left_out": number(duplicatesLeftOut),
      "reserved": number(reserved),
      "holdout": measurement.map { .object($0.json) } ?? .null,
      "leak_scan": [
        "compared": number(version.leakScan.compared),
        "threshold": .number(JSONNumber(version.leakScan.threshold)),
        "crossing_groups": number(version.leakScan.crossingGroups),
        "leaks": number(version.leakScan.leaks.count),
      ],
      "collect": .array(collect.map(\.json)),
      "stopped": stopped.map { .object($0.json) } ?? .null,
      "overrides": .array(
        overrides.map { override in
          [
            "rule": .string(override.rule), "because": .string(override.because),
            "finding": .string(override.finding),
          ]
        }
      ),
      "spending": .object(spending.json),
    ]
  }
}
