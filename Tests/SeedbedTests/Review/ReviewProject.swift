import Foundation
import SeedbedData
import SeedbedPipeline
import Synchronization
import Testing

/// The small project of the runner's tests after a run, with a review desk whose clock the test moves.
final class ReviewProject {
  /// The time, which only the test moves.
  final class Time: Sendable {
    let seconds = Mutex(1_700_000_000)
  }

  let project: RunnerProject
  let journal = InMemoryJournal()
  let reviews: InMemoryReviews
  let time = Time()

  /// Room for what people add to a text.
  static let settings = RunnerProject.settings + "verification: {maximum_length: 400}\n"

  init(settings: String = ReviewProject.settings) async throws {
    project = try await RunnerProject(settings: settings)
    reviews = InMemoryReviews(journal)
    _ = try await runner().run()
  }

  func runner(overrides: [String: String] = [:]) throws -> Runner {
    Runner(
      project: try Project(openingAt: project.folder.path),
      journal: journal,
      options: Runner.Options(
        threads: 2,
        overrides: overrides,
        clock: { [time, folder = project.folder] in
          withExtendedLifetime(folder) { time.seconds.withLock(\.self) }
        }
      )
    )
  }

  func desk(overrides: [String: String] = [:]) throws -> ReviewDesk {
    try ReviewDesk(runner: try runner(overrides: overrides), reviews: reviews)
  }

  func candidates() throws -> [Candidate] {
    journal.candidates(plan: try project.plan().digest)
  }

  func wait(_ seconds: Int) { time.seconds.withLock { $0 += seconds } }

  static func decision(
    _ sample: SampleID,
    _ verdict: ReviewVerdict,
    by author: String = "ada",
    reason: String? = nil,
    _ correction: ReviewCorrection? = nil
  ) -> ReviewDecision {
    ReviewDecision(
      sample: sample,
      purpose: .gap,
      author: author,
      verdict: verdict,
      reason: verdict == .reject ? reason ?? "wrong" : reason,
      correction: correction,
      decidedAt: 1_700_000_100
    )
  }

  /// Decides on the next samples of a queue until none is left for an author.
  func decideAll(
    _ desk: ReviewDesk,
    in queue: String,
    by author: String = "ada",
    wrong: Int
  ) async throws -> Int {
    var decided = 0
    while let card = try await desk.next(in: queue, for: author) {
      let verdict: ReviewVerdict = decided < wrong ? .reject : .accept
      _ = try await desk.decide(Self.decision(card.sample.id, verdict, by: author), in: queue)
      decided += 1
    }
    return decided
  }
}
