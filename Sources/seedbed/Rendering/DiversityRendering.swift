import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// How varied a file is, for people and for programs.
enum DiversityRendering {
  private static let shownLabels = 10

  static func text(_ result: FileDiversity.Result, data: String) -> String {
    let report = result.diversity
    var lines = [
      "\(Style.heading("Diversity")) of `\(Table.printable(data))`: \(report.headline)"
        + (result.badRows > 0 ? ", \(result.badRows) could not be read" : ""),
      "",
    ]
    var table = Table(["measure", ">value", "what it says"])
    func add(_ name: String, _ value: String, _ words: String) { table.add([name, value, words]) }
    add("rows", "\(report.rows)", report.isSampled ? "\(report.measuredRows) of them measured" : "")
    add("different", "\(report.distinctRows)", "after normalisation")
    if let near = report.nearPatterns {
      add("near patterns", "\(near)", "after near-duplicates are taken out")
    }
    if let shannon = report.patterns.shannon {
      let interval = report.interval.map {
        ", 95 % \(Numbers.fixed($0.lower)) to \(Numbers.fixed($0.upper))"
      }
      add("vendi_score q=1", Numbers.fixed(shannon), "effective patterns" + (interval ?? ""))
    }
    if let quadratic = report.patterns.quadratic {
      add("vendi_score q=2", Numbers.fixed(quadratic), "the same, rare meanings counting less")
    }
    if let nearest = report.nearestCosine {
      add("nearest cosine", Numbers.fixed(nearest), "of a row with its nearest other, on average")
    }
    if let distinct = report.distinct1 {
      add("distinct-1", Numbers.fixed(distinct), "different words among all; falls as a set grows")
    }
    if let distinct = report.distinct2 {
      add("distinct-2", Numbers.fixed(distinct), "different pairs of words among all")
    }
    lines.append(table.text)
    if !report.labels.isEmpty { lines += labels(report) }
    if !report.clusters.isEmpty { lines += clusters(result) }
    return lines.joined(separator: "\n")
  }

  private static func labels(_ report: DiversityReport) -> [String] {
    var table = Table(["label", ">rows", ">patterns", ">share"])
    for label in report.labels.prefix(shownLabels) {
      table.add([
        Table.cut(label.label, to: 40), "\(label.rows)",
        label.patterns.best.map { Numbers.fixed($0) } ?? "", Numbers.fixed(label.share),
      ])
    }
    if report.labels.count > shownLabels {
      table.add(["… \(report.labels.count - shownLabels) more", "", "", ""])
    }
    return ["", Style.heading("Labels with least variety"), table.text]
  }

  private static func clusters(_ result: FileDiversity.Result) -> [String] {
    var table = Table([">rows", "about", "such as"])
    for cluster in result.diversity.clusters {
      table.add([
        "\(cluster.size)", cluster.name,
        Table.cut(result.examples[cluster.example] ?? "", to: 60),
      ])
    }
    return ["", Style.heading("Largest groups"), table.text]
  }

  static func json(_ result: FileDiversity.Result) -> JSONObject {
    let report = result.diversity
    return [
      "rows": .optional(report.rows), "measured_rows": .optional(report.measuredRows),
      "bad_rows": .optional(result.badRows), "distinct_rows": .optional(report.distinctRows),
      "near_patterns": .optional(report.nearPatterns),
      "vendi_score": .optional(report.patterns.shannon),
      "vendi_score_q2": .optional(report.patterns.quadratic),
      "vendi_score_interval": .ends(of: report.interval),
      "nearest_cosine": .optional(report.nearestCosine),
      "nearest_cosine_interval": .ends(of: report.nearestInterval),
      "distinct_1": .optional(report.distinct1), "distinct_2": .optional(report.distinct2),
      "labels": .array(
        report.labels.map {
          [
            "label": .string($0.label), "rows": .optional($0.rows),
            "distinct_rows": .optional($0.distinctRows),
            "vendi_score": .optional($0.patterns.shannon),
            "vendi_score_q2": .optional($0.patterns.quadratic), "share": .optional($0.share),
          ]
        }
      ),
      "clusters": .array(
        report.clusters.map {
          [
            "name": .string($0.name), "terms": .array($0.terms.map(JSONValue.string)),
            "size": .optional($0.size), "cohesion": .optional($0.cohesion),
            "example_row": .optional(result.numbers[$0.example]),
            "example": .optional(result.examples[$0.example]),
          ]
        }
      ),
    ]
  }
}
