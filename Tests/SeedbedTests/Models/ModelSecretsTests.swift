import Foundation
import SeedbedData
import SeedbedModels
import Testing

@Suite("Secrets of models")
struct ModelSecretsTests {
  private static let secrets = [
    ModelBench.key, "pass-word-77", "token-in-query", "c29tZW9uZTpwYXNzLXdvcmQtNzc=",
  ]

  /// A transport that says everything it was told.
  private static func gossip(_ status: Int?) -> @Sendable (HTTPRequest) async throws -> HTTPAnswer {
    { request in
      let told = request.headers.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
      let words = told + " " + request.url + " pass-word-77"
      guard let status else { throw HTTPFault(reason: words, isPassing: false) }
      let padding = String(repeating: "-", count: 200)
      return HTTPAnswer(status: status, body: Array((padding + words + "\n" + words).utf8))
    }
  }

  @Test(
    "no secret is in any error, failure, description, dump, identity or stored request",
    arguments: [nil, 200, 302, 400, 401, 404, 413, 429, 500]
  )
  func silence(status: Int?) async throws {
    for variable in ["MODEL_KEY", nil] {
      for provider in [ModelSettings.Provider.openai, .anthropic] {
        let store = CountingStore()
        var settings = ModelBench.settings(
          "https://someone:pass-word-77@models.test/v1?key=token-in-query"
        )
        (settings.keyVariable, settings.provider) = (variable, provider)
        settings.limits.attempts = 2
        let model = try ModelBench.model(settings, store: store, answer: Self.gossip(status))
        var outputs: [String] = []
        do { _ = try await model.answer(to: ModelBench.request("a")) } catch {
          outputs.append("\(error)")
          outputs.append(String(reflecting: error))
        }
        #expect(!outputs.isEmpty)
        for value in [model, model.wire] as [any Sendable] {
          var dumped = ""
          dump(value, to: &dumped)
          outputs += [dumped, "\(value)", String(reflecting: value)]
        }
        outputs += ["\(model.identity)", "\(store.answers)", "\(store.failures)"]
        for output in outputs {
          for secret in Self.secrets { #expect(!output.contains(secret), "\(output)") }
        }
        #expect(model.identity.endpoint.hasPrefix("endpoint https://models.test/v1/"))
      }
    }
  }

  private func withFile<Value>(
    _ content: String,
    mode: Int,
    _ body: (String) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "key").path
    try Data(content.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return try body(path)
  }

  private func model(_ path: String) throws -> PacedModel {
    var settings = ModelBench.settings()
    (settings.keyVariable, settings.keyFile) = (nil, path)
    return try ModelBench.model(settings) { request in
      let header = request.headers.first { $0.name == "Authorization" }
      #expect(header?.value == "Bearer \(ModelBench.key)")
      return ScriptedTransport.text("x")
    }
  }

  @Test("a key comes from a file of the user alone", arguments: ["", "\n", "\r\n"])
  func keyFile(end: String) async throws {
    let made = try withFile(ModelBench.key + end, mode: 0o600) { try model($0) }
    _ = try await made.answer(to: ModelBench.request("a"))
  }

  @Test(
    "a key file that others can read, or without a key, is refused",
    arguments: [
      (ModelBench.key, 0o644, "can be read by others"),
      (ModelBench.key, 0o620, "can be read by others"),
      ("", 0o600, "holds no key"), ("\n", 0o600, "holds no key"),
      ("two\nlines", 0o600, "holds no key"), ("\"quoted key\"", 0o600, "holds no key"),
    ]
  )
  func badFile(content: String, mode: Int, words: String) throws {
    try withFile(content, mode: mode) { path in
      let error = #expect(throws: SeedbedError.self) { try model(path) }
      #expect(error?.message.contains(words) == true && error?.hint != nil)
      #expect(error.map { "\($0)".contains(ModelBench.key) } == false)
    }
  }

  @Test("no folder, pipe or missing file is a key", arguments: ["/dev/null", "/", "/no/such/key"])
  func noFile(path: String) {
    let error = #expect(throws: SeedbedError.self) { try model(path) }
    #expect(error?.code == .configuration)
  }

  @Test("a variable that is not set is named")
  func variable() {
    var settings = ModelBench.settings()
    settings.keyVariable = "NO_SUCH_MODEL_KEY"
    let error = #expect(throws: SeedbedError.self) { try ModelBench.model(settings) }
    #expect(error?.message == "the environment variable `NO_SUCH_MODEL_KEY` holds no key")
  }
}
