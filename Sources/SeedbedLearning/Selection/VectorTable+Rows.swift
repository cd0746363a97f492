extension VectorTable {
  /// The vectors of some rows.
  ///
  /// - Parameter rows: The positions of the vectors, in any order.
  /// - Returns: A table of those vectors, in the order given.
  public func rows(_ rows: [Int]) -> VectorTable {
    if rows.count == count, rows.elementsEqual(0..<count) { return self }
    var values: [Float] = []
    values.reserveCapacity(rows.count * dimensions)
    for row in rows { values.append(contentsOf: self[row]) }
    return VectorTable(dimensions: dimensions, values: values)
  }
}
