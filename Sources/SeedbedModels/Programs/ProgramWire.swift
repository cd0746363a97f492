#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SeedbedData

/// How a program is asked as a language model.
struct ProgramWire: Sendable {
  let identity: ModelIdentity
  /// Who is asked, as a part of every key.
  let endpoint: String
  private let settings: ModelSettings

  init(_ settings: ModelSettings) {
    self.settings = settings
    let command = settings.command.joined(separator: " ")
    identity = ModelIdentity(
      name: settings.name,
      endpoint: "program \(command) \(settings.model)",
      model: settings.model,
      family: settings.family ?? ModelFamily.family(of: settings.model)
    )
    endpoint = "program \(command) \(settings.model)"
  }

  /// The members of a request.
  func request(for request: ModelRequest) -> JSONObject {
    let sampling = request.sampling.filled(by: settings.sampling)
    var object: JSONObject = [
      "kind": "chat", "model": .string(settings.model),
      "messages": .array(
        request.messages.map {
          ["role": .string($0.role.rawValue), "content": .string($0.content)]
        }
      ),
    ]
    object["temperature"] = sampling.temperature.map { .number(JSONNumber($0)) }
    object["top_p"] = sampling.topP.map { .number(JSONNumber($0)) }
    object["max_tokens"] = sampling.maximumTokens.map { .number(JSONNumber($0)) }
    object["seed"] = sampling.seed.map { .number(JSONNumber($0)) }
    object["schema"] = request.shape.map { .object($0.schema) }
    for (name, value) in settings.extra { object[name] = value }
    return object
  }

  /// The bytes of a request, from which its key is made.
  func body(of request: ModelRequest) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONWriter().write(object: self.request(for: request), into: &bytes)
    return bytes
  }

  /// What a program answered.
  static func answer(_ object: JSONObject, key: String) throws -> ModelAnswer {
    if let error = object["error"], !error.isNull {
      throw RequestFailure(
        .unanswered,
        "the program says: \((error.string ?? error.serialized()).prefix(500))",
        key: key
      )
    }
    guard let text = object["text"]?.string else {
      throw RequestFailure(.unusable, "the program answered without `text`", key: key)
    }
    let usage = object["usage"]
    return ModelAnswer(
      key: key,
      text: text,
      finish: object["finish"]?.string.map { ModelAnswer.Finish(rawValue: $0) ?? .other } ?? .stop,
      model: object["model"]?.string ?? "",
      usage: TokenUsage(
        input: max(0, usage?["input"]?.int ?? 0),
        cachedInput: max(0, usage?["cached_input"]?.int ?? 0),
        output: max(0, usage?["output"]?.int ?? 0)
      )
    )
  }
}

/// A program to be kept running, as settings describe it.
struct ProgramService: Sendable {
  let host: ProgramHost
  /// What messages call it.
  let name: String

  init(
    _ command: [String],
    folder: String,
    hiding: [String],
    limits: ModelSettings.Limits
  ) throws {
    guard !command.isEmpty else {
      throw SeedbedError(
        .configuration,
        "a program has no `command`",
        hint: "name the program and its arguments as a list"
      )
    }
    var environment = ProcessInfo.processInfo.environment
    for name in hiding { environment[name] = nil }
    var host = ProgramHost.Limits()
    host.timeout = .seconds(limits.timeout)
    host.startTimeout = .seconds(max(limits.timeout, 120))
    host.lineBytes = limits.answerBytes
    name = command.joined(separator: " ")
    self.host = ProgramHost(
      ProgramLaunch(command: command, folder: folder, environment: environment),
      limits: host
    )
  }

  /// The error for a program that serves nobody any more.
  func error(_ fault: ProgramFault) -> SeedbedError {
    let said = fault.said.split(separator: "\n").suffix(12).joined(separator: "\n")
    return SeedbedError(
      .endpoint,
      "the program `\(name)` \(fault.words)",
      hint: "run it by hand and give it one line: docs/plugins.md shows which",
      cause: said.isEmpty ? nil : said
    )
  }
}
