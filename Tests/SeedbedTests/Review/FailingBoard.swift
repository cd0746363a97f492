import SeedbedData
import SeedbedPipeline

/// A board on which nothing works.
struct FailingBoard: ReviewBoard {
  let error: any Error

  func queues() throws -> [ReviewQueue] { throw error }

  func next(in queue: String, for author: String) throws -> ReviewCard? { throw error }

  func decide(_ decision: ReviewDecision, in queue: String) throws -> ReviewDecision { throw error }

  func undo(in queue: String, by author: String) throws -> ReviewDecision? { throw error }

  func card(_ sample: SampleID, in queue: String) throws -> ReviewCard? { throw error }

  func progress(in queue: String, for author: String) throws -> ReviewProgress { throw error }
}
