import SeedbedData
import SeedbedLearning

/// A queue with what has been decided in it so far.
struct QueueState: Sendable {
  /// How many samples at the front go to everybody, so that agreement can be told.
  static let overlap = 20

  let content: QueueContent
  private let rule: ReleaseRule
  private let places: [SampleID: Int]
  private var leases = ReviewLeases()
  /// How many samples from the front are to be looked at.
  private(set) var count: Int

  init(_ content: QueueContent, rule: ReleaseRule, log: ReviewLog) {
    self.content = content
    self.rule = rule
    places = Dictionary(
      content.items.enumerated().map { ($1.sample, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    count = content.items.count
    renew(log)
  }

  /// The place of a sample among those that are to be looked at; nil where it is not.
  func place(of sample: SampleID) -> Int? {
    places[sample].flatMap { $0 < count ? $0 : nil }
  }

  /// The last words in this queue on a sample.
  func words(on sample: SampleID, _ log: ReviewLog) -> [ReviewDecision] {
    log.lastWords(on: sample, where: content.counts)
  }

  /// Takes note of what was decided: a spot check that tells nothing yet asks for more rows.
  mutating func renew(_ log: ReviewLog) {
    guard content.purpose == .spotCheck else { return }
    let total = content.items.count
    var target = min(rule.sample, total)
    while target < total {
      let tally = tally(log, upTo: target)
      guard tally.open == 0 else { break }
      let gate = rule.gate(wrong: tally.wrong, checked: tally.checked, of: total)
      guard let next = gate.next else { break }
      target = min(total, max(target + 1, next.rows + tally.skipped))
    }
    count = target
  }

  struct Tally: Sendable {
    var open = 0
    var skipped = 0
    var checked = 0
    var wrong = 0
  }

  /// Counts the first samples of the queue.
  func tally(_ log: ReviewLog, upTo count: Int) -> Tally {
    var tally = Tally()
    for item in content.items.prefix(count) {
      let words = words(on: item.sample, log)
      let errors = words.compactMap(\.verdict.isError)
      if words.isEmpty {
        tally.open += 1
      } else if errors.isEmpty {
        tally.skipped += 1
      } else {
        tally.checked += 1
        if errors.contains(true) { tally.wrong += 1 }
      }
    }
    return tally
  }

  /// The next place for somebody, which is kept for them; nil where nothing is left.
  mutating func next(
    for author: String,
    besides shown: Set<SampleID>,
    _ log: ReviewLog,
    now: Int
  ) -> Int? {
    for place in 0..<count {
      let sample = content.items[place].sample
      if shown.contains(sample) { continue }
      let words = words(on: sample, log)
      if place < Self.overlap {
        if words.contains(where: { $0.author == author }) { continue }
      } else {
        guard words.isEmpty, !leases.isTaken(sample, from: author, now: now) else { continue }
        leases.take(sample, for: author, now: now)
      }
      return place
    }
    return nil
  }

  /// Gives a decided sample free.
  mutating func end(_ sample: SampleID) { leases.end(sample) }

  /// What the release rule says of a spot check.
  func gate(_ log: ReviewLog) -> ReleaseGate? {
    guard content.purpose == .spotCheck else { return nil }
    let tally = tally(log, upTo: count)
    return rule.gate(wrong: tally.wrong, checked: tally.checked, of: content.items.count)
  }

  func progress(for author: String, _ log: ReviewLog) -> ReviewProgress {
    let tally = tally(log, upTo: count)
    let mine = content.items.prefix(count).count { item in
      words(on: item.sample, log).contains { $0.author == author }
    }
    return ReviewProgress(
      count: count,
      mine: mine,
      decided: count - tally.open,
      wrong: tally.wrong,
      errorRate: Interval.wilson(successes: tally.wrong, trials: tally.checked),
      agreement: agreement(log),
      gate: gate(log)
    )
  }

  /// How each two people agree on right and wrong, sorted by their names.
  private func agreement(_ log: ReviewLog) -> [ReviewProgress.PairAgreement] {
    var judged: [String: [SampleID: Int]] = [:]
    for item in content.items.prefix(count) {
      for word in words(on: item.sample, log) {
        guard let isError = word.verdict.isError else { continue }
        judged[word.author, default: [:]][item.sample] = isError ? 1 : 0
      }
    }
    let authors = judged.keys.sorted()
    return authors.indices.flatMap { first in
      authors.indices.dropFirst(first + 1).compactMap { second in
        let (left, right) = (judged[authors[first]] ?? [:], judged[authors[second]] ?? [:])
        let shared = left.keys.filter { right[$0] != nil }.sorted()
        guard !shared.isEmpty else { return nil }
        let one = shared.map { left[$0] ?? 0 }, other = shared.map { right[$0] ?? 0 }
        return ReviewProgress.PairAgreement(
          authors: [authors[first], authors[second]],
          shared: shared.count,
          equal: zip(one, other).count { $0 == $1 },
          kappa: Metrics.cohenKappa(one, other, classCount: 2)
        )
      }
    }
  }
}
