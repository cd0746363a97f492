extension LabelQuality {
  /// How rows are chosen as probably mislabelled, after cleanlab's names.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// For each pair of classes as many as the calibrated joint estimates, by the largest margin of the
    /// other class over the label.
    case pruneByNoiseRate = "prune_by_noise_rate"
    /// For each label as many as the joint estimates, by the smallest probability of the label.
    case pruneByClass = "prune_by_class"
    /// What both of the above choose.
    case both
    /// Every row that belongs confidently to another class than its label.
    case confidentLearning = "confident_learning"
  }

  /// The rows that are probably mislabelled (`find_label_issues`).
  ///
  /// Rows whose label is the most probable class are never among them. Of rows with equal margins or
  /// probabilities the earlier come first.
  ///
  /// - Parameters:
  ///   - rule: How to choose.
  ///   - keeping: How many rows of each label must stay, from 1.
  /// - Returns: Row numbers, ascending.
  public func issues(_ rule: Rule = .pruneByNoiseRate, keeping: Int = 1) -> [Int] {
    var chosen: [Bool]
    switch rule {
    case .confidentLearning:
      chosen = zip(labels, confidentClasses).map { $1 != nil && $1 != $0 }
    case .pruneByNoiseRate, .pruneByClass:
      chosen = pruned(rule, keeping: max(keeping, 1))
    case .both:
      let second = pruned(.pruneByClass, keeping: max(keeping, 1))
      chosen = zip(pruned(.pruneByNoiseRate, keeping: max(keeping, 1)), second).map { $0 && $1 }
    }
    return labels.indices.filter { row in
      chosen[row] && labelCounts[labels[row]] >= minimumCount && suggestedLabel(row) != labels[row]
    }
  }

  /// The class that a row should have by its probabilities; its label where that is as probable.
  ///
  /// - Parameter row: The row's place.
  /// - Returns: A class in `0..<classCount`.
  public func suggestedLabel(_ row: Int) -> Int {
    let own = labels[row]
    func value(_ label: Int) -> Double {
      probabilities[row * classCount + label] + (label == own ? Self.slack : 0)
    }
    var best = 0
    for label in 1..<max(classCount, 1) where value(label) > value(best) { best = label }
    return best
  }

  private func pruned(_ rule: Rule, keeping: Int) -> [Bool] {
    let counts = pruneCounts(keeping: keeping)
    var rowsOf = [[Int]](repeating: [], count: classCount)
    for (row, label) in labels.enumerated() { rowsOf[label].append(row) }
    var chosen = [Bool](repeating: false, count: labels.count)
    for label in 0..<classCount {
      let rows = rowsOf[label]
      guard rows.count > keeping else { continue }
      func choose(_ count: Int, by key: (Int) -> Double) {
        guard count > 0 else { return }
        let keys = rows.map(key)
        let order = rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        for place in order.prefix(count) { chosen[rows[place]] = true }
      }
      if rule == .pruneByClass {
        choose(rows.count - counts[label * classCount + label]) { probability($0, label) }
        continue
      }
      for other in 0..<classCount where other != label {
        choose(counts[label * classCount + other]) {
          probability($0, label) - probability($0, other)
        }
      }
    }
    return chosen
  }

  private func probability(_ row: Int, _ label: Int) -> Double {
    probabilities[row * classCount + label]
  }

  /// The calibrated joint with at least `keeping` on the diagonal, taken evenly from the pairs.
  private func pruneCounts(keeping: Int) -> [Int] {
    var counts = calibratedJoint
    for label in 0..<classCount {
      let row = (label * classCount)..<((label + 1) * classCount)
      let diagonal = label * classCount + label
      let raise = keeping - counts[diagonal]
      guard raise > 0 else { continue }
      let share = Double(raise) / Double(max(counts[row].count { $0 != 0 } - 1, 1))
      for index in row where index != diagonal {
        counts[index] = Int(max(Double(counts[index]) - share, 0))
      }
      counts[diagonal] = keeping
    }
    return counts
  }
}
