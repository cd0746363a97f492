import SeedbedData
import SeedbedPipeline

/// The counts of a version that the card and the page show, real and synthetic always apart.
struct VersionFigures {
  /// Counts under one name.
  struct Row {
    var name: String
    var real: String
    var synthetic: String
  }

  /// A name with one count.
  struct Single {
    var name: String
    var count: String
  }

  /// How many labels or methods are listed one by one.
  static let listed = 100

  let splits: [Row]
  /// Labels in training and validation, the most frequent first.
  let labels: [Row]
  /// What the labels beyond the listed ones have together; nil where all are listed.
  let furtherLabels: String?
  /// Methods with their synthetic samples, the most frequent first.
  let methods: [Single]
  let difficulties: [Row]
  /// Candidates by what became of them.
  let statuses: [Single]

  init(_ report: VersionReport) {
    splits = Split.allCases.map { split in
      Row(
        name: split.rawValue,
        real: Figures.count(report.version.count(split, .real)),
        synthetic: Figures.count(report.version.count(split, .synthetic))
      )
    }
    let samples = report.samples.map(\.sample)
    let learned = samples.filter { $0.split != .syntheticEval }
    let counts = Self.ranked(learned.filter { $0.label != nil }) { $0.label ?? "" }
    labels = counts.prefix(Self.listed).map(Self.row)
    let rest = counts.dropFirst(Self.listed)
    furtherLabels =
      rest.isEmpty
      ? nil
      : Figures.counted(rest.count, "further label") + " with "
        + Figures.counted(rest.reduce(0) { $0 + $1.real }, "real row") + " and "
        + Figures.counted(rest.reduce(0) { $0 + $1.synthetic }, "synthetic row")
    methods = Self.ranked(samples.filter { $0.provenance.method != nil }) {
      $0.provenance.method?.name ?? ""
    }.prefix(Self.listed).map {
      Single(name: $0.name, count: Figures.count($0.real + $0.synthetic))
    }
    let tiers = Difficulty.allCases.map(\.rawValue) + ["untagged"]
    let byTier = Self.ranked(samples) { $0.difficulty?.tier.rawValue ?? "untagged" }
    difficulties = tiers.compactMap { tier in
      byTier.first { $0.name == tier }.map(Self.row)
    }
    statuses = CandidateStatus.allCases.compactMap { status in
      let count = report.run.candidates[status] ?? 0
      return count == 0 ? nil : Single(name: status.rawValue, count: Figures.count(count))
    }
  }

  private typealias Counts = (name: String, real: Int, synthetic: Int)

  private static func row(_ counts: Counts) -> Row {
    Row(
      name: counts.name,
      real: Figures.count(counts.real),
      synthetic: Figures.count(counts.synthetic)
    )
  }

  private static func ranked(_ samples: [Sample], by name: (Sample) -> String) -> [Counts] {
    var places: [String: Int] = [:]
    var counts: [Counts] = []
    for sample in samples {
      let name = name(sample)
      let place = places[name] ?? counts.count
      if place == counts.count {
        places[name] = place
        counts.append((name, 0, 0))
      }
      if sample.origin == .real { counts[place].real += 1 } else { counts[place].synthetic += 1 }
    }
    return counts.sorted { left, right in
      let (a, b) = (left.real + left.synthetic, right.real + right.synthetic)
      return a == b ? left.name < right.name : a > b
    }
  }
}
