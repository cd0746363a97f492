extension LabelQuality {
  /// How well a label fits its row, after cleanlab's names; the lower, the worse.
  public enum Score: String, Hashable, Sendable, CaseIterable {
    /// The probability of the label.
    case selfConfidence = "self_confidence"
    /// How far the label's probability lies above the largest other one, scaled to 0...1.
    case normalizedMargin = "normalized_margin"
    /// The entropy of the row over the probability of its label, as `log(x + 1) / x`; for a certain row
    /// its limit, 1 or 0.
    case confidenceWeightedEntropy = "confidence_weighted_entropy"
  }

  /// One score for each row (`get_label_quality_scores`).
  ///
  /// - Parameter score: Which score.
  /// - Returns: Numbers in 0...1, the worst labels lowest. With a single class every margin is 1.
  public func scores(_ score: Score = .selfConfidence) -> [Double] {
    labels.indices.map { row in
      let start = row * classCount
      let own = probabilities[start + labels[row]]
      switch score {
      case .selfConfidence: return own
      case .normalizedMargin:
        var other = classCount > 1 ? 0.0 : own - 1
        for label in 0..<classCount where label != labels[row] {
          other = max(other, probabilities[start + label])
        }
        return (own - other + 1) / 2
      case .confidenceWeightedEntropy:
        let range = start..<(start + classCount)
        let entropy = -probabilities[range].reduce(0) { $0 + PortableMath.xLogX($1) }
        let normal = classCount > 1 ? entropy / PortableMath.log(Double(classCount)) : 0
        let ratio = max(normal, 0) / max(own, Self.slack)
        // The limit for a row that is certain; cleanlab calls even a right label worst there.
        guard ratio >= Self.slack else { return own > 0.5 ? 1 : 0 }
        return PortableMath.log(ratio + 1) / ratio
      }
    }
  }
}
