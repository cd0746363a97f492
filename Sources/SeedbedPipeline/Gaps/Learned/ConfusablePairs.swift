public import SeedbedLearning

/// Two labels that a classifier takes for each other.
public struct ConfusablePair: Sendable, Hashable {
  /// The label that is mistaken more often.
  public var label: String
  /// The label that it is taken for.
  public var other: String
  /// Rows of the first label that are taken for the second.
  public var forth: Int
  /// Rows of the second label that are taken for the first.
  public var back: Int
  /// The share of both labels' rows that are taken for the other one, with its 95 % interval.
  public var rate: Interval
  /// The probability of as many confusions by chance, among all pairs that were looked at
  /// (Benjamini-Hochberg).
  public var adjustedP: Double
  /// Rows of the first label near the boundary, the nearest first.
  public var examples: [Int]
  /// Rows of the second label near the boundary, the nearest first.
  public var otherExamples: [Int]
}

/// Finds the labels whose boundary is hard to see.
///
/// A pair is named when its errors are more than the labels' own frequencies among all errors would give
/// (Fisher's exact test in both directions, the better one doubled, false discovery rate 5 % over all
/// pairs). Rows with a wrong label are left out.
public enum ConfusablePairs {
  /// The fewest confusions of a pair that is looked at.
  public static let leastErrors = 3
  private static let mostExamples = 3

  /// Finds the pairs.
  ///
  /// - Parameter evidence: What to look at.
  /// - Returns: The pairs, those with the most confusions first; none without labels.
  public static func find(in evidence: LearnedEvidence) -> [ConfusablePair] {
    guard let labels = evidence.labels else { return [] }
    let wrong = Set(evidence.mislabelled.rows.map(\.row))
    let rows = labels.actual.indices.filter { !wrong.contains($0) }
    let count = labels.classes.count
    let matrix = ConfusionMatrix(
      actual: rows.map { labels.actual[$0] },
      predicted: rows.map { labels.predicted[$0] },
      classCount: count
    )
    let sizes = (0..<count).map { label in (0..<count).reduce(0) { $0 + matrix[label, $1] } }
    var pairs: [(a: Int, b: Int)] = []
    for a in 0..<count {
      for b in (a + 1)..<max(count, a + 1) where matrix[a, b] + matrix[b, a] >= leastErrors {
        pairs.append((a, b))
      }
    }
    let chance = ErrorChance(matrix)
    let adjusted = BenjaminiHochberg.adjusted(
      pairs.map { a, b in min(2 * min(chance.pValue(a, b), chance.pValue(b, a)), 1) }
    )
    let found = zip(pairs, adjusted).filter { $0.1 <= WeakSlices.falseDiscoveryRate || count == 2 }
    return found.map { pair, value in
      let (a, b) = matrix[pair.a, pair.b] >= matrix[pair.b, pair.a] ? pair : (pair.b, pair.a)
      return ConfusablePair(
        label: labels.classes[a],
        other: labels.classes[b],
        forth: matrix[a, b],
        back: matrix[b, a],
        rate: Interval.wilson(
          successes: matrix[a, b] + matrix[b, a],
          trials: sizes[a] + sizes[b]
        ),
        adjustedP: value,
        examples: nearest(a, b, rows, labels),
        otherExamples: nearest(b, a, rows, labels)
      )
    }.sorted {
      ($1.forth + $1.back, $0.label, $0.other) < ($0.forth + $0.back, $1.label, $1.other)
    }
  }

  /// Rows of a label at which the other one is about as probable.
  private static func nearest(
    _ label: Int,
    _ other: Int,
    _ rows: [Int],
    _ labels: LabelEvidence
  ) -> [Int] {
    let own = rows.filter { labels.actual[$0] == label }.map { row in
      let start = row * labels.classes.count
      let margin = labels.probabilities[start + label] - labels.probabilities[start + other]
      // Of rows that are taken for a third label the distance says nothing.
      let isThird = labels.predicted[row] != label && labels.predicted[row] != other
      return (row: row, distance: isThird ? 2 : abs(margin))
    }
    return own.sorted { ($0.distance, $0.row) < ($1.distance, $1.row) }
      .prefix(mostExamples).map(\.row)
  }
}

/// How often one label would be taken for another if errors fell by the labels' frequencies alone.
private struct ErrorChance {
  let matrix: ConfusionMatrix
  var byActual: [Int]
  var byPredicted: [Int]
  var total = 0

  init(_ matrix: ConfusionMatrix) {
    self.matrix = matrix
    byActual = [Int](repeating: 0, count: matrix.classCount)
    byPredicted = byActual
    for actual in 0..<matrix.classCount {
      for predicted in 0..<matrix.classCount where predicted != actual {
        byActual[actual] += matrix[actual, predicted]
        byPredicted[predicted] += matrix[actual, predicted]
        total += matrix[actual, predicted]
      }
    }
  }

  /// The probability of as many rows of one label taken for the other.
  func pValue(_ actual: Int, _ predicted: Int) -> Double {
    let both = matrix[actual, predicted]
    return FisherExact.greater(
      both,
      of: byActual[actual],
      against: byPredicted[predicted] - both,
      of: total - byActual[actual]
    ) ?? 1
  }
}
