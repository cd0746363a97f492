import SeedbedData
import SeedbedPipeline

/// What the data card's template shows.
struct CardView {
  /// A short word with a sentence.
  struct Item {
    var name: String
    var text: String
  }

  let head: [String]
  let name: String
  let version: String
  let task: String
  let languages: String
  let source: String
  let figures: VersionFigures
  let hasSynthetic: Bool
  let rejections: [VersionFigures.Single]
  let patterns: String
  let syntheticPatterns: String
  let duplicatesLeftOut: String
  let reserved: String
  let leakScan: String
  let holdoutSeal: String
  let measurement: [Item]
  let measurementMethod: String
  let conclusion: String?
  let shortfalls: [Item]
  /// What a stop rule found in the last round of generation, where it ended them.
  let stopped: String?
  let collect: [String]
  let limits: [String]
  /// The licence that the configuration states.
  let licence: String?
  /// Rules that were set aside, with reason and finding.
  let overrides: [RuleOverride]

  init(_ report: VersionReport, files: [ExportedFile]) {
    let configuration = report.configuration, run = report.run
    head = CardHead.lines(report, files: files)
    name = configuration.name
    version = report.version.id
    task = configuration.task.rawValue.split(separator: "_").joined(separator: " ")
    languages =
      configuration.languages.isEmpty
      ? "not recorded" : configuration.languages.joined(separator: ", ")
    source = configuration.data.path
    figures = VersionFigures(report)
    hasSynthetic = report.samples.contains { $0.sample.origin == .synthetic }
    rejections = run.rejectedBy.map {
      VersionFigures.Single(name: $0.check, count: Figures.count($0.count))
    }
    patterns = Self.words(run.patterns)
    syntheticPatterns = Self.words(run.syntheticPatterns)
    duplicatesLeftOut = Figures.counted(run.duplicatesLeftOut, "real row")
    reserved = Figures.counted(run.reserved, "real row")
    leakScan = LeakWords.sentence(report.version.leakScan)
    holdoutSeal = report.version.holdoutSeal ?? "none"
    measurement =
      run.measurement.map { measurement in
        [
          Item(name: "real", text: HoldoutWords.interval(measurement.real)),
          Item(name: "real and synthetic", text: HoldoutWords.interval(measurement.mixed)),
          Item(
            name: "difference",
            text: HoldoutWords.interval(measurement.difference, signed: true)
          ),
        ]
      } ?? []
    measurementMethod = run.measurement.map(HoldoutWords.method) ?? ""
    conclusion = run.measurement.map(HoldoutWords.conclusion)
    shortfalls = run.shortfalls.map { row in
      Item(
        name: row.cell.words,
        text: "\(Figures.count(row.missing)) of \(Figures.count(row.asked)) missing: \(row.reason)"
      )
    }
    stopped = run.stopped?.finding
    collect = run.collect.map(\.words)
    limits = Limits.sentences
    licence = configuration.license
    overrides = run.overrides
  }

  private static func words(_ found: (patterns: Int, samples: Int)) -> String {
    "\(Figures.counted(found.patterns, "pattern")) in \(Figures.counted(found.samples, "row"))"
  }
}

extension Cell {
  /// The cell in words; the empty one stands for everything.
  var words: String { coordinates.isEmpty ? "the whole dataset" : description }
}

/// What the scan for leaks found, in words.
enum LeakWords {
  static func sentence(_ scan: LeakScan) -> String {
    let compared =
      "\(Figures.counted(scan.compared, "row")) compared at a Jaccard similarity of "
      + "\(Figures.decimal(scan.threshold, 2))"
    guard !scan.isClean else {
      return compared + "; nothing crosses from one part to another, or is like the holdout"
    }
    return compared + "; \(Figures.counted(scan.leaks.count, "pair")) of near-duplicates and "
      + "\(Figures.counted(scan.crossingGroups, "group")) lie in more than one part"
  }
}
