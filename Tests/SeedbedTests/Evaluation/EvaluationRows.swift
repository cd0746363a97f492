import SeedbedKernels
import SeedbedPipeline

/// Rows of invented intents: each label has words of its own among words that all share.
struct EvaluationRows {
  static let labels = 6
  private var random: CounterRandom

  init(_ seed: Int) {
    random = CounterRandom(seed: UInt64(seed), sample: "", operation: "evaluation rows", draw: 0)
  }

  /// Some rows of each label.
  mutating func rows(_ perLabel: Int, batch: String? = nil, method: String? = nil) -> [UtilityRow] {
    (0..<(perLabel * Self.labels)).map { index in
      let label = index % Self.labels
      return UtilityRow(text: text(label), label: "intent \(label)", batch: batch, method: method)
    }
  }

  /// The rows with their labels dealt out again.
  mutating func poisoned(_ rows: [UtilityRow], batch: String) -> [UtilityRow] {
    var labels = rows.map(\.label)
    random.shuffle(&labels)
    return zip(rows, labels).map { row, label in
      UtilityRow(text: row.text, label: label, batch: batch, method: "poison")
    }
  }

  private mutating func text(_ label: Int) -> String {
    (0..<7).map { _ -> String in
      // Two words in seven speak for the label, so that no student is right about all of them.
      let number = random.index(below: 30)
      return random.chance(0.3) ? "own\(label)x\(number)" : "shared\(random.index(below: 40))"
    }.joined(separator: " ")
  }

  /// The same rows as synthetic copies, each tied to the row that it repeats.
  static func copies(_ rows: [UtilityRow]) -> [UtilityRow] {
    rows.map {
      UtilityRow(
        text: $0.text,
        label: $0.label,
        batch: "copies",
        method: "copy",
        group: $0.group
      )
    }
  }

  /// The rows, each in a group of its own.
  static func grouped(_ rows: [UtilityRow]) -> [UtilityRow] {
    rows.enumerated().map { index, row in
      var row = row
      row.group = "row \(index)"
      return row
    }
  }
}

extension UtilityOptions {
  /// The first comparison only, quickly.
  static var brief: UtilityOptions {
    var options = UtilityOptions()
    options.replicates = 200
    options.sweeps = false
    options.leavesOut = false
    options.drawsCurve = false
    options.strength = 4
    options.threads = 2
    return options
  }
}
