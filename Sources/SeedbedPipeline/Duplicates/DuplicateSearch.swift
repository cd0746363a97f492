import SeedbedData
import SeedbedKernels

/// Finds the rows of a set that repeat others: the same text, a similar one, or another of the same
/// pattern; within the set, and against an index of rows that stay.
///
/// ```swift
/// var search = try DuplicateSearch()
/// try search.add(["How do I pay?", "how do I pay", "Where is my card?"])
/// let report = try await search.report()  // row 1 repeats row 0
/// ```
///
/// Texts are compared in their view. MinHash bands (Broder 1997; Indyk and Motwani 1998) name
/// candidates, and each candidate is compared exactly, so every match is a true one; how many are
/// found is promised by `BandPlan.recall(at:)`. Rows are decided in the order of their quality by
/// leader clustering: a row goes when it is similar to one that stays. Results depend on the rows
/// and the options alone.
public struct DuplicateSearch: Sendable {
  /// How texts are compared.
  public let options: DuplicateOptions
  /// Is told how far the work has come, from any thread.
  public var progress: (@Sendable (DuplicateProgress) -> Void)?
  let hasher: SignatureHasher
  var store: ViewStore

  /// An empty set.
  ///
  /// - Parameter options: How texts are compared, and what the search may use.
  /// - Throws: `SeedbedError` when an option is out of its range.
  public init(options: DuplicateOptions = DuplicateOptions()) throws {
    try options.check()
    self.options = options
    let plan = options.plan
    hasher = SignatureHasher(options.scheme, count: plan.permutations)
    store = ViewStore(bands: plan.bands, memoryLimit: options.memoryLimit)
  }

  /// How many rows the set has.
  public var rows: Int { store.rows }

  /// Adds rows.
  ///
  /// - Parameter texts: The rows' texts; their numbers go on from those added before.
  /// - Throws: `SeedbedError` when the temporary folder has no room.
  public mutating func add(_ texts: [String]) throws {
    try store.append(ViewBatch(texts, options: options, hasher: hasher))
    tellReading()
  }

  /// Adds rows as they are read, while other threads prepare those read before.
  ///
  /// - Parameter next: Gives the next rows, about a thousand at a time, and nil at the end; called
  ///   by one thread, one call after the other.
  /// - Throws: What `next` throws, `CancellationError`, or `SeedbedError` when the temporary folder
  ///   has no room.
  public mutating func add(reading next: () throws -> [String]?) async throws {
    let (options, hasher) = (options, hasher)
    let most = options.threads * 2
    guard options.threads > 1 else {
      while let texts = try next() {
        try Task.checkCancellation()
        try add(texts)
      }
      return
    }
    try await withThrowingTaskGroup(of: (Int, ViewBatch).self) { group in
      var finished: [Int: ViewBatch] = [:]
      var started = 0, stored = 0
      func takeOne() async throws {
        guard let (index, batch) = try await group.next() else { return }
        finished[index] = batch
        while let batch = finished.removeValue(forKey: stored) {
          try store.append(batch)
          stored += 1
          tellReading()
        }
      }
      while let texts = try next() {
        try Task.checkCancellation()
        let index = started
        started += 1
        group.addTask { (index, try ViewBatch(texts, options: options, hasher: hasher)) }
        if started - stored >= most { try await takeOne() }
      }
      while stored < started { try await takeOne() }
    }
  }

  /// Decides which rows stay.
  ///
  /// - Parameters:
  ///   - priorities: A number for each row: of two rows the one with the larger number stays. Equal
  ///     ones, and all without priorities, stay by the order in which they were added.
  ///   - index: Rows that stay in any case, and take the rows of this set that repeat them.
  /// - Returns: The rows that go, and what each repeats.
  /// - Throws: `SeedbedError` when the index was made with other options, the priorities are too
  ///   many or too few, or the temporary folder has no room; `CancellationError`.
  public func report(
    priorities: [Int32]? = nil,
    against index: DuplicateIndex? = nil
  ) async throws -> DuplicateReport {
    if let priorities, priorities.count != rows {
      throw SeedbedError(.usage, "\(priorities.count) priorities were given for \(rows) rows")
    }
    try index?.check(fits: options)
    var run = try DuplicateRun(store, options: options, index: index, progress: progress)
    try await run.findExact(run.order(of: rows, by: priorities))
    if options.findsNear { try await run.findNear() }
    if options.findsSkeletons { try run.findSkeletons(store.skeletons) }
    return run.report()
  }

  private func tellReading() {
    progress?(DuplicateProgress(stage: .reading, done: store.rows, total: nil))
  }
}
