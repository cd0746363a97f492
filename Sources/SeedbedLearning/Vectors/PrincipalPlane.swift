import SeedbedKernels

/// Vectors seen from where they spread most: their first two principal components.
///
/// The directions are the eigenvectors of the covariance matrix (Jolliffe, *Principal Component Analysis*),
/// found exactly, so that the same vectors give the same picture everywhere.
public struct PrincipalPlane: Sendable, Hashable {
  /// A place in the plane.
  public struct Point: Sendable, Hashable {
    /// The first component.
    public var x: Double
    /// The second component.
    public var y: Double
  }

  /// The place of each vector, in their order.
  public let points: [Point]
  /// The shares of the whole variance that the first and the second component hold, each in 0...1.
  public let explained: [Double]

  /// Finds the plane; nil where there are no two vectors that differ.
  ///
  /// Of vectors with more than 512 numbers only the first 512 are looked at, which bounds the cost; the
  /// built-in embedders have 512 or fewer.
  ///
  /// - Parameter vectors: At least one vector of at least two numbers.
  public init?(_ vectors: VectorTable) {
    let size = min(vectors.dimensions, Self.mostDimensions), count = vectors.count
    guard count > 1, size > 1 else { return nil }
    let centered = Self.centered(vectors, size: size)
    let covariance = Self.covariance(centered, size: size)
    let total = (0..<size).reduce(0) { $0 + covariance[$1 * size + $1] }
    guard total > 1e-12 else { return nil }
    let (values, directions) = symmetricEigenvectors(covariance, size: size)
    points = (0..<count).map { row in
      let place = Self.place(centered, row, directions, size)
      return Point(x: place.0, y: place.1)
    }
    explained = values.prefix(2).map { max(0, min(1, $0 / total)) }
  }

  private static let mostDimensions = 512

  private static func centered(_ vectors: VectorTable, size: Int) -> [Float] {
    var means = [Double](repeating: 0, count: size)
    for row in 0..<vectors.count {
      let start = row * vectors.dimensions
      for column in 0..<size { means[column] += Double(vectors.values[start + column]) }
    }
    for column in means.indices { means[column] /= Double(vectors.count) }
    var centered: [Float] = []
    centered.reserveCapacity(vectors.count * size)
    for row in 0..<vectors.count {
      let start = row * vectors.dimensions
      for column in 0..<size {
        centered.append(Float(Double(vectors.values[start + column]) - means[column]))
      }
    }
    return centered
  }

  private static func covariance(_ centered: [Float], size: Int) -> [Double] {
    let count = centered.count / size
    var turned = [Float](repeating: 0, count: centered.count)
    for row in 0..<count {
      for column in 0..<size { turned[column * count + row] = centered[row * size + column] }
    }
    let product = matrixProduct(
      turned.span,
      centered.span,
      rows: size,
      inner: count,
      columns: size
    )
    var covariance = [Double](repeating: 0, count: size * size)
    // The product of a matrix with its transpose may miss symmetry by rounding.
    for row in 0..<size {
      for column in 0...row {
        let value = Double(product[row * size + column]) / Double(count - 1)
        covariance[row * size + column] = value
        covariance[column * size + row] = value
      }
    }
    return covariance
  }

  private static func place(
    _ centered: [Float],
    _ row: Int,
    _ directions: [Double],
    _ size: Int
  ) -> (Double, Double) {
    var (x, y) = (0.0, 0.0)
    for column in 0..<size {
      let value = Double(centered[row * size + column])
      x += value * directions[column]
      y += value * directions[size + column]
    }
    return (x, y)
  }
}
