public import SeedbedData
public import SeedbedPipeline

/// A board that can say what comes after the sample at hand, so that the page has it ready.
///
/// Where a board cannot, the page gets the next sample in the reply to a decision.
public protocol ForesightedBoard: ReviewBoard {
  /// The next sample for a reviewer beside those that are before their eyes already.
  ///
  /// - Parameters:
  ///   - queue: The queue.
  ///   - author: The reviewer.
  ///   - shown: Samples that the page has, decided or not.
  /// - Returns: Nil where the queue has no other one left for them.
  /// - Throws: As `next(in:for:)`.
  func next(
    in queue: String,
    for author: String,
    besides shown: [SampleID]
  ) async throws -> ReviewCard?
}

extension ReviewDesk: ForesightedBoard {}
