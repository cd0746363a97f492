/// Chooses few vectors that stand for many.
///
/// Similarity is the cosine. Nothing is drawn at random and the lower index wins a tie, so a choice
/// depends on the vectors alone. A vector without a direction (zeros) is chosen only when nothing
/// else is left.
public enum DiverseSelection {
  /// How rows are chosen.
  public enum Method: String, Sendable, CaseIterable {
    /// Those that best represent all rows, dense regions first.
    case facilityLocation = "facility-location"
    /// Those that are farthest from each other, outliers first.
    case farthestFirst = "farthest-first"
  }

  /// Rows in the order in which they were chosen.
  public struct Choice: Sendable, Hashable {
    /// The positions of the rows.
    public var rows: [Int]
    /// What each row added when it was chosen: to the sum of the similarities of all rows to their
    /// nearest chosen one (facility location), or its cosine distance, 1 - cosine, from the rows
    /// chosen before (farthest first; 2 for the first of all).
    public var gains: [Double]
  }

  /// Chooses rows by one of the methods.
  ///
  /// - Parameters:
  ///   - table: A vector for each row.
  ///   - count: How many rows to choose; all rows if there are fewer.
  ///   - method: How to choose.
  ///   - covered: Vectors that count as chosen already, such as those of the training data.
  ///   - threads: The most threads, at least 1.
  /// - Returns: The rows, first choice first.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func choose(
    _ table: VectorTable,
    count: Int,
    method: Method,
    covered: VectorTable? = nil,
    threads: Int = 1
  ) async throws -> Choice {
    switch method {
    case .facilityLocation:
      try await facilityLocation(table, count: count, covered: covered, threads: threads)
    case .farthestFirst:
      try await farthestFirst(table, count: count, covered: covered, threads: threads)
    }
  }
}
