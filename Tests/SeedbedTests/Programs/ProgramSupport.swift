import Foundation
import SeedbedData
import Synchronization

/// Programs written for one test, and what is stored of their answers.
enum Programs {
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

  /// A Python that can run a script; nil where there is none.
  static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static let echo = root.appending(path: "examples/plugins/echo.py").path

  /// A folder that is removed when the test lets go of it.
  final class Folder: Sendable {
    let path: String

    init() throws {
      path =
        FileManager.default.temporaryDirectory.appending(
          path: "seedbed-programs-\(UUID().uuidString)"
        ).path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a script whose loop answers the greeting, then runs a body for each request.
    func script(_ body: String, before: String = "") throws -> String {
      let indented = body.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
      let text = """
        import json, os, signal, sys, time
        def say(**members):
            print(json.dumps(members), flush=True)
        \(before)
        for line in sys.stdin:
            request = json.loads(line)
            if request["kind"] == "hello":
                say(id="hello", protocol=1)
                continue
            id = request["id"]
            text = request["messages"][-1]["content"] if "messages" in request else ""
        \(indented)
        """
      let file = path + "/plugin.py"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      return file
    }

    /// How many lines a file of the script's has; 0 where there is none.
    func lines(_ name: String) -> Int {
      let text = try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
      return text?.split(separator: "\n").count ?? 0
    }
  }

  static func settings(_ command: [String], timeout: Double = 30) -> ModelSettings {
    var settings = ModelSettings(name: "own", provider: .program, url: "", model: "m")
    settings.command = command
    settings.limits.timeout = timeout
    return settings
  }

  static func request(_ text: String, variant: Int = 0) -> ModelRequest {
    ModelRequest([ChatMessage(.user, text)], variant: variant)
  }
}

/// A store in memory.
final class MemoryStore: AnswerStore {
  private struct State {
    var answers: [String: PaidAnswer] = [:]
    var failures: [FailedRequest] = []
  }

  private let state = Mutex(State())

  var answers: [String: PaidAnswer] { state.withLock(\.answers) }
  var failures: [FailedRequest] { state.withLock(\.failures) }

  func storedAnswer(key: String) -> ModelAnswer? { state.withLock { $0.answers[key]?.answer } }

  func store(_ answers: [PaidAnswer]) {
    state.withLock { state in
      for answer in answers where state.answers[answer.answer.key] == nil {
        state.answers[answer.answer.key] = answer
      }
    }
  }

  func store(_ failures: [FailedRequest]) { state.withLock { $0.failures += failures } }
}
