public import SeedbedData
import Synchronization

/// Reviews of what a journal in memory holds: for tests, and for using the desk as a library.
public final class InMemoryReviews: ReviewJournal {
  private struct State {
    var events: [ReviewEvent] = []
    var releases: [Release] = []
  }

  private let journal: InMemoryJournal
  private let state = Mutex(State())

  /// Reviews without any decision.
  ///
  /// - Parameter journal: What holds the samples; it is told what people decided.
  public init(_ journal: InMemoryJournal) { self.journal = journal }

  /// The current real data.
  public func realSamples() -> [Sample] { journal.realSamples() }

  /// All candidates of a plan.
  public func candidates(plan: String) -> [Candidate] { journal.candidates(plan: plan) }

  /// The newest version.
  public func newestVersion() -> DatasetVersion? { journal.versions.last }

  /// The samples of a version, as far as the journal still has them.
  public func samples(
    in version: DatasetVersion
  ) -> [(sample: Sample, verdicts: [Verdict])] {
    var known: [SampleID: (sample: Sample, verdicts: [Verdict])] = [:]
    for sample in journal.realSamples() { known[sample.id] = (sample, []) }
    for candidate in journal.allCandidates {
      known[candidate.sample.id] = (candidate.sample, candidate.verdicts)
    }
    return version.members.compactMap { known[$0.sample] }
  }

  /// The record of reviews after a number.
  public func reviewEvents(after number: Int) -> [ReviewEvent] {
    state.withLock { $0.events.filter { $0.number > number } }
  }

  /// Stores a decision, and what it made.
  public func record(_ decision: ReviewDecision, making remake: Remake?) -> ReviewDecision {
    if let remake {
      let candidate = remake.candidate, plan = remake.batch.plan
      let isKnown = journal.candidates(plan: plan).contains {
        $0.sample.id == candidate.sample.id
      }
      if !isKnown {
        journal.record(
          [candidate],
          batches: [remake.batch],
          plan: plan,
          round: candidate.round,
          quotas: []
        )
      }
    }
    let stored = state.withLock { state in
      var decision = decision
      decision.number = state.events.count + 1
      decision.replacement = remake?.candidate.sample.id
      state.events.append(.decided(decision))
      return decision
    }
    tellJournal()
    return stored
  }

  /// Stores that a decision was taken back.
  public func withdraw(decision number: Int, by author: String, at time: Int) {
    state.withLock { state in
      state.events.append(
        .withdrawn(decision: number, author: author, at: time, number: state.events.count + 1)
      )
    }
    tellJournal()
  }

  /// All releases.
  public func releases() -> [Release] { state.withLock { $0.releases } }

  /// Stores a release once.
  public func record(_ release: Release) {
    state.withLock { state in
      let isKnown = state.releases.contains { $0.version == release.version }
      if !isKnown { state.releases.append(release) }
    }
  }

  private func tellJournal() {
    journal.decide(ReviewLog(state.withLock { $0.events }))
  }
}
