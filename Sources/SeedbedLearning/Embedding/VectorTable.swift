/// Vectors of one length, one behind the other in memory.
public struct VectorTable: Sendable, Equatable {
  /// How many numbers a vector has, at least 1.
  public let dimensions: Int
  /// The numbers, vector by vector.
  public private(set) var values: [Float]

  /// How many vectors there are.
  public var count: Int { values.count / dimensions }

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - dimensions: How many numbers a vector has, at least 1.
  ///   - values: The numbers, vector by vector; a multiple of `dimensions`.
  public init(dimensions: Int, values: [Float] = []) {
    precondition(dimensions > 0, "a vector needs at least one number")
    precondition(values.count % dimensions == 0, "the numbers do not fill whole vectors")
    self.dimensions = dimensions
    self.values = values
  }

  /// The numbers of one vector.
  ///
  /// - Parameter index: The vector's position, from 0.
  public subscript(index: Int) -> ArraySlice<Float> {
    values[index * dimensions..<(index + 1) * dimensions]
  }

  /// Adds the vectors of another table behind the own ones.
  ///
  /// - Parameter other: A table of as many dimensions.
  public mutating func append(_ other: VectorTable) {
    precondition(other.dimensions == dimensions, "the tables have vectors of different lengths")
    values.append(contentsOf: other.values)
  }
}
