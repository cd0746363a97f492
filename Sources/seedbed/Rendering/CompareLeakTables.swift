import SeedbedLearning
import SeedbedPipeline

/// What synthetic rows give away, for people.
enum CompareLeakTables {
  private static let shownCopies = 8

  static func texts(_ privacy: TextPrivacy, _ report: ComparisonReport) -> [String] {
    var table = Table(["in common", ">with real", ">with holdout", "what it says"])
    func add(_ name: String, _ words: String, _ value: (TextPrivacy.Overlap) -> String?) {
      table.add([name, value(privacy.real) ?? "", privacy.holdout.flatMap(value) ?? "", words])
    }
    add("exact copies", "synthetic rows that say the same") { "\($0.exact)" }
    add("long runs", "rows with \(TextPrivacy.longRun) shared words in a row or more") {
      "\($0.longRuns)"
    }
    add("longest run", "words in a row") { "\($0.longestRun)" }
    add("8-grams shared", "of all of the synthetic rows") { $0.share8.map(number) }
    add("13-grams shared", "of all of the synthetic rows") { $0.share13.map(number) }
    add("nndr 5 %", "near 0: close to a single row; on \(privacy.embeddedRows) rows") {
      $0.nearestDistanceRatio.map(number)
    }
    var lines = ["", Style.heading("Copies and membership"), table.text]
    for (how, risk) in [
      ("shared words", privacy.membershipByWords), ("embeddings", privacy.membershipByEmbedding),
    ] {
      if let risk { lines.append("  " + membership(risk, how)) }
    }
    if privacy.copies.isEmpty { return lines }
    var copies = Table([">synthetic row", ">real row", "kind", ">words in a row", "words"])
    for copy in privacy.copies.prefix(shownCopies) {
      copies.add([
        "\(copy.syntheticRow)", "\(copy.realRow)", copy.isExact ? "exact" : "run",
        "\(copy.runWords)", Table.cut(copy.run, to: 50),
      ])
    }
    lines += ["", copies.text]
    if privacy.copies.count > shownCopies {
      lines.append("  … \(privacy.copies.count - shownCopies) more; `--json` has them")
    }
    return lines
  }

  static func records(_ records: RecordPrivacy) -> [String] {
    var table = Table(["records", ">value", "what it says"])
    func add(_ name: String, _ value: Double?, _ words: String) {
      if let value { table.add([name, number(value), words]) }
    }
    add("new_row_synthesis", records.newRowSynthesis.estimate, "the share that matches no real row")
    add("nndr 5 %", records.nearestDistanceRatio, "on \(records.sampleRows) rows")
    add("nndr 5 %, holdout", records.holdoutDistanceRatio, "the same against the holdout")
    add("dcr_baseline_protection", records.baselineProtection, "1: as far as random records")
    add(
      "dcr_overfitting_protection",
      records.overfittingProtection,
      "1: as far as from the holdout"
    )
    var lines = ["", Style.heading("Copies and membership"), table.text]
    if let risk = records.membership { lines.append("  " + membership(risk, "distance")) }
    return lines
  }

  private static func membership(_ risk: MembershipRisk, _ how: String) -> String {
    let interval = risk.interval.map { ", 95 % \(CompareRendering.interval($0))" } ?? ""
    return "membership by \(how): roc_auc \(number(risk.areaUnderCurve))\(interval), "
      + "true positives at 1 % false ones \(number(risk.truePositiveRate))"
  }

  private static func number(_ value: Double) -> String { CompareWords.number(value) }
}
