import Foundation
import SeedbedData
import SeedbedPipeline
import Synchronization
import Testing

@Suite("The user's own evaluator")
struct ExternalEvaluationTests {
  struct Setting {
    let folder: PipelineFolder
    let holdout: SealedHoldout
    let train: [Sample]
    var place: String { folder.file("evaluation") }

    init(synthetic: Bool = true) throws {
      folder = try PipelineFolder()
      let held = try PipelineFixture.real([("held one", "a"), ("held two", "b")])
      holdout = try SealedHoldout(sealing: held, at: folder.file("holdout.jsonl"))
      let real = try PipelineFixture.real([("real one", "a"), ("real two", "b")])
      train = real + (synthetic ? [PipelineFixture.child(of: real[0], "made one")] : [])
    }
  }

  @Test(
    "it gets private files of the user's own fields, for each training set, and leaves none behind"
  )
  func files() async throws {
    let setting = try Setting()
    let seen = Mutex<[(train: String, test: String)]>([])
    let place = setting.place
    let result = try await ExternalEvaluation.run(
      train: setting.train,
      holdout: setting.holdout,
      folder: place,
      evaluator: { train, test in
        for path in [train, test] {
          let attributes = try FileManager.default.attributesOfItem(atPath: path)
          #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: place)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        let texts = try [train, test].map { try String(contentsOfFile: $0, encoding: .utf8) }
        seen.withLock { $0.append((texts[0], texts[1])) }
        return ["rows": .optional(texts[0].split(separator: "\n").count), "f1": 0.5]
      }
    )
    #expect(result.results.map(\.name) == ["real", "synthetic", "mix"])
    #expect(result.results.map(\.rows) == [2, 1, 3])
    #expect(result.results.map { $0.numbers.map(\.value) } == [[2, 0.5], [1, 0.5], [3, 0.5]])
    let pairs = seen.withLock { $0 }
    for pair in pairs {
      let rows = try pair.test.split(separator: "\n").map { try JSONParser.parse(String($0)) }
      #expect(Set(rows.compactMap { $0["text"]?.string }) == ["held one", "held two"])
      #expect(!pair.train.contains("held"))
    }
    #expect(pairs.map { $0.train.contains("made one") } == [false, true, true])
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test("no file stays when it fails")
  func failure() async throws {
    let setting = try Setting()
    await #expect(throws: SeedbedError.self) {
      try await ExternalEvaluation.run(
        train: setting.train,
        holdout: setting.holdout,
        folder: setting.place,
        evaluator: { _, _ in throw SeedbedError(.endpoint, "it broke") }
      )
    }
    #expect(!FileManager.default.fileExists(atPath: setting.place))
  }

  @Test("what is no number is named", arguments: ["text", "null", "list"])
  func numbers(kind: String) async throws {
    let setting = try Setting()
    let value: JSONValue = kind == "text" ? "0.9" : kind == "null" ? .null : [0.9]
    let error = await #expect(throws: SeedbedError.self) {
      try await ExternalEvaluation.run(
        train: setting.train,
        holdout: setting.holdout,
        folder: setting.place,
        evaluator: { _, _ in ["accuracy": 0.9, "f1": value] }
      )
    }
    #expect(error?.code == .endpoint)
    #expect(error?.message.contains("`f1`") == true)
  }

  @Test("without synthetic rows it runs on the real ones only")
  func realOnly() async throws {
    let setting = try Setting(synthetic: false)
    let result = try await ExternalEvaluation.run(
      train: setting.train,
      holdout: setting.holdout,
      folder: setting.place,
      evaluator: { _, _ in ["accuracy": 1] }
    )
    #expect(result.results.map(\.name) == ["real"])
  }

  static func configuration(_ evaluate: String) throws -> Configuration {
    try Configuration(
      yaml: """
        seedbed: 1
        data: {path: rows.jsonl}
        task: classification
        fields: {text: text, label: label}
        dimensions: [label]
        \(evaluate)
        """,
      file: "seedbed.yaml"
    )
  }

  @Test("`evaluate.command` is a list of words, read strictly and written again")
  func command() throws {
    let read = try Self.configuration(
      "evaluate: {command: [python3, train.py, --fast], timeout: 60}"
    )
    #expect(read.evaluate.command == ["python3", "train.py", "--fast"])
    #expect(read.evaluate.timeout == 60)
    #expect(try Configuration(yaml: read.yaml(), file: "again").evaluate == read.evaluate)
    #expect(try Self.configuration("").evaluate == Configuration.Evaluation())
    // Who measures changes nothing that is made.
    #expect(try read.resultSettings == Self.configuration("").resultSettings)
    for wrong in [
      "evaluate: {command: python3 train.py}", "evaluate: {command: []}", "evaluate: {timeout: 5}",
      "evaluate: {command: [a], timeout: 0}", "evaluate: {command: [a], comand: [b]}",
      "evaluate: {command: ['']}", "evaluate: [a]",
    ] {
      let error = #expect(throws: SeedbedError.self) { try Self.configuration(wrong) }
      #expect(
        error?.code == .configuration && error?.message.contains("evaluate") == true,
        "\(wrong)"
      )
    }
  }
}
