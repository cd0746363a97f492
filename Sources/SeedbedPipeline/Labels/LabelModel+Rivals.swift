public import SeedbedData
import SeedbedLearning

extension LabelModel {
  /// The labels that real samples of each label are most easily taken for.
  ///
  /// A label's rivals are ordered by the mean probability that held-out models give them on real samples
  /// of the label, which shows a boundary also where no sample is on its wrong side.
  ///
  /// - Parameter samples: Real labelled samples.
  /// - Returns: For each label with samples all other labels, the nearest first.
  public func rivals(of samples: [Sample]) -> [String: [String]] {
    var sums: [String: [Double]] = [:]
    for sample in samples {
      guard let label = sample.label, let row = rowOf[sample.id.hex] else { continue }
      let start = row * classes.count
      for index in classes.indices {
        sums[label, default: Array(repeating: 0, count: classes.count)][index] +=
          outOfFold.probabilities[start + index]
      }
    }
    var rivals: [String: [String]] = [:]
    for (label, sum) in sums {
      let order = classes.indices.sorted { (sum[$1], $0) < (sum[$0], $1) }
      rivals[label] = order.map { classes[$0] }.filter { $0 != label }
    }
    return rivals
  }
}
