public import SeedbedData
import SeedbedText

/// The review desk of a project: queues of what there is to look at, and decisions on it.
///
/// What there is to look at is read once, when the desk is opened; decisions are read again before every
/// answer, so that people at several desks see each other's.
public actor ReviewDesk: ReviewBoard {
  /// How many real neighbours a card shows.
  static let neighborCount = 5

  let runner: Runner
  let reviews: any ReviewJournal
  let rule: ReleaseRule
  /// The version that is spot-checked.
  public nonisolated let version: DatasetVersion?
  let plan: Plan?
  var stock: ReviewStock
  let labels: [String]
  private let training: [Sample]
  private let neighbors: RealNeighbors
  private var states: [String: QueueState]
  private let order: [String]
  private(set) var log: ReviewLog
  private var making: Task<ReviewRemaker, any Error>?

  /// Opens the desk.
  ///
  /// - Parameters:
  ///   - runner: The project with its settings, journal and clock.
  ///   - reviews: Where samples are found and decisions are kept.
  /// - Throws: A `SeedbedError` when the plan or the store cannot be read.
  public init(runner: Runner, reviews: any ReviewJournal) throws {
    self.runner = runner
    self.reviews = reviews
    let settings = runner.project.configuration.review
    rule = ReleaseRule(settings)
    plan = try runner.project.readPlan()
    version = try reviews.newestVersion()
    let real = try reviews.realSamples()
    let candidates = try plan.map { try reviews.candidates(plan: $0.digest) } ?? []
    stock = ReviewStock(
      candidates: candidates,
      real: real,
      members: try version.map { try reviews.samples(in: $0) } ?? []
    )
    labels =
      runner.project.configuration.fields.label == nil
      ? [] : Array(Set(real.compactMap(\.label))).sorted()
    training = real.filter { $0.split == .train }
    neighbors = RealNeighbors(training.map(\.text))
    let log = ReviewLog(try reviews.reviewEvents(after: 0))
    self.log = log
    let queues = ReviewQueues.all(plan: plan, candidates: candidates, version: version)
    order = queues.map(\.id)
    states = Dictionary(
      queues.map { [rule] in ($0.id, QueueState($0, rule: rule, log: log)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What there is to review, the spot check first.
  public func queues() throws -> [ReviewQueue] {
    try readOn()
    return order.compactMap { states[$0] }.map { state in
      ReviewQueue(
        id: state.content.id,
        purpose: state.content.purpose,
        title: state.content.title,
        count: state.count
      )
    }
  }

  /// The next sample for a reviewer; asked again before a decision it is the same one.
  ///
  /// - Parameters:
  ///   - queue: The queue's name.
  ///   - author: The reviewer.
  /// - Returns: The card, or nil where nothing is left for them.
  /// - Throws: A `SeedbedError` for an unknown queue, or when the store cannot be read.
  public func next(in queue: String, for author: String) throws -> ReviewCard? {
    try next(in: queue, for: author, besides: [])
  }

  /// The next sample for a reviewer beside those that are before their eyes already.
  ///
  /// - Parameters:
  ///   - queue: The queue's name.
  ///   - author: The reviewer.
  ///   - shown: Samples to pass over.
  /// - Returns: The card, or nil where nothing else is left for them.
  /// - Throws: A `SeedbedError` for an unknown queue, or when the store cannot be read.
  public func next(
    in queue: String,
    for author: String,
    besides shown: [SampleID]
  ) throws -> ReviewCard? {
    try readOn()
    var state = try state(queue)
    let place = state.next(
      for: try Self.name(author),
      besides: Set(shown),
      log,
      now: runner.options.clock()
    )
    states[queue] = state
    return place.map { card(at: $0, in: state) }
  }

  /// One sample again, as for `next`.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - queue: The queue's name.
  /// - Returns: The card, or nil where the queue does not have the sample.
  /// - Throws: A `SeedbedError` for an unknown queue.
  public func card(_ sample: SampleID, in queue: String) throws -> ReviewCard? {
    let state = try state(queue)
    return state.place(of: sample).map { card(at: $0, in: state) }
  }

  /// How far a queue has come.
  ///
  /// - Parameters:
  ///   - queue: The queue's name.
  ///   - author: The reviewer.
  /// - Returns: The progress.
  /// - Throws: A `SeedbedError` for an unknown queue, or when the store cannot be read.
  public func progress(in queue: String, for author: String) throws -> ReviewProgress {
    try readOn()
    return try state(queue).progress(for: author, log)
  }

  /// Takes back a reviewer's last decision in a queue that still stands.
  ///
  /// - Parameters:
  ///   - queue: The queue's name.
  ///   - author: The reviewer.
  /// - Returns: The decision that was taken back; nil where there is none.
  /// - Throws: A `SeedbedError` for an unknown queue, or when the store cannot be written.
  public func undo(in queue: String, by author: String) throws -> ReviewDecision? {
    try readOn()
    let state = try state(queue), author = try Self.name(author)
    let last = log.decisions.last { decision in
      decision.author == author && state.content.counts(decision)
        && state.place(of: decision.sample) != nil
    }
    guard let last, let number = last.number else { return nil }
    try reviews.withdraw(decision: number, by: author, at: runner.options.clock())
    try readOn()
    return last
  }

  /// The queue with all of its samples, for a file.
  ///
  /// - Parameter queue: The queue's name.
  /// - Returns: The cards of the samples that are to be looked at, in their order.
  /// - Throws: A `SeedbedError` for an unknown queue.
  public func cards(in queue: String) throws -> [ReviewCard] {
    try readOn()
    let state = try state(queue)
    return (0..<state.count).map { card(at: $0, in: state) }
  }

  /// The first queue that shows a sample, the spot check before others.
  ///
  /// - Parameter sample: The sample.
  /// - Returns: The queue's name, or nil.
  public func queue(showing sample: SampleID) -> String? {
    order.first { states[$0]?.place(of: sample) != nil }
  }

  /// What people's decisions say of the checks.
  ///
  /// - Returns: How far the label check and the tags of difficulty are right.
  /// - Throws: A `SeedbedError` when the store cannot be read.
  public func findings() throws -> ReviewFindings {
    try readOn()
    return ReviewFindings(log, sample: stock.sample, verdicts: stock.verdicts)
  }

  /// The queue in which somebody decided last.
  ///
  /// - Parameter author: The reviewer.
  /// - Returns: The queue's name; nil where no decision of theirs stands.
  /// - Throws: A `SeedbedError` when the store cannot be read.
  public func lastQueue(of author: String) throws -> String? {
    try readOn()
    let name = try Self.name(author)
    return log.decisions.last { $0.author == name }.flatMap { last in
      order.first { queue in
        states[queue].map { $0.content.counts(last) && $0.place(of: last.sample) != nil } ?? false
      }
    }
  }

  /// Whether somebody's last word on a sample in a queue is the same already, as when a file is read twice.
  ///
  /// - Parameters:
  ///   - decision: What is to be decided.
  ///   - queue: The queue's name.
  /// - Returns: True where storing it would say nothing new.
  /// - Throws: A `SeedbedError` for an unknown queue, or when the store cannot be read.
  public func isKnown(_ decision: ReviewDecision, in queue: String) throws -> Bool {
    try readOn()
    let name = try Self.name(decision.author)
    return try state(queue).words(on: decision.sample, log).contains { word in
      word.author == name && word.verdict == decision.verdict && word.reason == decision.reason
        && word.correction == decision.correction
    }
  }

  /// Reads what was decided since, here or at another desk.
  func readOn() throws {
    let events = try reviews.reviewEvents(after: log.lastNumber)
    guard !events.isEmpty else { return }
    log.read(events)
    for name in order { states[name]?.renew(log) }
  }

  func state(_ queue: String) throws -> QueueState {
    if let state = states[queue] { return state }
    let nearest = NearestName.find(queue, among: order).map { "did you mean `\($0)`? " } ?? ""
    throw SeedbedError(
      .notFound,
      "there is no queue `\(queue)`, or nothing is in it",
      hint: order.isEmpty
        ? "run `seedbed run` first: there is nothing to review yet"
        : nearest + "there are \(order.prefix(12).joined(separator: ", "))"
    )
  }

  func endLease(_ sample: SampleID, in queue: String) { states[queue]?.end(sample) }

  /// What makes and checks corrections; trained when it is first needed, then kept.
  func remaker() async throws -> ReviewRemaker {
    let task = making ?? Task.detached { [runner] in try await runner.remaker() }
    making = task
    do {
      return try await task.value
    } catch {
      making = nil
      throw error
    }
  }

  private func card(at place: Int, in state: QueueState) -> ReviewCard {
    let item = state.content.items[place]
    // Every sample of a queue is a candidate or a row of the version.
    guard let sample = stock.sample(item.sample) else {
      preconditionFailure("a queue names a sample that is not at hand")
    }
    return ReviewCard(
      sample: sample,
      status: stock.candidate(item.sample)?.status ?? .accepted,
      verdicts: stock.verdicts(on: item.sample),
      source: sample.provenance.parents.first.flatMap(stock.sample),
      lineage: stock.lineage(of: sample),
      neighbors: nearest(to: sample),
      why: item.why,
      labels: labels,
      position: place
    )
  }

  private func nearest(to sample: Sample) -> [ReviewCard.Neighbor] {
    neighbors.nearest(to: sample.text, count: Self.neighborCount).map {
      ReviewCard.Neighbor(sample: training[$0.index], similarity: $0.similarity)
    }
  }

  /// A reviewer's name as it is stored.
  static func name(_ author: String) throws -> String {
    let scalars = author.unicodeScalars.filter { $0.properties.generalCategory != .control }
    var name = Substring(String(String.UnicodeScalarView(scalars)))
    while name.first?.isWhitespace == true { name.removeFirst() }
    while name.last?.isWhitespace == true { name.removeLast() }
    guard !name.isEmpty, name.count <= 100 else {
      throw SeedbedError(
        .usage,
        "a decision needs the name of who decides, of at most 100 characters",
        hint: "give your name, or any word that tells you from other reviewers"
      )
    }
    return String(name)
  }
}
