import SeedbedData

/// A chat endpoint on loopback that answers by a script and keeps a log of what it was asked.
///
///     try await ScriptedEndpoint.with { call in
///       call.prompt.contains("label") ? .text("{\"label\":\"a\"}") : .text("hello")
///     } _: { endpoint in
///       // settings.url = endpoint.url
///     }
///
/// It runs in the test's process on a free port, so a built program can be pointed at its address too.
struct ScriptedEndpoint: Sendable {
  /// One request that came.
  struct Call: Sendable {
    /// Its number, from 1.
    var number: Int
    var request: RudeServer.Request

    /// The `Idempotency-Key`.
    var key: String { request.headers["idempotency-key"] ?? "" }
    /// The text of the last of the user's turns.
    var prompt: String {
      request.body["messages"]?.array?.last { $0["role"] == "user" }?["content"]?.string ?? ""
    }
    /// The name of the schema that is asked for.
    var shape: String? {
      request.body["response_format"]?["json_schema"]?["name"]?.string
        ?? request.body["tools"]?.array?.first?["name"]?.string
    }
    /// The model that is asked for.
    var model: String { request.body["model"]?.string ?? "" }
  }

  private let server: RudeServer

  /// Starts an endpoint; whoever does so stops it.
  init(_ script: @escaping @Sendable (Call) -> RudeServer.Reply) async throws {
    server = try await RudeServer { number, request in
      script(Call(number: number, request: request))
    }
  }

  /// The base address, such as `http://127.0.0.1:40000/v1`.
  var url: String { server.url }

  /// What was asked, in order.
  var calls: [Call] {
    server.log.enumerated().map { Call(number: $0.offset + 1, request: $0.element) }
  }

  /// How many connections were made.
  var connections: Int { server.connections }

  /// Closes the port.
  func stop() async { await server.stop() }

  /// Lends an endpoint to a test.
  static func with<Value>(
    _ script: @escaping @Sendable (Call) -> RudeServer.Reply,
    _ body: (ScriptedEndpoint) async throws -> Value
  ) async throws -> Value {
    let endpoint = try await ScriptedEndpoint(script)
    do {
      let value = try await body(endpoint)
      await endpoint.stop()
      return value
    } catch {
      await endpoint.stop()
      throw error
    }
  }
}

extension RudeServer.Reply {
  /// A chat completion with one choice.
  static func text(
    _ text: String,
    finish: String = "stop",
    input: Int = 10,
    output: Int = 5,
    headers: [String: String] = [:]
  ) -> RudeServer.Reply {
    .answer(
      200,
      headers: headers,
      body: chatBody(text, finish: finish, input: input, output: output)
    )
  }

  /// An error as OpenAI words it.
  static func refusal(
    _ status: Int,
    _ message: String,
    code: String? = nil,
    headers: [String: String] = [:]
  ) -> RudeServer.Reply {
    var error: JSONObject = ["message": .string(message)]
    if let code { error["code"] = .string(code) }
    return .answer(
      status,
      headers: headers,
      body: JSONObject(dictionaryLiteral: ("error", .object(error))).serialized()
    )
  }

  /// The body of a chat completion.
  static func chatBody(
    _ text: String,
    finish: String = "stop",
    input: Int = 10,
    output: Int = 5
  ) -> String {
    let body: JSONObject = [
      "id": "chat-1", "object": "chat.completion", "model": "served-model",
      "choices": [
        [
          "index": 0, "message": ["role": "assistant", "content": .string(text)],
          "finish_reason": .string(finish),
        ]
      ],
      "usage": [
        "prompt_tokens": .number(JSONNumber(input)),
        "completion_tokens": .number(JSONNumber(output)),
        "total_tokens": .number(JSONNumber(input + output)),
      ],
    ]
    return body.serialized()
  }
}
