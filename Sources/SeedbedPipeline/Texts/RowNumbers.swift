/// Where the rows of a file that were read stand in it, in memory that grows with gaps only.
public struct RowNumbers: Sendable {
  /// From which position on rows stand how much further back than their position says.
  private var shifts: [(position: Int, shift: Int)] = []
  /// How many rows there are.
  public private(set) var count = 0

  /// No rows yet.
  public init() {}

  /// Adds the next row.
  ///
  /// - Parameter number: Its number in the file, from 1; above that of the row before.
  public mutating func append(_ number: Int) {
    let shift = number - count
    if shifts.last?.shift != shift { shifts.append((count, shift)) }
    count += 1
  }

  /// The number of a row in the file.
  ///
  /// - Parameter position: Its position among the rows that were read, from 0.
  /// - Returns: Its number, from 1.
  public subscript(position: Int) -> Int {
    var (low, high) = (0, shifts.count)
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].position <= position { low = middle + 1 } else { high = middle }
    }
    return position + (low > 0 ? shifts[low - 1].shift : 1)
  }
}
