import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import SeedbedReview

/// A board in memory: one spot check over given cards, for the page's own tests.
actor ReviewPageBoard: ForesightedBoard {
  static let queue = "spot_check"
  /// How many samples of a queue go to every reviewer.
  private static let shared = 20

  private let cards: [ReviewCard]
  private let places: [SampleID: Int]
  private var decisions: [ReviewDecision] = []
  /// What each reviewer said last about a sample, by its place.
  private var standing: [String: [Int: ReviewDecision]] = [:]
  /// Who has a sample on the screen.
  private var leases: [Int: String] = [:]
  /// Before this place a reviewer has nothing left.
  private var cursors: [String: Int] = [:]

  init(_ cards: [ReviewCard]) {
    self.cards = cards
    places = Dictionary(uniqueKeysWithValues: cards.enumerated().map { ($1.sample.id, $0) })
  }

  /// Everything that stands, in the order in which it was said.
  var log: [ReviewDecision] { decisions }

  func queues() -> [ReviewQueue] {
    [ReviewQueue(id: Self.queue, purpose: .spotCheck, title: "Spot check", count: cards.count)]
  }

  func next(in queue: String, for author: String) throws -> ReviewCard? {
    try next(in: queue, for: author, besides: [])
  }

  func next(
    in queue: String,
    for author: String,
    besides shown: [SampleID]
  ) throws -> ReviewCard? {
    try check(queue)
    let hidden = Set(shown.compactMap { places[$0] })
    var place = cursors[author] ?? 0
    while place < cards.count, standing[author]?[place] != nil { place += 1 }
    cursors[author] = place
    while place < cards.count {
      if !hidden.contains(place), isOpen(place, for: author) {
        leases[place] = author
        return cards[place]
      }
      place += 1
    }
    return nil
  }

  private func isOpen(_ place: Int, for author: String) -> Bool {
    if standing[author]?[place] != nil { return false }
    if place < Self.shared { return true }
    if let owner = leases[place], owner != author { return false }
    return !standing.values.contains { $0[place] != nil }
  }

  func decide(_ decision: ReviewDecision, in queue: String) throws -> ReviewDecision {
    try check(queue)
    guard let place = places[decision.sample] else {
      throw SeedbedError(.notFound, "the sample is not in the queue `\(queue)`")
    }
    if place >= Self.shared, standing.contains(where: { $0 != decision.author && $1[place] != nil })
    {
      throw SeedbedError(
        .gate,
        "somebody else has decided this sample",
        hint: "go on with the next one"
      )
    }
    if decision.verdict == .reject, decision.reason?.isEmpty ?? true {
      throw SeedbedError(.usage, "a rejection needs a reason")
    }
    if decision.verdict == .fix, decision.correction?.isEmpty ?? true {
      throw SeedbedError(.usage, "the fix changes nothing")
    }
    if decision.correction?.text?.contains("REFUSED") ?? false {
      throw SeedbedError(.usage, "the new text does not fit the task", hint: "leave the word out")
    }
    var stored = decision
    stored.number = decisions.count + 1
    if stored.verdict == .fix { stored.replacement = PipelineFixture.id(1_000_000 + place) }
    decisions.append(stored)
    standing[decision.author, default: [:]][place] = stored
    leases[place] = nil
    return stored
  }

  func undo(in queue: String, by author: String) throws -> ReviewDecision? {
    try check(queue)
    guard let last = decisions.lastIndex(where: { $0.author == author }) else { return nil }
    let undone = decisions.remove(at: last)
    guard let place = places[undone.sample] else { return nil }
    standing[author]?[place] = nil
    cursors[author] = min(cursors[author] ?? 0, place)
    return undone
  }

  func card(_ sample: SampleID, in queue: String) throws -> ReviewCard? {
    try check(queue)
    return places[sample].map { cards[$0] }
  }

  func progress(in queue: String, for author: String) throws -> ReviewProgress {
    try check(queue)
    var said: [Int: [String: Bool?]] = [:]
    for (name, places) in standing {
      for (place, decision) in places { said[place, default: [:]][name] = decision.verdict.isError }
    }
    let judged = said.values.map { $0.values.compactMap { $0 } }.filter { !$0.isEmpty }
    let wrong = judged.count { $0.contains(true) }
    return ReviewProgress(
      count: cards.count,
      mine: standing[author]?.count ?? 0,
      decided: said.count,
      wrong: wrong,
      errorRate: .wilson(successes: wrong, trials: judged.count),
      agreement: agreement(said),
      gate: gate(checked: judged.count, wrong: wrong)
    )
  }

  private func agreement(_ said: [Int: [String: Bool?]]) -> [ReviewProgress.PairAgreement] {
    let names = standing.keys.sorted()
    guard names.count > 1 else { return [] }
    let pairs = said.values.compactMap { verdicts -> (Bool, Bool)? in
      guard let first = verdicts[names[0]] ?? nil, let second = verdicts[names[1]] ?? nil else {
        return nil
      }
      return (first, second)
    }
    return [
      ReviewProgress.PairAgreement(
        authors: Array(names.prefix(2)),
        shared: pairs.count,
        equal: pairs.count { $0.0 == $0.1 },
        kappa: nil
      )
    ]
  }

  private func gate(checked: Int, wrong: Int) -> ReleaseGate {
    ReleaseRule(sample: 20).gate(wrong: wrong, checked: checked, of: 2000)
  }

  private func check(_ queue: String) throws {
    guard queue == Self.queue else {
      throw SeedbedError(.notFound, "there is no queue `\(queue)`")
    }
  }
}
