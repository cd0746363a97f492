/// One combination of dimension values, such as `intent=refund, language=es`.
public struct Cell: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// One dimension with its value.
  public struct Coordinate: Hashable, Sendable, Comparable {
    /// The dimension's name.
    public var dimension: String
    /// The value; `*` stands for every value in a requirement.
    public var value: String

    /// Makes a coordinate.
    ///
    /// - Parameters:
    ///   - dimension: The dimension's name.
    ///   - value: The value.
    public init(_ dimension: String, _ value: String) {
      self.dimension = dimension
      self.value = value
    }

    /// Orders by dimension, then by value.
    public static func < (left: Coordinate, right: Coordinate) -> Bool {
      (left.dimension, left.value) < (right.dimension, right.value)
    }
  }

  /// The coordinates in the order of the project's dimensions.
  public let coordinates: [Coordinate]

  /// Makes a cell.
  ///
  /// - Parameter coordinates: One or two coordinates, each of another dimension.
  public init(_ coordinates: [Coordinate]) {
    self.coordinates = coordinates
  }

  /// The value of a dimension in this cell, or nil where the cell leaves it open.
  ///
  /// - Parameter dimension: The dimension's name.
  public subscript(_ dimension: String) -> String? {
    coordinates.first { $0.dimension == dimension }?.value
  }

  /// The dimensions' names, in order.
  public var dimensions: [String] { coordinates.map(\.dimension) }

  /// Whether another cell lies inside this one: it has the same value wherever this one has one.
  ///
  /// - Parameter other: The cell that may lie inside.
  /// - Returns: True for the cell itself too.
  public func contains(_ other: Cell) -> Bool {
    coordinates.allSatisfy { other[$0.dimension] == $0.value }
  }

  /// `dimension=value` joined by commas.
  public var description: String {
    coordinates.map { "\($0.dimension)=\($0.value)" }.joined(separator: ", ")
  }

  /// Orders by the coordinates, shorter cells first where one begins like the other.
  public static func < (left: Cell, right: Cell) -> Bool {
    left.coordinates.lexicographicallyPrecedes(right.coordinates)
  }

  /// The cell as a JSON object of dimension to value.
  public var json: JSONValue {
    var object = JSONObject()
    for coordinate in coordinates { object[coordinate.dimension] = .string(coordinate.value) }
    return .object(object)
  }
}
