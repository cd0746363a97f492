import SeedbedData
import SeedbedPipeline

/// What a search for benchmark rows found, for people and for programs.
enum DecontaminationRendering {
  private static let shownRows = 5

  static func text(
    _ result: FileDecontaminator.Result,
    data: String,
    preset: String
  ) -> String {
    let summary = result.summary
    var lines = [
      "\(Style.heading("Decontamination")) of `\(Table.printable(data))` by `\(preset)`: "
        + "\(summary.dataRows) rows, \(summary.clean) clean, "
        + "\(summary.contaminated) contaminated, \(summary.undecided) undecided"
        + (result.badRows > 0 ? ", \(result.badRows) could not be read" : "")
    ]
    var table = Table([
      "benchmark", ">rows", ">leaked", ">suspected", ">rows of the data", ">undecided", "found by",
    ])
    for file in summary.files {
      table.add([
        file.file, "\(file.rows)", "\(file.leakedRows)", "\(file.suspectedRows)",
        "\(file.contaminatedDataRows)", "\(file.undecidedDataRows)",
        file.rules.map { "\($0.rule.rawValue) \($0.dataRows)" }.joined(separator: ", "),
      ])
    }
    lines += ["", table.text]
    for file in summary.files where file.shortRows + file.emptyRows > 0 {
      lines.append(
        "  `\(Table.printable(file.file))`: \(file.shortRows) rows are too short for word n-grams and were "
          + "compared as a whole, \(file.emptyRows) are empty"
      )
    }
    let shown = result.rows.filter { $0.leaks.outcome == .contaminated }.prefix(shownRows)
    if !shown.isEmpty { lines += ["", Style.heading("The first contaminated rows")] }
    for row in shown { lines += words(row) }
    return lines.joined(separator: "\n")
  }

  private static func words(_ row: FileDecontaminator.Row) -> [String] {
    guard let evidence = row.leaks.evidence.first else { return [] }
    let head =
      "  row \(row.number): row \(evidence.row + 1) of `\(Table.printable(evidence.file))`, "
      + "\(evidence.rule.rawValue) \(Numbers.fixed(evidence.score))"
    guard let span = evidence.span else { return [head] }
    return [head, "    “\(Table.cut(Table.printable(span.text), to: 160))” (\(span.words) words)"]
  }

  static func json(_ result: FileDecontaminator.Result, preset: String) -> JSONObject {
    let summary = result.summary
    return [
      "preset": .string(preset), "rows": .optional(summary.dataRows),
      "clean": .optional(summary.clean), "contaminated": .optional(summary.contaminated),
      "undecided": .optional(summary.undecided), "bad_rows": .optional(result.badRows),
      "short_rows": .optional(summary.shortDataRows),
      "boilerplate_n_grams": [
        "benchmark": .optional(summary.benchmarkBoilerplate),
        "data": .optional(summary.dataBoilerplate),
      ],
      "benchmarks": .array(summary.files.map { .object(json($0)) }),
      "findings": .array(result.rows.map { .object(json($0)) }),
    ]
  }

  private static func json(_ file: BenchmarkFileSummary) -> JSONObject {
    [
      "file": .string(file.file), "rows": .optional(file.rows),
      "leaked_rows": .optional(file.leakedRows), "suspected_rows": .optional(file.suspectedRows),
      "short_rows": .optional(file.shortRows), "empty_rows": .optional(file.emptyRows),
      "contaminated_data_rows": .optional(file.contaminatedDataRows),
      "undecided_data_rows": .optional(file.undecidedDataRows),
      "rules": .array(
        file.rules.map {
          [
            "rule": .string($0.rule.rawValue), "data_rows": .optional($0.dataRows),
            "benchmark_rows": .optional($0.benchmarkRows),
          ]
        }
      ),
    ]
  }

  /// A row that is not clean, with its evidence.
  static func json(_ row: FileDecontaminator.Row) -> JSONObject {
    [
      "row": .optional(row.number), "outcome": .string(row.leaks.outcome.rawValue),
      "reasons": .array(row.leaks.reasons.map { .string($0.rawValue) }),
      "evidence": .array(row.leaks.evidence.map { .object(json($0)) }),
      "omitted": .optional(row.leaks.omitted),
    ]
  }

  private static func json(_ evidence: LeakEvidence) -> JSONObject {
    [
      "file": .string(evidence.file), "row": .optional(evidence.row + 1),
      "part": .string(evidence.part.rawValue), "rule": .string(evidence.rule.rawValue),
      "score": .optional(evidence.score), "reason": .optional(evidence.reason?.rawValue),
      "span": evidence.span.map { span in
        [
          "text": .string(span.text), "words": .optional(span.words),
          "data": [
            "start": .optional(span.data.lowerBound), "end": .optional(span.data.upperBound),
          ],
          "benchmark": [
            "start": .optional(span.benchmark.lowerBound),
            "end": .optional(span.benchmark.upperBound),
          ],
        ]
      } ?? .null,
    ]
  }
}
