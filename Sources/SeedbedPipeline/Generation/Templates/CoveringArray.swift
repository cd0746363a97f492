import SeedbedKernels

/// Rows of values in which every combination of any few columns comes at least once.
///
/// Made row by row from the best of several greedy candidates (AETG: Cohen, Dalal, Fredman and Patton,
/// "The AETG system", 1997), for pairs also from the lines of a plane over a prime field (Bush, 1952),
/// whichever is smaller, and without the rows that the others make needless. The values are indices from 0;
/// the first rows show every value of every column.
public struct CoveringArray: Sendable, Hashable {
  /// The most combinations that arrays are made for in the program.
  static let mostTuples = 10_000
  /// Where the plane has rows, more combinations than these are left to it.
  private static let mostGreedy = 2_000
  private static let mostAttempts = 24
  private static let work = 16_000

  /// How many values each column has.
  public let sizes: [Int]
  /// How many columns are covered together.
  public let strength: Int
  /// The rows, one after the other.
  private var cells: [Int]

  /// Makes an array.
  ///
  /// - Parameters:
  ///   - sizes: How many values each column has; all at least 1.
  ///   - strength: How many columns are covered together, 1 to 3; at most the number of columns counts.
  ///   - seed: Another seed gives other rows.
  public init(sizes: [Int], strength: Int, seed: UInt64 = 0) {
    self.sizes = sizes
    self.strength = max(1, min(strength, sizes.count, 3))
    cells = []
    guard !sizes.isEmpty, sizes.allSatisfy({ $0 > 0 }) else { return }
    if self.strength == 1 {
      for row in 0..<(sizes.max() ?? 0) { cells += sizes.map { row % $0 } }
      return
    }
    let tuples = TupleTable(sizes: sizes, strength: self.strength)
    if self.strength == 2, var plane = PlaneCover.rows(sizes) {
      tuples.dropNeedless(&plane)
      cells = plane
    }
    if cells.isEmpty || tuples.count <= Self.mostGreedy {
      // Small problems are quick, and another try may save a row.
      for attempt in 0..<max(1, min(Self.mostAttempts, Self.work / (tuples.count + 1))) {
        var greedy = GreedyCover(tuples, seed: seed, attempt: attempt)
        var rows = greedy.rows()
        tuples.dropNeedless(&rows)
        if cells.isEmpty || rows.count < cells.count { cells = rows }
      }
    }
    showValuesFirst()
  }

  /// How many rows there are.
  public var count: Int { sizes.isEmpty ? 0 : cells.count / sizes.count }

  /// The values of a row, one a column.
  ///
  /// - Parameter index: The number of the row.
  public subscript(_ index: Int) -> ArraySlice<Int> {
    cells[(index * sizes.count)..<((index + 1) * sizes.count)]
  }

  /// How many combinations of values have to come; nil beyond what can be counted.
  ///
  /// - Parameters:
  ///   - sizes: How many values each column has.
  ///   - strength: How many columns are covered together, 1 to 3.
  /// - Returns: The number of combinations of values over all choices of columns.
  public static func tuples(sizes: [Int], strength: Int) -> Int? {
    // The elementary symmetric polynomials of the sizes.
    var sums = [1, 0, 0, 0]
    for size in sizes {
      for degree in [3, 2, 1] {
        let (product, isTooLarge) = sums[degree - 1].multipliedReportingOverflow(by: size)
        let (sum, isBeyond) = sums[degree].addingReportingOverflow(product)
        if isTooLarge || isBeyond { return nil }
        sums[degree] = sum
      }
    }
    return sums[max(1, min(strength, sizes.count, 3))]
  }

  /// Puts rows with values that no earlier row has to the front.
  private mutating func showValuesFirst() {
    let width = sizes.count
    var left = Array(0..<count)
    var order: [Int] = []
    var isShown = sizes.map { [Bool](repeating: false, count: $0) }
    while true {
      var best: (place: Int, news: Int)?
      for (place, row) in left.enumerated() {
        let news = (0..<width).count { !isShown[$0][cells[row * width + $0]] }
        if news > best?.news ?? 0 { best = (place, news) }
        if news == width { break }
      }
      guard let best else { break }
      let row = left.remove(at: best.place)
      order.append(row)
      for column in 0..<width { isShown[column][cells[row * width + column]] = true }
    }
    cells = (order + left).flatMap { cells[($0 * width)..<(($0 + 1) * width)] }
  }
}
