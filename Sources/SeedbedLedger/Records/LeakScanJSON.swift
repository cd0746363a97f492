import SeedbedData

/// The result of a leak scan as it is stored with a version and printed.
enum LeakScanJSON {
  static func encode(_ scan: LeakScan) -> JSONObject {
    [
      "threshold": .optional(scan.threshold), "compared": .optional(scan.compared),
      "crossing_groups": .optional(scan.crossingGroups),
      "leaks": .array(
        scan.leaks.map { leak in
          [
            "sample": .string(leak.sample.hex), "split": .string(leak.split),
            "other": .string(leak.other), "other_split": .string(leak.otherSplit),
            "similarity": .optional(leak.similarity),
          ]
        }
      ),
    ]
  }

  static func decode(_ json: JSONObject) throws -> LeakScan {
    guard let threshold = json["threshold"]?.double, let compared = json["compared"]?.int,
      let groups = json["crossing_groups"]?.int, let leaks = json["leaks"]?.array
    else { throw LedgerFailure.unreadable("a leak scan of an unknown shape") }
    return LeakScan(
      threshold: threshold,
      compared: compared,
      crossingGroups: groups,
      leaks: try leaks.map(leak)
    )
  }

  private static func leak(_ json: JSONValue) throws -> LeakScan.Leak {
    guard let sample = json["sample"]?.string, let split = json["split"]?.string,
      let other = json["other"]?.string, let otherSplit = json["other_split"]?.string,
      let similarity = json["similarity"]?.double
    else { throw LedgerFailure.unreadable("a leak of an unknown shape") }
    return LeakScan.Leak(
      sample: try ColumnReader.id(sample),
      split: split,
      other: other,
      otherSplit: otherSplit,
      similarity: similarity
    )
  }
}
