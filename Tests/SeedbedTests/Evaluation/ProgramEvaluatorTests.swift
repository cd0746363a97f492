import Foundation
import SeedbedData
import SeedbedModels
import Testing

@Suite("The program that trains and tests")
struct ProgramEvaluatorTests {
  static func evaluate(
    _ script: String,
    hiding: [String] = [],
    timeout: Int = 20,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> JSONObject {
    try await ProgramEvaluator(
      command: ["/bin/sh", "-c", script, "evaluator"],
      folder: "/",
      hiding: hiding,
      timeout: timeout,
      environment: environment
    ).evaluate(train: "/data/train set.jsonl", test: "/data/test.jsonl")
  }

  @Test(
    "it is given both paths last, and its object is read over several lines or without a line's end"
  )
  func answer() async throws {
    let one = try await Self.evaluate(
      #"printf '{"train": "%s", "test": "%s", "n": %s}' "$1" "$2" $#"#
    )
    #expect(one["train"]?.string == "/data/train set.jsonl")
    #expect(one["test"]?.string == "/data/test.jsonl" && one["n"]?.int == 2)
    let lines = try await Self.evaluate(#"echo training >&2; printf '{\n "accuracy": 0.5\n}\n\n'"#)
    #expect(lines["accuracy"]?.double == 0.5)
  }

  @Test(
    "what is wrong is said",
    arguments: [
      ("exit 3", "ended with status 3"), ("kill -9 $$", "ended by signal 9"),
      ("echo 'accuracy: 0.9'", "no JSON object of numbers: accuracy: 0.9"),
      ("true", "printed nothing"), ("echo '[1]'", "no JSON object"),
      ("echo '{}'", "no JSON object"),
      ("echo '{\"a\": 1}'; echo '{\"b\": 2}'", "no JSON object"),
    ]
  )
  func wrong(script: String, words: String) async throws {
    let error = await #expect(throws: SeedbedError.self) {
      try await Self.evaluate("echo 'a trace' >&2; \(script)")
    }
    #expect(error?.code == .endpoint)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    #expect(error?.cause?.contains("a trace") == true)
  }

  @Test("a program that is not there, one that hangs, and one that floods are ended in words")
  func limits() async throws {
    let missing = ProgramEvaluator(command: ["/no/such/program"], folder: "/", timeout: 5)
    await #expect(throws: SeedbedError.self) {
      try await missing.evaluate(train: "/a", test: "/b")
    }
    let late = await #expect(throws: SeedbedError.self) {
      try await Self.evaluate("sleep 30", timeout: 1)
    }
    #expect(late?.message.contains("took longer than 1 s") == true, "\(late?.message ?? "")")
    await #expect(throws: SeedbedError.self) { try await Self.evaluate("yes '{}'", timeout: 2) }
  }

  @Test("it sees no key")
  func keys() async throws {
    let answer = try await Self.evaluate(
      #"printf '{"keys": "%s"}' "$WRITER_KEY$HUB_TOKEN$MY_SECRET$NAMED$db_password$SEEN""#,
      hiding: ["NAMED"],
      environment: [
        "PATH": "/usr/bin:/bin", "WRITER_KEY": "a", "HUB_TOKEN": "b", "MY_SECRET": "c",
        "NAMED": "d", "db_password": "e", "SEEN": "seen",
      ]
    )
    #expect(answer["keys"]?.string == "seen")
  }

  @Test("cancelling ends it")
  func cancelled() async throws {
    let work = Task { try await Self.evaluate("sleep 30") }
    work.cancel()
    await #expect(throws: CancellationError.self) { try await work.value }
  }
}
