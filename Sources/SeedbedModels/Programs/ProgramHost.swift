import SeedbedData
import Synchronization

/// Keeps a program running and asks it several things at once.
///
/// It is started with the first request and greeted; when it dies, it is started again after a growing wait,
/// and what it had not answered is asked once more. When it dies too often in a row, no request is tried any
/// more.
final class ProgramHost: Sendable {
  /// The version of the protocol that both sides must speak.
  static let version = 1

  /// What a program may take.
  struct Limits: Sendable {
    var timeout: Duration = .seconds(120)
    var startTimeout: Duration = .seconds(120)
    var lineBytes = 8 << 20
    /// How often in a row it may die without having answered anything.
    var deaths = 4
    var firstWait: Duration = .milliseconds(100)
  }

  private struct Entry {
    var line: [UInt8]
    var continuation: CheckedContinuation<JSONObject, any Error>
    var tries = 0
  }

  private enum Phase {
    case idle
    case greeting(ProgramProcess)
    case running(ProgramProcess)
    case waiting
    case failed(ProgramFault)
    case closed

    var process: ProgramProcess? {
      switch self {
      case .greeting(let process), .running(let process): process
      default: nil
      }
    }
  }

  private struct State {
    var phase = Phase.idle
    var run = 0
    var deaths = 0
    var number = 0
    var entries: [Int: Entry] = [:]
    /// Why the run that is being ended is ended, where this is not its own doing.
    var reason: String?
  }

  private let launch: ProgramLaunch
  private let limits: Limits
  private let state = Mutex(State())

  init(_ launch: ProgramLaunch, limits: Limits) {
    self.launch = launch
    self.limits = limits
  }

  deinit { state.withLock { $0.phase.process }?.finish() }

  /// The program's name and arguments.
  var name: String { launch.command.joined(separator: " ") }

  /// Asks the program.
  ///
  /// - Parameter request: The members of the request, without an id.
  /// - Returns: The answer.
  /// - Throws: A ``ProgramFault``; `CancellationError`.
  func ask(_ request: JSONObject) async throws -> JSONObject {
    let id = state.withLock { state in
      state.number += 1
      return state.number
    }
    var object: JSONObject = ["id": .string(String(id))]
    for (name, value) in request { object[name] = value }
    let line = Self.line(object)
    let watch = Task { [limits, weak self] in
      try await Task.sleep(for: limits.timeout)
      self?.expire(id)
    }
    defer { watch.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        add(id, Entry(line: line, continuation: continuation))
        if Task.isCancelled { drop(id, CancellationError()) }
      }
    } onCancel: {
      drop(id, CancellationError())
    }
  }

  /// Ends the program; later requests fail.
  func close() {
    let (process, entries) = state.withLock { state in
      defer { (state.phase, state.entries) = (.closed, [:]) }
      return (state.phase.process, state.entries)
    }
    process?.finish()
    for entry in entries.values {
      entry.continuation.resume(throwing: ProgramFault(words: "is closed"))
    }
  }

  private func add(_ id: Int, _ entry: Entry) {
    let (mustStart, fault) = state.withLock { state -> (Bool, ProgramFault?) in
      switch state.phase {
      case .failed(let fault): return (false, fault)
      case .closed: return (false, ProgramFault(words: "is closed"))
      case .idle:
        state.entries[id] = entry
        state.phase = .waiting
        return (true, nil)
      case .greeting, .waiting: state.entries[id] = entry
      case .running(let process):
        state.entries[id] = entry
        state.entries[id]?.tries += 1
        process.send(entry.line)
      }
      return (false, nil)
    }
    if let fault { entry.continuation.resume(throwing: fault) }
    if mustStart { start() }
  }

  private func drop(_ id: Int, _ error: any Error) {
    state.withLock { $0.entries.removeValue(forKey: id) }?.continuation.resume(throwing: error)
  }

  /// A request took too long: the program is ended, since it may hang.
  private func expire(_ id: Int) {
    let words = "did not answer within \(limits.timeout)"
    let (entry, process) = state.withLock { state -> (Entry?, ProgramProcess?) in
      guard let entry = state.entries.removeValue(forKey: id) else { return (nil, nil) }
      // A request that was never sent waits for another one's hanging; that is not this run's fault.
      guard entry.tries > 0 else { return (entry, nil) }
      state.reason = words
      return (entry, state.phase.process)
    }
    process?.kill()
    entry?.continuation.resume(throwing: ProgramFault(words: words, isOfRequest: true))
  }

  private func start() {
    let run = state.withLock { state in
      state.run += 1
      state.reason = nil
      return state.run
    }
    let listener = ProgramProcess.Listener(
      line: { [weak self] in self?.read($0, run: run) },
      end: { [weak self] in self?.ended($0, said: $1, run: run) }
    )
    do {
      let process = try ProgramProcess(launch, lineLimit: limits.lineBytes, listener: listener)
      let isWanted = state.withLock { state in
        guard case .waiting = state.phase else { return false }
        state.phase = .greeting(process)
        return true
      }
      guard isWanted else { return process.finish() }
      process.send(
        Self.line(["id": "hello", "kind": "hello", "protocol": .number(JSONNumber(Self.version))])
      )
      Task { [limits, weak self] in
        try await Task.sleep(for: limits.startTimeout)
        self?.expireGreeting(run)
      }
    } catch {
      let cause = (error as? SeedbedError)?.cause.map { ": \($0)" } ?? ""
      fail(ProgramFault(words: "cannot be started\(cause)"))
    }
  }

  private func expireGreeting(_ run: Int) {
    let process = state.withLock { state -> ProgramProcess? in
      guard state.run == run, case .greeting(let process) = state.phase else { return nil }
      state.reason = "did not greet within \(limits.startTimeout)"
      return process
    }
    process?.kill()
  }

  private func fail(_ fault: ProgramFault) {
    let (process, entries) = state.withLock { state in
      defer { (state.phase, state.entries) = (.failed(fault), [:]) }
      return (state.phase.process, state.entries)
    }
    process?.finish()
    for entry in entries.values { entry.continuation.resume(throwing: fault) }
  }

  /// Takes a line of the program; what is no answer to a request is stepped over.
  private func read(_ line: [UInt8], run: Int) {
    guard let object = try? JSONParser.parse(line.span).object, let id = object["id"] else {
      return
    }
    if id.string == "hello" { return greet(object, run: run) }
    guard let number = id.string.flatMap({ Int($0) }) ?? id.int else { return }
    let entry = state.withLock { state -> Entry? in
      guard state.run == run, state.entries[number]?.tries ?? 0 > 0 else { return nil }
      state.deaths = 0
      return state.entries.removeValue(forKey: number)
    }
    entry?.continuation.resume(returning: object)
  }

  private func greet(_ object: JSONObject, run: Int) {
    guard object["protocol"]?.int == Self.version else {
      let words = object["error"]?.string ?? "it does not speak version \(Self.version)"
      return fail(ProgramFault(words: "refuses to serve: \(words.prefix(500))"))
    }
    state.withLock { state in
      guard state.run == run, case .greeting(let process) = state.phase else { return }
      state.phase = .running(process)
      for id in state.entries.keys.sorted() {
        guard let line = state.entries[id]?.line else { continue }
        state.entries[id]?.tries += 1
        process.send(line)
      }
    }
  }

  /// The program is gone: what it owes is asked again, once.
  private func ended(_ words: String, said: String, run: Int) {
    var lost: [Entry] = []
    let (wait, fault) = state.withLock { state -> (Duration?, ProgramFault) in
      let fault = ProgramFault(words: state.reason ?? words, said: said)
      guard state.run == run, state.phase.process != nil else { return (nil, fault) }
      state.deaths += 1
      guard state.deaths <= limits.deaths else {
        lost = Array(state.entries.values)
        state.entries = [:]
        state.phase = .failed(fault)
        return (nil, fault)
      }
      for (id, entry) in state.entries where entry.tries > 1 {
        lost.append(entry)
        state.entries[id] = nil
      }
      state.phase = state.entries.isEmpty ? .idle : .waiting
      return (state.entries.isEmpty ? nil : limits.firstWait * (1 << (state.deaths - 1)), fault)
    }
    for entry in lost { entry.continuation.resume(throwing: fault) }
    guard let wait else { return }
    Task { [weak self] in
      try await Task.sleep(for: wait)
      self?.start()
    }
  }

  private static func line(_ object: JSONObject) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONWriter().write(object: object, into: &bytes)
    return bytes
  }
}
