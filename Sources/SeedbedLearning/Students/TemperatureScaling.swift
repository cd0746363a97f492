/// Makes probabilities as sure as they are right, by one number.
///
/// Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks" (2017): scores are divided
/// by the temperature before the softmax, which changes no prediction. It is fitted on scores of rows
/// that the student has not seen (`OutOfFold`), for those that it has learnt from are too sure.
public struct TemperatureScaling: Hashable, Sendable {
  /// What scores are divided by; above 1 makes probabilities less sure.
  public let temperature: Double

  /// The temperatures that a fit may find.
  public static let range = 0.01...100.0

  /// Makes a scaling by a known temperature.
  ///
  /// - Parameter temperature: Above 0.
  public init(temperature: Double) {
    precondition(temperature > 0, "a temperature lies above 0")
    self.temperature = temperature
  }

  /// Finds the temperature of the least log loss.
  ///
  /// The loss is convex in the inverse of the temperature; Newton's steps are kept in an interval that
  /// holds the minimum. Where the scores are never wrong or say nothing, the end of `range` is found.
  ///
  /// - Parameters:
  ///   - labels: The right class of each row.
  ///   - probabilities: Probabilities of each class for rows that the student has not seen, row by row.
  ///     Rows whose right class has the probability 0 are left out: no temperature changes that.
  ///   - classCount: How many classes a row has.
  /// - Returns: The scaling, or nil without usable rows.
  public static func fit(
    _ labels: [Int],
    probabilities: [Double],
    classCount: Int
  ) -> TemperatureScaling? {
    precondition(
      probabilities.count == labels.count * classCount,
      "a temperature needs a row of probabilities for each label"
    )
    guard probabilities.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    let rows = labels.indices.filter { probabilities[$0 * classCount + labels[$0]] > 0 }
    guard !rows.isEmpty else { return nil }
    let scores = Scores(labels, rows, probabilities, classCount: classCount)
    var (low, high) = (1 / range.upperBound, 1 / range.lowerBound)
    var inverse = 1.0
    for _ in 0..<200 {
      let (slope, curvature) = scores.derivatives(inverse)
      if slope > 0 { high = inverse } else { low = inverse }
      let step = curvature > 0 ? inverse - slope / curvature : .infinity
      let next = step > low && step < high ? step : (low + high) / 2
      let change = abs(next - inverse)
      inverse = next
      if change <= 1e-12 * inverse { break }
    }
    let temperature = min(max(1 / inverse, range.lowerBound), range.upperBound)
    return TemperatureScaling(temperature: temperature)
  }

  /// The probabilities at this temperature.
  ///
  /// - Parameters:
  ///   - probabilities: The probability of each class, row by row; a 0 stays 0.
  ///   - classCount: How many classes a row has.
  /// - Returns: As many probabilities; those of a row sum to 1.
  public func apply(to probabilities: [Double], classCount: Int) -> [Double] {
    precondition(
      classCount > 0 && probabilities.count % classCount == 0,
      "the probabilities do not fill whole rows"
    )
    var result: [Double] = []
    result.reserveCapacity(probabilities.count)
    for start in stride(from: 0, to: probabilities.count, by: classCount) {
      let row = probabilities[start..<(start + classCount)]
      let peak = PortableMath.log(row.max() ?? 0)
      let powers = row.map { value in
        value > 0 ? PortableMath.exp((PortableMath.log(value) - peak) / temperature) : 0
      }
      let sum = powers.reduce(0, +)
      for power in powers { result.append(sum > 0 ? power / sum : 1 / Double(classCount)) }
    }
    return result
  }

  /// The logarithms of the probabilities of each row, less their largest, eight by eight.
  private struct Scores {
    /// What fills up a row: so low that no temperature of the range makes it count.
    private static let nothing = -1e6

    private let lanes: [LinearScores.Lanes]
    private let lanesPerRow: Int
    private let ownScores: [Double]

    init(_ labels: [Int], _ rows: [Int], _ probabilities: [Double], classCount: Int) {
      let width = LinearScores.width
      lanesPerRow = (classCount + width - 1) / width
      var lanes: [LinearScores.Lanes] = []
      var ownScores: [Double] = []
      for row in rows {
        let own = probabilities[(row * classCount)..<((row + 1) * classCount)]
        let peak = PortableMath.log(own.max() ?? 1)
        var scores = own.map { $0 > 0 ? PortableMath.log($0) - peak : Self.nothing }
        ownScores.append(scores[labels[row]])
        scores += Array(repeating: Self.nothing, count: lanesPerRow * width - classCount)
        for start in stride(from: 0, to: scores.count, by: width) {
          lanes.append(LinearScores.Lanes(scores[start..<(start + width)]))
        }
      }
      self.lanes = lanes
      self.ownScores = ownScores
    }

    /// The first and second derivative of the summed loss by the inverse temperature.
    func derivatives(_ inverse: Double) -> (slope: Double, curvature: Double) {
      var slope = 0.0
      var curvature = 0.0
      for (row, own) in ownScores.enumerated() {
        var sum = LinearScores.Lanes()
        var first = sum
        var second = sum
        for at in (row * lanesPerRow)..<((row + 1) * lanesPerRow) {
          let powers = LinearScores.exponential(lanes[at] * inverse)
          sum += powers
          let weighted = powers * lanes[at]
          first += weighted
          second += weighted * lanes[at]
        }
        let total = Self.total(sum)
        let mean = Self.total(first) / total
        slope += mean - own
        curvature += Self.total(second) / total - mean * mean
      }
      return (slope, curvature)
    }

    /// The sum of the lanes in an order that no library may change.
    private static func total(_ lanes: LinearScores.Lanes) -> Double {
      let four = lanes.lowHalf + lanes.highHalf
      let two = four.lowHalf + four.highHalf
      return two[0] + two[1]
    }
  }
}
