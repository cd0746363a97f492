extension Configuration {
  /// When a version may be released, by what people found in it.
  public struct Review: Sendable, Hashable {
    /// The largest share of errors that may be released, 0.001…0.5.
    public var limit = 0.05
    /// How many of a version's synthetic rows are drawn for its spot check, 10…10,000.
    public var sample = 100

    /// The defaults.
    public init() {}
  }

  /// The lines of the file that say when a version may be released.
  var reviewLines: [String] {
    guard review != Review() else { return [] }
    return ["", "review:", "  limit: \(review.limit)", "  sample: \(review.sample)"]
  }
}

extension Configuration.Review {
  init(_ mapping: inout StrictMapping) throws {
    self.init()
    limit = try mapping.value("limit")?.double(0.001...0.5) ?? limit
    sample = try mapping.value("sample")?.int(10...10_000) ?? sample
  }
}
