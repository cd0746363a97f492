/// Two vectors of one table that point the same way.
public struct CosinePair: Sendable, Hashable {
  /// The index of the one that comes first in the table.
  public var left: Int
  /// The index of the other, greater than `left`.
  public var right: Int
  /// The cosine of the angle between them, -1...1.
  public var cosine: Float

  /// Makes a pair.
  ///
  /// - Parameters:
  ///   - left: The lower index.
  ///   - right: The higher index.
  ///   - cosine: The cosine of the angle between them, -1...1.
  public init(left: Int, right: Int, cosine: Float) {
    self.left = left
    self.right = right
    self.cosine = cosine
  }
}

/// A vector found for a query.
public struct Neighbor: Sendable, Hashable {
  /// The vector's index in the table that was searched.
  public var index: Int
  /// The cosine of the angle between it and the query, -1...1.
  public var cosine: Float

  /// Makes a neighbour.
  ///
  /// - Parameters:
  ///   - index: The vector's index in the table that was searched.
  ///   - cosine: The cosine of the angle between it and the query, -1...1.
  public init(index: Int, cosine: Float) {
    self.index = index
    self.cosine = cosine
  }
}
