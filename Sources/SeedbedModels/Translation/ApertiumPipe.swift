import SeedbedData
import Synchronization

/// One direction of Apertium, kept running: texts go in and come out one by one, with null flush.
///
/// It is started with the first texts, and again when it ends before its time or stays silent too long. When it
/// does so again and again without having answered anything, the texts are given up.
final class ApertiumPipe: Sendable {
  /// What it may take.
  struct Limits: Sendable {
    /// How long it may be silent while it owes an answer.
    var silence: Duration = .seconds(60)
    /// How often in a row it may end without having answered anything.
    var deaths = 6
    var lineBytes = 32 << 20
  }

  private struct Batch {
    var answers: [String]
    var left: Int
    var continuation: CheckedContinuation<[String], any Error>
  }

  private struct State {
    var process: ProgramProcess?
    var run = 0
    var deaths = 0
    var answered = 0
    var nextBatch = 0
    var batches: [Int: Batch] = [:]
    var queue = ApertiumQueue()
    var isWatched = false
    var isSilent = false
    var isClosed = false
  }

  private let launch: ProgramLaunch
  private let warmUp: String
  private let limits: Limits
  private let state = Mutex(State())

  /// Prepares a direction.
  ///
  /// - Parameters:
  ///   - launch: How it is started.
  ///   - warmUp: A text that each run gets first, whose translation nobody waits for.
  ///   - limits: What it may take.
  init(_ launch: ProgramLaunch, warmUp: String, limits: Limits) {
    self.launch = launch
    self.warmUp = warmUp
    self.limits = limits
  }

  deinit { state.withLock { $0.process }?.finish() }

  /// Translates texts; one that cannot be translated comes back as it is.
  func translate(_ texts: [String]) async throws -> [String] {
    guard texts.contains(where: ApertiumStream.hasWords) else { return texts }
    let id = state.withLock { state in
      state.nextBatch += 1
      return state.nextBatch
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        add(id, texts, continuation)
        if Task.isCancelled { drop(id) }
      }
    } onCancel: {
      drop(id)
    }
  }

  /// Ends the programs; later texts fail.
  func close() {
    let (process, lost) = state.withLock { state in
      state.isClosed = true
      defer { (state.process, state.batches) = (nil, [:]) }
      return (state.process, state.batches)
    }
    process?.finish()
    for batch in lost.values { batch.continuation.resume(throwing: CancellationError()) }
  }

  private func add(
    _ id: Int,
    _ texts: [String],
    _ continuation: CheckedContinuation<[String], any Error>
  ) {
    let items = texts.enumerated().compactMap { place, text in
      ApertiumStream.hasWords(text)
        ? ApertiumQueue.Item(batch: id, place: place, text: text) : nil
    }
    let mustWatch = state.withLock { state -> Bool in
      state.batches[id] = Batch(answers: texts, left: items.count, continuation: continuation)
      state.queue.add(items)
      defer { state.isWatched = true }
      return !state.isWatched
    }
    if mustWatch { watch() }
    pump()
  }

  private func drop(_ id: Int) {
    let batch = state.withLock { state in
      state.queue.remove(batch: id)
      return state.batches.removeValue(forKey: id)
    }
    batch?.continuation.resume(throwing: CancellationError())
  }

  /// Starts the programs where they do not run, and sends what can be sent.
  private func pump() {
    let fault = state.withLock { state -> (any Error)? in
      guard !state.queue.isEmpty else { return nil }
      guard !state.isClosed else { return CancellationError() }
      do {
        if state.process == nil { try start(&state) }
      } catch {
        return error
      }
      for frame in state.queue.frames() { state.process?.send(frame) }
      return nil
    }
    if let fault { fail(fault) }
  }

  private func start(_ state: inout State) throws {
    state.run += 1
    let run = state.run
    let listener = ProgramProcess.Listener(
      line: { [weak self] in self?.read($0, run: run) },
      end: { [weak self] in self?.ended($0, said: $1, run: run) }
    )
    let process = try ProgramProcess(launch, lineLimit: limits.lineBytes, listener: listener)
    state.process = process
    state.isSilent = false
    // No text has this number, so the answer is stepped over.
    if !warmUp.isEmpty { process.send(ApertiumStream.frame(warmUp, number: 0)) }
  }

  private func read(_ line: [UInt8], run: Int) {
    guard let frame = ApertiumStream.read(line) else { return }
    let done = state.withLock { state -> [Batch] in
      guard state.run == run else { return [] }
      state.answered += 1
      if frame.number > 0 { state.deaths = 0 }
      return Self.deliver(state.queue.take(frame), &state)
    }
    for batch in done { batch.continuation.resume(returning: batch.answers) }
    pump()
  }

  /// Puts answers into their batches; those that are complete.
  private static func deliver(_ answers: [ApertiumQueue.Answer], _ state: inout State) -> [Batch] {
    var done: [Batch] = []
    for answer in answers {
      guard var batch = state.batches.removeValue(forKey: answer.batch) else { continue }
      batch.answers[answer.place] = answer.text
      batch.left -= 1
      if batch.left == 0 { done.append(batch) } else { state.batches[answer.batch] = batch }
    }
    return done
  }

  private func ended(_ words: String, said: String, run: Int) {
    let (done, fault) = state.withLock { state -> ([Batch], SeedbedError?) in
      guard state.run == run, state.process != nil else { return ([], nil) }
      state.process = nil
      state.deaths += 1
      let words = state.isSilent ? "did not answer within \(limits.silence)" : words
      guard state.deaths <= limits.deaths else { return ([], error(words, said)) }
      return (Self.deliver(state.queue.restart(), &state), nil)
    }
    for batch in done { batch.continuation.resume(returning: batch.answers) }
    if let fault { fail(fault) } else { pump() }
  }

  /// Gives up all texts; later ones are tried anew.
  private func fail(_ error: any Error) {
    let (process, lost) = state.withLock { state in
      defer {
        (state.process, state.batches) = (nil, [:])
        (state.queue, state.deaths) = (ApertiumQueue(), 0)
      }
      return (state.process, state.batches)
    }
    process?.kill()
    for batch in lost.values { batch.continuation.resume(throwing: error) }
  }

  private func error(_ words: String, _ said: String) -> SeedbedError {
    let said = said.split(separator: "\n").suffix(12).joined(separator: "\n")
    return SeedbedError(
      .endpoint,
      "`\(launch.command.joined(separator: " "))` \(words), again and again",
      hint: "run it by hand with a text and see what it says",
      cause: said.isEmpty ? nil : said
    )
  }

  /// Ends a run that owes an answer and stays silent.
  private func watch() {
    Task { [limits, weak self] in
      var seen = -1
      while let state = self?.watched() {
        if let process = state.process, state.isBusy, state.answered == seen {
          self?.markSilent()
          process.kill()
        }
        seen = state.isBusy ? state.answered : -1
        guard !state.isDone else { return }
        try await Task.sleep(for: limits.silence)
      }
    }
  }

  private struct Watched {
    var process: ProgramProcess?
    var isBusy: Bool
    var answered: Int
    var isDone: Bool
  }

  private func watched() -> Watched {
    state.withLock { state in
      let isDone = state.isClosed || state.queue.isEmpty
      if isDone { state.isWatched = false }
      return Watched(
        process: state.process,
        isBusy: state.queue.isBusy,
        answered: state.answered,
        isDone: isDone
      )
    }
  }

  private func markSilent() { state.withLock { $0.isSilent = true } }
}
