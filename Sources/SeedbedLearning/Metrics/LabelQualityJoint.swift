extension LabelQuality {
  /// The confident joint scaled to the number of rows of each label, in whole numbers.
  ///
  /// Row `i` sums to the rows labelled `i`; the largest fractions are rounded up, of equal ones the
  /// earlier class first.
  public var calibratedJoint: [Int] {
    (0..<classCount).flatMap { label in
      apportion(
        total: labelCounts[label],
        weights: confidentJoint[(label * classCount)..<((label + 1) * classCount)].map(Double.init)
      )
    }
  }

  /// The estimated share of rows whose label is wrong.
  public var noiseRate: Double {
    let joint = calibratedJoint
    let kept = (0..<classCount).reduce(0) { $0 + joint[$1 * classCount + $1] }
    return 1 - Double(kept) / Double(labels.count)
  }
}
