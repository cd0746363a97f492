import SeedbedData
import Synchronization

/// Counts the results of a search over all threads and refuses when there are too many to hold.
final class ResultBudget: Sendable {
  private let limit: Int
  private let most: Int
  private let noun: String
  private let used = Atomic<Int>(0)

  /// Sets a limit.
  ///
  /// - Parameters:
  ///   - limit: The most results.
  ///   - noun: What they are.
  ///   - perResult: How often one and the same may be counted.
  init(limit: Int, of noun: String, perResult: Int = 1) {
    self.limit = limit
    most = limit.multipliedReportingOverflow(by: perResult).overflow ? .max : limit * perResult
    self.noun = noun
  }

  /// Takes up room for some results.
  ///
  /// - Throws: A `SeedbedError` when the limit is passed.
  func take(_ count: Int) throws {
    guard used.wrappingAdd(count, ordering: .relaxed).newValue > most else { return }
    throw SeedbedError(
      .data,
      "More than `\(limit)` \(noun) of vectors reach the threshold",
      hint: "raise the threshold, or remove exact duplicates first"
    )
  }
}
