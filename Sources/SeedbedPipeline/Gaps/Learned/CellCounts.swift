import SeedbedData
import SeedbedText

/// All cells of one and of two dimensions that some rows lie in, with the rows of each.
struct CellCounts {
  /// A cell by dimension and value numbers; the second pair is -1 for a cell of one dimension.
  struct Key: Hashable {
    var dimension: Int
    var value: Int
    var otherDimension = -1
    var otherValue = -1

    var isPair: Bool { otherDimension >= 0 }

    /// Whether a cell lies inside this one, and is not it.
    func contains(_ other: Key) -> Bool {
      guard !isPair, other.isPair else { return false }
      return (other.dimension == dimension && other.value == value)
        || (other.otherDimension == dimension && other.otherValue == value)
    }
  }

  let dimensions: [String]
  /// The values of each dimension in the order in which they were first seen.
  private(set) var names: [[String]]
  private(set) var codes: [[Int32]]
  private var numbers: [[String: Int32]]

  /// Numbers the values of each dimension; values in columns of the same names get the same numbers.
  init(_ dimensions: [String]) {
    self.dimensions = dimensions
    names = dimensions.map { _ in [] }
    codes = dimensions.map { _ in [] }
    numbers = dimensions.map { _ in [:] }
  }

  /// Numbers the values of further rows.
  mutating func append(_ columns: [[String]]) {
    for (dimension, column) in columns.enumerated() {
      codes[dimension].reserveCapacity(codes[dimension].count + column.count)
      for value in column { codes[dimension].append(number(of: value, in: dimension)) }
    }
  }

  private mutating func number(of value: String, in dimension: Int) -> Int32 {
    if let number = numbers[dimension][value] { return number }
    let number = Int32(names[dimension].count)
    names[dimension].append(value)
    numbers[dimension][value] = number
    return number
  }

  /// Whether a value says something: those that stand for none are no cells to speak of.
  func isNamed(_ key: Key) -> Bool {
    func isNamed(_ dimension: Int, _ value: Int) -> Bool {
      let name = names[dimension][value]
      return name != DimensionSet.none && name != "unknown"
    }
    return isNamed(key.dimension, key.value)
      && (!key.isPair || isNamed(key.otherDimension, key.otherValue))
  }

  /// Whether a row lies in a cell.
  func holds(_ key: Key, _ row: Int) -> Bool {
    codes[key.dimension][row] == key.value
      && (!key.isPair || codes[key.otherDimension][row] == key.otherValue)
  }

  /// The cell in words.
  func cell(_ key: Key) -> Cell {
    var coordinates = [Cell.Coordinate(dimensions[key.dimension], names[key.dimension][key.value])]
    if key.isPair {
      coordinates.append(
        Cell.Coordinate(
          dimensions[key.otherDimension],
          names[key.otherDimension][key.otherValue]
        )
      )
    }
    return Cell(coordinates)
  }

  /// Counts rows by cell, with how many of them have a mark.
  ///
  /// - Parameters:
  ///   - rows: Which rows to count.
  ///   - isMarked: Whether a row has the mark.
  /// - Returns: The cells in a fixed order: by dimension, pairs after singles, then by value.
  func counts(
    _ rows: some Sequence<Int>,
    isMarked: (Int) -> Bool
  ) -> [(key: Key, rows: Int, marked: Int)] {
    var counts: [Key: (rows: Int, marked: Int)] = [:]
    for row in rows {
      let mark = isMarked(row) ? 1 : 0
      for dimension in dimensions.indices {
        let value = Int(codes[dimension][row])
        counts[Key(dimension: dimension, value: value), default: (0, 0)].rows += 1
        counts[Key(dimension: dimension, value: value), default: (0, 0)].marked += mark
        for other in (dimension + 1)..<max(dimension + 1, dimensions.count) {
          let key = Key(
            dimension: dimension,
            value: value,
            otherDimension: other,
            otherValue: Int(codes[other][row])
          )
          counts[key, default: (0, 0)].rows += 1
          counts[key, default: (0, 0)].marked += mark
        }
      }
    }
    return counts.map { (key: $0.key, rows: $0.value.rows, marked: $0.value.marked) }
      .sorted { Self.order($0.key) < Self.order($1.key) }
  }

  private static func order(_ key: Key) -> (Int, Int, Int, Int) {
    (key.otherDimension, key.dimension, key.value, key.otherValue)
  }
}
