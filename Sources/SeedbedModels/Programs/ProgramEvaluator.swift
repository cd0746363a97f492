import Dispatch
import Foundation
public import SeedbedData
import Synchronization

/// A program of the user's own that trains on rows and says how good the result is on others.
///
/// It is given the paths of the training and of the test rows as its last two arguments, and prints one
/// JSON object of numbers. Nothing comes on its standard input. It gets the environment without what
/// looks like a secret, since it needs none of this program's.
public struct ProgramEvaluator: Sendable {
  /// What a whole answer may have.
  private static let answerBytes = 1 << 20

  private let command: [String]
  private let folder: String
  private let timeout: Int
  private let environment: [String: String]

  /// Prepares a program; nothing is started.
  ///
  /// - Parameters:
  ///   - command: The program and its first arguments.
  ///   - folder: The folder in which it runs.
  ///   - hiding: Environment variables that it must not see, beside those whose name says that they hold
  ///     a secret.
  ///   - timeout: How many seconds it may take, from 1.
  ///   - environment: The environment to take the rest from; nil for that of this process.
  public init(
    command: [String],
    folder: String,
    hiding: [String] = [],
    timeout: Int,
    environment: [String: String]? = nil
  ) {
    self.command = command
    self.folder = folder
    self.timeout = timeout
    self.environment = ProgramEnvironment.withoutSecrets(environment, hiding: hiding)
  }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - train: The path of the training rows.
  ///   - test: The path of the test rows.
  /// - Returns: The object that it printed.
  /// - Throws: A `SeedbedError` that says what was wrong with the program or its answer;
  ///   `CancellationError`.
  public func evaluate(train: String, test: String) async throws -> JSONObject {
    let paths = [train, test].map { URL(fileURLWithPath: $0).path }
    let launch = ProgramLaunch(command: command + paths, folder: folder, environment: environment)
    let ended = try await run(launch)
    try Task.checkCancellation()
    if ended.isLate {
      throw error("took longer than \(timeout) s", ended, hint: "raise `evaluate.timeout`")
    }
    guard ended.words == "ended with status 0" else { throw error(ended.words, ended) }
    guard let answer = try? JSONParser.parse(ended.output.span).object, !answer.isEmpty else {
      let shown = String(decoding: ended.output.prefix(200), as: UTF8.self)
      throw error(
        ended.output.isEmpty
          ? "printed nothing" : "printed what is no JSON object of numbers: \(shown)",
        ended,
        hint: "its standard output is to be one object, such as {\"accuracy\": 0.9}; "
          + "other words belong on standard error"
      )
    }
    return answer
  }

  private struct Ended: Sendable {
    var output: [UInt8] = []
    var words = ""
    var said = ""
    var isLate = false
  }

  /// One run of the program, as its threads see it.
  private final class Run: Sendable {
    private let state = Mutex(Ended())
    private let running = Mutex<(process: ProgramProcess?, isOver: Bool)>((nil, false))

    func take(_ line: [UInt8]) {
      state.withLock { state in
        guard state.output.count <= ProgramEvaluator.answerBytes else { return }
        state.output.append(contentsOf: line + [UInt8(ascii: "\n")])
      }
    }

    func end(_ words: String, said: String) -> Ended {
      state.withLock { state in
        (state.words, state.said) = (words, said)
        return state
      }
    }

    func begin(_ process: ProgramProcess) {
      let isOver = running.withLock { running in
        running.process = process
        return running.isOver
      }
      if isOver { process.kill() }
    }

    func kill(isLate: Bool) {
      state.withLock { $0.isLate = isLate }
      running.withLock { running in
        running.isOver = true
        return running.process
      }?.kill()
    }
  }

  private func run(_ launch: ProgramLaunch) async throws -> Ended {
    let run = Run()
    // Not a task: those wait their turn where all threads are busy.
    let watch = DispatchWorkItem { run.kill(isLate: true) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(timeout), execute: watch)
    defer { watch.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let listener = ProgramProcess.Listener(
          line: { run.take($0) },
          rest: { run.take($0) },
          end: { continuation.resume(returning: run.end($0, said: $1)) }
        )
        do {
          // Its input stays open: a program whose input has ended is ended soon after.
          run.begin(try ProgramProcess(launch, lineLimit: Self.answerBytes, listener: listener))
        } catch {
          continuation.resume(throwing: error)
        }
      }
    } onCancel: {
      run.kill(isLate: false)
    }
  }

  private func error(_ words: String, _ ended: Ended, hint: String? = nil) -> SeedbedError {
    let said = ended.said.split(separator: "\n").suffix(12).joined(separator: "\n")
    return SeedbedError(
      .endpoint,
      "the external evaluator `\(command.joined(separator: " "))` \(words)",
      hint: hint ?? "docs/evaluation.md says what it is given and what it is to print",
      cause: said.isEmpty ? nil : said
    )
  }
}
