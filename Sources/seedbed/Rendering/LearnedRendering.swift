import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// What learned gaps were found by, for people and for programs.
enum LearnedRendering {
  /// Topics that are listed for people; the rest are counted.
  private static let mostTopics = 12

  static func lines(_ report: LearnedReport) -> [String] {
    var lines = ["", Style.heading("Learned")]
    if let accuracy = report.accuracy {
      lines.append(
        "  A classifier of \(report.trainedRows) rows guesses \(words(accuracy)) of the labels of rows that it has "
          + "not seen"
      )
    } else {
      lines.append("  No classifier: the rows have no labels, or only one")
    }
    lines += reference(report)
    lines += topics(report)
    return lines
  }

  private static func reference(_ report: LearnedReport) -> [String] {
    guard let reference = report.reference else { return [] }
    let file = reference.file
    var lines = [
      "  Reference set `\(Table.printable(file.name))`: \(file.rows) rows"
        + (file.badRows > 0 ? ", \(file.badRows) could not be read" : "")
    ]
    if file.likeHoldout > 0 {
      lines.append(
        Style.poor(
          "  \(file.likeHoldout) more are like a row of the sealed holdout and were left out"
        )
      )
    }
    if let uncovered = reference.uncovered {
      lines.append(
        "  \(words(uncovered)) of it have no training row near; of the training rows 5 % by definition"
      )
    }
    return lines
  }

  private static func topics(_ report: LearnedReport) -> [String] {
    guard !report.topics.isEmpty else { return [] }
    var table = Table(["topic", ">rows", ">share", ">mistaken"])
    for topic in report.topics.prefix(mostTopics) {
      table.add([
        Table.cut(topic.name, to: 50), "\(topic.rows)",
        Numbers.percent(topic.rows, of: report.rows),
        topic.errorRate.map { Numbers.fixed($0.estimate * 100, places: 1) + " %" } ?? "",
      ])
    }
    let more = report.topics.count - mostTopics
    if more > 0 { table.add(["… \(more) more", "", "", ""]) }
    return ["", "  Topics by \(Table.printable(report.embedder ?? ""))", table.text]
  }

  /// A share with its interval.
  private static func words(_ interval: Interval) -> String {
    func percent(_ share: Double) -> String { Numbers.fixed(share * 100, places: 1) }
    return "\(percent(interval.estimate)) % (\(percent(interval.lower)) to "
      + "\(percent(interval.upper)))"
  }

  static func json(_ report: LearnedReport) -> JSONObject {
    [
      "rows": .optional(report.rows), "trained_rows": .optional(report.trainedRows),
      "accuracy": optional(report.accuracy),
      "learning_exponent": .optional(report.powerLaw?.exponent),
      "embedder": .optional(report.embedder),
      "wrong_labels": .array(
        report.wrongLabels.map { wrong in
          [
            "id": .optional(wrong.id?.hex), "row": .optional(wrong.row),
            "label": .string(wrong.label), "suggestion": .string(wrong.suggestion),
            "probability": .optional(wrong.probability),
          ]
        }
      ),
      "topics": .array(
        report.topics.map { topic in
          [
            "name": .string(topic.name), "rows": .optional(topic.rows),
            "error_rate": optional(topic.errorRate),
          ]
        }
      ),
      "reference": report.reference.map { .object(json($0)) } ?? .null,
    ]
  }

  private static func json(_ reference: LearnedReport.Reference) -> JSONObject {
    [
      "file": .string(reference.file.name), "rows": .optional(reference.file.rows),
      "like_holdout": .optional(reference.file.likeHoldout),
      "bad_rows": .optional(reference.file.badRows),
      "uncovered": optional(reference.uncovered),
      "surface": .array(
        reference.surface.map { comparison in
          [
            "index": .string(comparison.index.rawValue),
            "training": .object(comparison.training.json),
            "reference": .object(comparison.reference.json),
            "difference": .object(comparison.difference.json),
            "too_clean": .bool(comparison.isTooClean),
          ]
        }
      ),
    ]
  }

  private static func optional(_ interval: Interval?) -> JSONValue {
    interval.map { .object($0.json) } ?? .null
  }
}
