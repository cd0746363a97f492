import SeedbedKernels

/// The vectors of a table, each of length 1, so that a dot product is a cosine.
///
/// A vector whose length is within 1e-6 of 1 stays as it is, so an embedder's own bits are compared.
/// A vector of zeros, or one that holds an infinity or what is not a number, has no direction: it
/// becomes zeros here and is never similar to anything.
struct UnitVectors: Sendable {
  let dimensions: Int
  let values: [Float]
  /// Whether each vector has a direction.
  let isUsable: [Bool]

  var count: Int { isUsable.count }

  init(_ table: VectorTable) {
    let dimensions = table.dimensions
    var values = table.values
    var isUsable = [Bool](repeating: true, count: table.count)
    for index in isUsable.indices {
      let range = index * dimensions..<(index + 1) * dimensions
      let length = Self.squaredLength(values, range).squareRoot()
      if abs(length - 1) <= 1e-6 { continue }
      isUsable[index] = length > 0 && length.isFinite
      for at in range { values[at] = isUsable[index] ? Float(Double(values[at]) / length) : 0 }
    }
    self.dimensions = dimensions
    self.values = values
    self.isUsable = isUsable
  }

  /// The cosine of two vectors, the same bits on every machine.
  func cosine(_ index: Int, _ other: UnitVectors, _ otherIndex: Int) -> Float {
    let product = unsafe values.withUnsafeBufferPointer { left in
      unsafe other.values.withUnsafeBufferPointer { right in
        let start = index * dimensions
        let otherStart = otherIndex * dimensions
        return dot(
          unsafe left.extracting(start..<start + dimensions).span,
          unsafe right.extracting(otherStart..<otherStart + dimensions).span
        )
      }
    }
    return min(max(product, -1), 1)
  }

  /// A table of some of the vectors.
  func gathered(_ indices: [Int]) -> VectorTable {
    var gathered: [Float] = []
    gathered.reserveCapacity(indices.count * dimensions)
    for index in indices { gathered += values[index * dimensions..<(index + 1) * dimensions] }
    return VectorTable(dimensions: dimensions, values: gathered)
  }

  /// In double precision, where the square of no float overflows.
  private static func squaredLength(_ values: [Float], _ range: Range<Int>) -> Double {
    var sums = SIMD4<Double>()
    var at = range.lowerBound
    while at + 4 <= range.upperBound {
      let part = SIMD4(
        Double(values[at]),
        Double(values[at + 1]),
        Double(values[at + 2]),
        Double(values[at + 3])
      )
      sums += part * part
      at += 4
    }
    var sum = (sums[0] + sums[1]) + (sums[2] + sums[3])
    while at < range.upperBound {
      sum += Double(values[at]) * Double(values[at])
      at += 1
    }
    return sum
  }
}
