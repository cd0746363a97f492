/// From when an n-gram stands in too many rows to be evidence.
///
/// An n-gram is boilerplate when more rows than both limits hold it; what is found by boilerplate
/// alone is undecided.
public struct BoilerplateRule: Sendable, Hashable {
  /// The share of rows above which an n-gram is boilerplate, 0…1.
  public var share: Double
  /// The number of rows above which an n-gram is boilerplate.
  public var floor: Int

  /// Sets the two limits.
  ///
  /// - Parameters:
  ///   - share: The share of rows that an n-gram must exceed, 0…1.
  ///   - floor: The number of rows that an n-gram must exceed.
  public init(share: Double, floor: Int) {
    self.share = share
    self.floor = floor
  }

  /// Whether an n-gram in some of the rows is boilerplate.
  ///
  /// - Parameters:
  ///   - rows: How many rows hold it.
  ///   - total: How many rows there are.
  /// - Returns: True above both limits.
  func covers(_ rows: Int, of total: Int) -> Bool {
    rows > floor && Double(rows) > share * Double(total)
  }
}
