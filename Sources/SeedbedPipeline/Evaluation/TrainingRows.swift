import SeedbedKernels
import SeedbedLearning

/// The rows that students are trained on, real ones first, numbered through.
struct TrainingRows: Sendable {
  /// The labels in order of class number.
  let classes: [String]
  /// The class of each row.
  let labels: [Int]
  let texts: [String]
  /// Rows of one group are left out together.
  let groups: [Int]
  /// The fold of each row.
  let foldOf: [Int]
  let realCount: Int
  let seed: Int

  var real: [Int] { Array(0..<realCount) }
  var synthetic: [Int] { Array(realCount..<labels.count) }

  init(real: [UtilityRow], synthetic: [UtilityRow], folds: Int, seed: Int) {
    let rows = real + synthetic
    let classes = Array(Set(rows.compactMap(\.label))).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    var groupNumbers: [String: Int] = [:]
    var groups: [Int] = []
    for (index, row) in rows.enumerated() {
      guard let group = row.group else {
        groups.append(rows.count + index)
        continue
      }
      let number = groupNumbers[group] ?? groupNumbers.count
      groupNumbers[group] = number
      groups.append(number)
    }
    self.classes = classes
    labels = rows.map { row in row.label.flatMap { numbers[$0] } ?? 0 }
    texts = rows.map(\.text)
    self.groups = groups
    realCount = real.count
    self.seed = seed
    foldOf = Self.folds(labels, groups, count: folds, seed: seed)
  }

  /// Rows in an order of which every beginning has the labels in about their shares.
  func order(_ rows: [Int], operation: String, draw: Int) -> [Int] {
    var random = CounterRandom(
      seed: UInt64(bitPattern: Int64(seed)),
      sample: "",
      operation: operation,
      draw: draw
    )
    var byLabel = [[Int]](repeating: [], count: classes.count)
    for row in rows { byLabel[labels[row]].append(row) }
    var places: [(place: Double, row: Int)] = []
    for var members in byLabel where !members.isEmpty {
      random.shuffle(&members)
      // An offset of its own, or else the same labels would always come first.
      let offset = random.unit()
      for (index, row) in members.enumerated() {
        places.append(((Double(index) + offset) / Double(members.count), row))
      }
    }
    return places.sorted { ($0.place, $0.row) < ($1.place, $1.row) }.map(\.row)
  }

  /// Folds with the labels in about their shares; which rows go where is drawn.
  private static func folds(_ labels: [Int], _ groups: [Int], count: Int, seed: Int) -> [Int] {
    var order = Array(labels.indices)
    var random = CounterRandom(
      seed: UInt64(bitPattern: Int64(seed)),
      sample: "",
      operation: "evaluation folds",
      draw: 0
    )
    random.shuffle(&order)
    let shuffled = Folds.assign(
      labels: order.map { labels[$0] },
      groups: order.map { groups[$0] },
      count: count
    )
    var folds = [Int](repeating: 0, count: labels.count)
    for (place, row) in order.enumerated() { folds[row] = shuffled[place] }
    return folds
  }
}
