import SeedbedData
import SeedbedPipeline

/// What the page's template shows.
struct PageView {
  /// A number with what it counts.
  struct Tile {
    var figure: String
    var caption: String
    var note: String
  }

  /// A gap with its decision.
  struct GapLine {
    var kind: String
    var place: String
    var have: String
    var need: String
    var decision: String
    var evidence: String
    var reason: String
  }

  /// A quota that could not be filled.
  struct ShortLine {
    var place: String
    var missing: String
    var asked: String
    var reason: String
  }

  /// One of the questions that come before generation.
  struct Question {
    var question: String
    var answer: String
  }

  /// What the holdout says.
  struct Measured {
    var rowCount: String
    var conclusion: String
    var students: IntervalChart
    var difference: IntervalChart
  }

  /// The most gaps and shortfalls that are listed one by one.
  private static let listed = 300

  let name: String
  let version: String
  let task: String
  let languages: String
  let style: String
  let tiles: [Tile]
  let heat: HeatMap?
  let questions: [Question]
  let gaps: [GapLine]
  let furtherGaps: String?
  /// Cells for which real data must be collected, where the gaps do not say so already.
  let collect: [String]
  let figures: VersionFigures
  let rejections: BarChart?
  let measured: Measured?
  let shortfalls: [ShortLine]
  let furtherShortfalls: String?
  let leakScan: String
  let holdoutSeal: String
  let accepted: [Example]
  let rejected: [Example]
  let limits: [String]

  init(_ report: VersionReport) {
    let run = report.run
    name = report.configuration.name
    version = report.version.id
    task = report.configuration.task.rawValue.split(separator: "_").joined(separator: " ")
    languages =
      report.configuration.languages.isEmpty
      ? "not recorded" : report.configuration.languages.joined(separator: ", ")
    style = PageStyle.text
    tiles = Self.tiles(report)
    heat = HeatMap(report)
    questions = report.answers.map { Question(question: $0.question, answer: $0.answer) }
    gaps = report.gaps.prefix(Self.listed).map { gap in
      GapLine(
        kind: gap.kind.rawValue,
        place: gap.cell.words,
        have: Figures.count(gap.have),
        need: Figures.count(gap.need),
        decision: gap.decision.rawValue,
        evidence: gap.evidence,
        reason: gap.reason
      )
    }
    furtherGaps = Self.further(report.gaps.count, "gap")
    collect = report.gaps.isEmpty ? run.collect.map(\.words) : []
    figures = VersionFigures(report)
    rejections =
      run.rejectedBy.isEmpty ? nil : BarChart(run.rejectedBy.map { ($0.check, $0.count) })
    measured = run.measurement.map { measurement in
      Measured(
        rowCount: Figures.counted(measurement.rows, "real row"),
        conclusion: HoldoutWords.conclusion(measurement),
        students: IntervalChart(students: measurement),
        difference: IntervalChart(difference: measurement)
      )
    }
    shortfalls = run.shortfalls.prefix(Self.listed).map { row in
      ShortLine(
        place: row.cell.words,
        missing: Figures.count(row.missing),
        asked: Figures.count(row.asked),
        reason: row.reason
      )
    }
    furtherShortfalls = Self.further(run.shortfalls.count, "quota")
    leakScan = LeakWords.sentence(report.version.leakScan)
    holdoutSeal = report.version.holdoutSeal ?? "none"
    let known = report.samples.map(\.sample) + report.candidates.map(\.sample)
    let parents = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
    accepted = Example.choose(.accepted, 10, from: report.candidates) {
      $0.sample.provenance.method?.name ?? ""
    }.map { Example($0, parents: parents) }
    rejected = Example.choose(.rejected, 10, from: report.candidates) {
      $0.rejectingCheck ?? ""
    }.map { Example($0, parents: parents) }
    limits = Limits.sentences
  }

  private static func further(_ count: Int, _ noun: String) -> String? {
    count > listed ? "\(Figures.counted(count - listed, "further \(noun)")) not shown here" : nil
  }

  private static func tiles(_ report: VersionReport) -> [Tile] {
    let run = report.run, version = report.version
    let synthetic = version.count(.train, .synthetic) + version.count(.validation, .synthetic)
    let made = CandidateStatus.allCases.reduce(0) { $0 + (run.candidates[$1] ?? 0) }
    let accepted = run.candidates[.accepted] ?? 0
    let short = run.coverage.count { $0.after < $0.need }
    return [
      Tile(
        figure: Figures.count(version.count(.train, .real) + version.count(.validation, .real)),
        caption: "real rows",
        note: "in training and validation"
      ),
      Tile(
        figure: Figures.count(synthetic),
        caption: "synthetic rows",
        note:
          "\(Figures.counted(run.syntheticPatterns.patterns, "pattern")) among all synthetic ones"
      ),
      Tile(
        figure: Figures.count(version.count(.syntheticEval, .synthetic)),
        caption: "in the synthetic suite",
        note: "for robustness, beside the real holdout"
      ),
      Tile(
        figure:
          "\(Figures.count(run.coverage.count - short)) of \(Figures.count(run.coverage.count))",
        caption: "required cells met",
        note: "\(Figures.count(run.coverage.count { $0.before >= $0.need })) before"
      ),
      Tile(
        figure: Figures.percent(accepted, of: made),
        caption: "of candidates accepted",
        note: "\(Figures.count(accepted)) of \(Figures.count(made))"
      ),
      Tile(
        figure: version.leakScan.isClean ? "clean" : "leaks",
        caption: "leak scan",
        note: "\(Figures.counted(version.leakScan.compared, "row")) compared"
      ),
    ]
  }
}
