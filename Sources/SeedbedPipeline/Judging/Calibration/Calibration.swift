public import SeedbedData
import SeedbedLearning
import Synchronization

/// Measures judges on cases that people have judged.
///
/// Every case is asked several times, with its criteria in another order each time, so that a judge whose
/// verdict hangs on chance is found out. What a batch file still has to bring is asked for as a whole.
public struct Calibration: Sendable {
  /// What judges are held against.
  public let limits: CalibrationLimits
  let rubric: Rubric
  let repeats: Int
  let bootstrap: Bootstrap
  private let judges: [Judge]
  private let width: Int

  /// Makes a calibration.
  ///
  /// - Parameters:
  ///   - judges: The judges, at least one, each with a name of its own.
  ///   - rubric: What they are asked.
  ///   - repeats: How often each case is asked, from 1.
  ///   - limits: What they are held against.
  ///   - seed: The seed of the orders and of the intervals.
  ///   - sampling: How answers are drawn; what is open comes from each model's settings.
  ///   - width: The most requests in flight, at least 1.
  ///   - threads: The most threads for the intervals; the result does not depend on it.
  /// - Throws: A `SeedbedError` where there is no judge, two have one name, or nothing would be asked.
  public init(
    judges: [any Asker],
    rubric: Rubric,
    repeats: Int = 3,
    limits: CalibrationLimits = CalibrationLimits(),
    seed: Int,
    sampling: SamplingSettings = SamplingSettings(),
    width: Int = 64,
    threads: Int = 1
  ) throws {
    guard repeats >= 1 else {
      throw SeedbedError(
        .usage,
        "a judge cannot be asked \(repeats) times",
        hint: "ask at least once"
      )
    }
    self.judges =
      try JudgePanel(judges: judges, rubric: rubric, seed: seed, sampling: sampling).judges
    self.rubric = rubric
    self.repeats = repeats
    self.limits = limits
    self.width = width
    bootstrap = Bootstrap(seed: UInt64(bitPattern: Int64(seed)), threads: threads)
  }

  /// Asks all judges about all cases and measures what they say.
  ///
  /// - Parameters:
  ///   - cases: The cases, at least one.
  ///   - progress: Told how many of how many opinions are there.
  /// - Returns: The measures of each judge, and of all together.
  /// - Throws: A `RequestFailure` of the kind `pending`, after everything was asked, where answers are still
  ///   to come; a `SeedbedError` without cases or where going on is pointless; `CancellationError`.
  public func run(
    _ cases: CalibrationCases,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> CalibrationReport {
    guard cases.count > 0 else {
      throw SeedbedError(.data, "there are no cases to measure judges on")
    }
    switch cases {
    case .scored(let scored):
      let opinions = try await ask(scored, progress) {
        try await $0.opinion(of: $1.judged, variant: $2)
      }
      return report(scored, opinions, version: cases.version)
    case .pairs(let pairs):
      let opinions = try await ask(pairs, progress) {
        try await $0.opinion(of: $1.pair, variant: $2)
      }
      return report(pairs, opinions, version: cases.version)
    }
  }

  var identities: [ModelIdentity] { judges.map(\.identity) }

  private struct Question: Sendable {
    var judge: Int
    var item: Int
    var variant: Int
  }

  /// All opinions: by judge, then case, then repeat.
  private func ask<Item: Sendable, Opinion: Sendable>(
    _ items: [Item],
    _ progress: @escaping @Sendable (Int, Int) -> Void,
    _ question: @escaping @Sendable (Judge, Item, Int) async throws -> Opinion
  ) async throws -> [[[Opinion]]] {
    let questions = judges.indices.flatMap { judge in
      items.indices.flatMap { item in
        (0..<repeats).map { Question(judge: judge, item: item, variant: $0) }
      }
    }
    let done = Counter()
    let opinions = try await mapConcurrently(questions, width: width) { asked -> Opinion? in
      defer { progress(done.next(), questions.count) }
      do {
        return try await question(judges[asked.judge], items[asked.item], asked.variant)
      } catch let failure as RequestFailure where failure.kind == .pending {
        return nil
      }
    }
    let pending = opinions.count { $0 == nil }
    guard pending == 0 else {
      throw RequestFailure(
        .pending,
        "\(pending) of \(opinions.count) opinions are still to come from a batch file",
        key: ""
      )
    }
    var rest = opinions.compactMap(\.self)[...]
    return judges.map { _ in
      items.map { _ in
        defer { rest = rest.dropFirst(repeats) }
        return Array(rest.prefix(repeats))
      }
    }
  }

  /// Counts what is done, on any thread.
  private final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
  }
}
