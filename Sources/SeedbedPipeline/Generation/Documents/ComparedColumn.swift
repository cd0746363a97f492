import SeedbedData
import SeedbedText

extension ComparisonFacts {
  /// A column of figures beside the names of its rows.
  struct Table {
    private static let mostPairs = 6

    let reading: SectionReading
    /// The cells as places in the section.
    let rows: [[Range<Int>]]
    /// The cells as words.
    let cells: [[String]]
    let column: Int

    /// Which of two rows has the higher figure.
    func pairs(_ values: [Double]) -> [DocumentFact] {
      Self.places(values.count).compactMap { first, second in
        guard values[first] != values[second] else { return nil }
        let (winner, other) = values[first] > values[second] ? (first, second) : (second, first)
        let (a, b) = (cells[first + 1][0], cells[second + 1][0])
        guard !a.isEmpty, !b.isEmpty, a.lowercased() != b.lowercased(), isAlone(a), isAlone(b)
        else {
          return nil
        }
        var fact = fact(Self.question(cells[0][column], a, b, reading.words.language), winner)
        fact.distractors = [cells[other + 1][0]]
        fact.isChoice = true
        return fact
      }
    }

    /// Which row has the highest and which the lowest figure.
    func extremes(_ values: [Double]) -> [DocumentFact] {
      guard values.count >= 3, !cells[0][0].isEmpty else { return [] }
      return [true, false].compactMap { isHighest in
        guard let extreme = isHighest ? values.max() : values.min(),
          values.count(where: { $0 == extreme }) == 1,
          let place = values.firstIndex(of: extreme), isAlone(cells[place + 1][0])
        else { return nil }
        var fact = fact(
          Self.question(cells[0][0], cells[0][column], isHighest, reading.words.language),
          place
        )
        fact.distractors = cells.dropFirst().map { $0[0] }
          .filter { $0 != cells[place + 1][0] && !$0.isEmpty }.prefix(3).map(\.self)
        return fact
      }
    }

    private func fact(_ question: String, _ place: Int) -> DocumentFact {
      let range = rows[place + 1][0]
      return DocumentFact(
        question: question,
        range: range,
        answer: reading.answer(range),
        kind: "row",
        parameters: ["attribute": .string(cells[0][column])],
        rank: 3
      )
    }

    /// Whether one row only has this name.
    private func isAlone(_ name: String) -> Bool {
      !name.isEmpty && cells.count(where: { $0[0] == name }) == 1
    }

    /// Neighbours first, then those further apart, a bounded number of them.
    private static func places(_ count: Int) -> [(Int, Int)] {
      var places: [(Int, Int)] = []
      for distance in 1..<max(2, min(count, 4)) {
        for first in 0..<max(0, count - distance) where places.count < mostPairs {
          places.append((first, first + distance))
        }
      }
      return places
    }

    private static func question(
      _ attribute: String,
      _ first: String,
      _ second: String,
      _ language: String
    ) -> String {
      switch language {
      case "es": "¿Cuál tiene el valor más alto en «\(attribute)», \(first) o \(second)?"
      case "fr": "Qui a la plus grande valeur pour « \(attribute) », \(first) ou \(second) ?"
      case "de": "Was hat bei „\(attribute)“ den höheren Wert, \(first) oder \(second)?"
      default: "Which has the higher value for “\(attribute)”, \(first) or \(second)?"
      }
    }

    private static func question(
      _ name: String,
      _ attribute: String,
      _ isHighest: Bool,
      _ language: String
    ) -> String {
      switch (language, isHighest) {
      case ("es", true): "¿Qué entrada de «\(name)» tiene el valor más alto en «\(attribute)»?"
      case ("es", _): "¿Qué entrada de «\(name)» tiene el valor más bajo en «\(attribute)»?"
      case ("fr", true):
        "Quelle entrée de « \(name) » a la plus grande valeur pour « \(attribute) » ?"
      case ("fr", _): "Quelle entrée de « \(name) » a la plus petite valeur pour « \(attribute) » ?"
      case ("de", true): "Welcher Eintrag unter „\(name)“ hat bei „\(attribute)“ den höchsten Wert?"
      case ("de", _): "Welcher Eintrag unter „\(name)“ hat bei „\(attribute)“ den niedrigsten Wert?"
      case (_, true): "Which “\(name)” has the highest value for “\(attribute)”?"
      default: "Which “\(name)” has the lowest value for “\(attribute)”?"
      }
    }
  }
}
