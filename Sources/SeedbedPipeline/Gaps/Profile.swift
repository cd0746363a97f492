public import SeedbedData

/// Counts of samples by dimension and by pair of dimensions, and how often texts repeat.
public struct Profile: Sendable {
  /// The dimensions' names, in order.
  public let dimensions: [String]
  /// How many rows were counted.
  public var rows = 0
  /// Rows whose normalised text came before.
  public var repeatedRows = 0
  /// Unicode scalars in the shortest and the longest text.
  public var shortest = Int.max
  /// Unicode scalars in the longest text.
  public var longest = 0

  /// The values of each dimension in the order in which they were first seen, or of display.
  private var values: [[String]]
  private var valueIndexes: [[String: Int]]
  private var singles: [[Int]]
  /// Counts of pairs, keyed by dimension pair, then by the two values' indexes.
  private var pairs: [[UInt64: Int]]

  /// An empty profile.
  ///
  /// - Parameters:
  ///   - dimensions: The dimensions' names.
  ///   - knownValues: For each dimension, the values that count as seen from the start.
  public init(dimensions: [String], knownValues: [[String]]) {
    self.dimensions = dimensions
    values = knownValues
    valueIndexes = knownValues.map { names in
      Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }
    singles = knownValues.map { [Int](repeating: 0, count: $0.count) }
    pairs = Array(repeating: [:], count: dimensions.count * dimensions.count)
  }

  /// Counts one row.
  ///
  /// - Parameters:
  ///   - rowValues: Its value in each dimension, in order.
  ///   - length: The scalars of its text.
  public mutating func count(_ rowValues: [String], length: Int) {
    rows += 1
    shortest = min(shortest, length)
    longest = max(longest, length)
    var indexes: [Int] = []
    indexes.reserveCapacity(rowValues.count)
    for (dimension, value) in rowValues.enumerated() {
      let index = self.index(of: value, in: dimension)
      singles[dimension][index] += 1
      indexes.append(index)
    }
    for left in indexes.indices {
      for right in (left + 1)..<max(left + 1, indexes.count) {
        let key = UInt64(indexes[left]) << 32 | UInt64(indexes[right])
        pairs[left * dimensions.count + right][key, default: 0] += 1
      }
    }
  }

  /// Adds the counts of a profile over other rows, as if its rows had been counted after these.
  ///
  /// - Parameter other: A profile over the same dimensions.
  public mutating func merge(_ other: Profile) {
    rows += other.rows
    repeatedRows += other.repeatedRows
    shortest = min(shortest, other.shortest)
    longest = max(longest, other.longest)
    var mapped: [[Int]] = []
    for dimension in dimensions.indices {
      mapped.append(other.values[dimension].map { index(of: $0, in: dimension) })
      for (index, count) in other.singles[dimension].enumerated() {
        singles[dimension][mapped[dimension][index]] += count
      }
    }
    for left in dimensions.indices {
      for right in dimensions.indices where right > left {
        let place = left * dimensions.count + right
        for (key, count) in other.pairs[place] {
          let first = mapped[left][Int(key >> 32)], second = mapped[right][Int(key & 0xFFFF_FFFF)]
          pairs[place][UInt64(first) << 32 | UInt64(second), default: 0] += count
        }
      }
    }
  }

  /// All values of a dimension: those of a measured one in the order of display, else sorted.
  ///
  /// - Parameter dimension: The dimension's name.
  /// - Returns: The values that were declared or seen.
  public func values(of dimension: String) -> [String] {
    guard let index = dimensions.firstIndex(of: dimension) else { return [] }
    return DimensionName.measured.contains(dimension) ? values[index] : values[index].sorted()
  }

  /// How many rows lie in a cell of one or two dimensions; all rows lie in the empty cell.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: The count; 0 for a value that was never seen.
  public func count(in cell: Cell) -> Int {
    let places = cell.coordinates.compactMap { coordinate -> (Int, Int)? in
      guard let dimension = dimensions.firstIndex(of: coordinate.dimension),
        let value = valueIndexes[dimension][coordinate.value]
      else { return nil }
      return (dimension, value)
    }.sorted { $0.0 < $1.0 }
    guard places.count == cell.coordinates.count else { return 0 }
    switch places.count {
    case 0: return rows
    case 1: return singles[places[0].0][places[0].1]
    default:
      let key = UInt64(places[0].1) << 32 | UInt64(places[1].1)
      return pairs[places[0].0 * dimensions.count + places[1].0][key] ?? 0
    }
  }

  private mutating func index(of value: String, in dimension: Int) -> Int {
    if let index = valueIndexes[dimension][value] { return index }
    let index = values[dimension].count
    values[dimension].append(value)
    valueIndexes[dimension][value] = index
    singles[dimension].append(0)
    return index
  }
}
