/// Which rows are left out together in cross-validation.
public enum Folds {
  /// Spreads groups over folds so that every fold sees every label in about the same share.
  ///
  /// Greedy and without chance: large groups first, each to the fold that has least of the group's
  /// labels, then to the smallest, then to the first. (The idea of scikit-learn's
  /// `StratifiedGroupKFold`, with a cost that looks only at the labels of the group.)
  ///
  /// - Parameters:
  ///   - labels: The class id of each row, from 0.
  ///   - groups: The group of each row, any numbers; rows of one group never part.
  ///   - count: How many folds, from 1.
  /// - Returns: The fold of each row, in `0..<count`.
  public static func assign(labels: [Int], groups: [Int], count: Int) -> [Int] {
    precondition(labels.count == groups.count, "folds need one group a row")
    precondition(count > 0, "there must be a fold")
    let members = rowsByGroup(groups)
    let classCount = (labels.max() ?? -1) + 1
    var totals = [Int](repeating: 0, count: classCount)
    for label in labels { totals[label] += 1 }

    var labelLoad = [Int](repeating: 0, count: count * classCount)
    var size = [Int](repeating: 0, count: count)
    var foldOf = [Int](repeating: 0, count: labels.count)
    // Sorting by size and then by the first row keeps the order of equals.
    for rows in members.sorted(by: { ($1.count, $0[0]) < ($0.count, $1[0]) }) {
      var best = 0
      var bestCost = Double.infinity
      for fold in 0..<count {
        let cost = rows.reduce(0.0) { sum, row in
          let label = labels[row]
          return sum + Double(labelLoad[fold * classCount + label]) / Double(totals[label])
        }
        if cost < bestCost || (cost == bestCost && size[fold] < size[best]) {
          best = fold
          bestCost = cost
        }
      }
      for row in rows {
        foldOf[row] = best
        labelLoad[best * classCount + labels[row]] += 1
      }
      size[best] += rows.count
    }
    return foldOf
  }

  /// The rows of each group, groups in the order of their first row.
  private static func rowsByGroup(_ groups: [Int]) -> [[Int]] {
    var place: [Int: Int] = [:]
    var members: [[Int]] = []
    for (row, group) in groups.enumerated() {
      if let index = place[group] {
        members[index].append(row)
      } else {
        place[group] = members.count
        members.append([row])
      }
    }
    return members
  }

  /// The probabilities of all rows, each by what was made without the row's fold.
  ///
  /// - Parameters:
  ///   - foldOf: The fold of each row.
  ///   - folds: How many folds there are.
  ///   - classCount: How many classes there are.
  ///   - scores: Learns from the kept rows and gives the probabilities of those left out, row by row; called
  ///     fold by fold.
  /// - Returns: `foldOf.count * classCount` probabilities.
  static func probabilities(
    _ foldOf: [Int],
    count folds: Int,
    classCount: Int,
    _ scores: (_ kept: [Int], _ left: [Int]) -> [Double]
  ) -> [Double] {
    var probabilities = [Double](repeating: 0, count: foldOf.count * classCount)
    for fold in 0..<folds {
      let left = foldOf.indices.filter { foldOf[$0] == fold }
      let values = scores(foldOf.indices.filter { foldOf[$0] != fold }, left)
      precondition(values.count == left.count * classCount, "the student has other classes")
      for (place, row) in left.enumerated() {
        for label in 0..<classCount {
          probabilities[row * classCount + label] = values[place * classCount + label]
        }
      }
    }
    return probabilities
  }
}
