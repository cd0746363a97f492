import Foundation
import SeedbedData
import SeedbedModels
import Testing

@Suite("LibreTranslate")
struct LibreTranslateTests {
  static let key = "libre-secret-0123456789"

  private func translator(
    _ server: RudeServer,
    key: Bool = true,
    timeout: Double = 10
  ) throws -> LibreTranslateTranslator {
    try LibreTranslateTranslator(
      url: server.url,
      keyVariable: key ? "LIBRE_KEY" : nil,
      environment: ["LIBRE_KEY": Self.key],
      retries: RetryPolicy(attempts: 3),
      timeout: timeout
    ) { _ in }
  }

  private static func upper(_ request: RudeServer.Request) -> RudeServer.Reply {
    let texts = request.body["q"]?.array?.compactMap(\.string) ?? []
    let answer: JSONObject = ["translatedText": .array(texts.map { .string($0.uppercased()) })]
    return .answer(200, body: answer.serialized())
  }

  @Test("texts are asked for in several requests and come back in order")
  func order() async throws {
    try await RudeServer.with { _, request in
      Self.upper(request)
    } _: { server in
      let texts = (0..<100).map { "text number \($0)" }
      let result = try await translator(server).translate(texts, from: "en", to: "es")
      #expect(result == texts.map { $0.uppercased() })
      #expect(server.log.count == 4)
      let first = try #require(server.log.first)
      #expect(first.path == "/v1/translate" && first.method == "POST")
      #expect(first.body["source"]?.string == "en" && first.body["target"]?.string == "es")
      #expect(first.body["format"]?.string == "text")
      #expect(first.body["api_key"]?.string == Self.key && first.headers["authorization"] == nil)
    }
  }

  @Test("the languages that the server lists are the pivots")
  func languages() async throws {
    try await RudeServer.with { _, request in
      #expect(request.method == "GET" && request.path == "/v1/languages")
      return .answer(
        200,
        body: """
          [{"code": "en", "name": "English", "targets": ["de", "en", "es"]},
           {"code": "es", "name": "Spanish", "targets": ["en"]},
           {"code": "de", "name": "German", "targets": ["de"]}]
          """
      )
    } _: { server in
      let translator = try translator(server, key: false)
      #expect(try await translator.targets(from: "en") == ["de", "es"])
      #expect(try await translator.pivots(for: "en") == ["es"])
      #expect(try await translator.targets(from: "ja") == [])
    }
  }

  @Test("passing failures are tried again, in order and without loss")
  func retries() async throws {
    try await RudeServer.with { number, request in
      switch number {
      case 1: .answer(429, headers: ["Retry-After": "1"], body: "{\"error\": \"Slowdown\"}")
      case 2: .hangUp
      default: Self.upper(request)
      }
    } _: { server in
      let result = try await translator(server).translate(["a"], from: "en", to: "es")
      #expect(result == ["A"])
      #expect(server.log.count == 3)
    }
  }

  @Test(
    "refusals name the server's words, what to do, and no key",
    arguments: [
      (400, "xx is not supported", "GET /languages"), (403, "Invalid API key", "LIBRE_KEY"),
      (404, "Not found", "`/translate` is added"), (429, "Slowdown", "server of your own"),
      (500, "Cannot translate text", "try again later"),
    ]
  )
  func refusals(status: Int, said: String, hint: String) async throws {
    try await RudeServer.with { _, _ in
      .answer(status, body: "{\"error\": \"\(said) \(Self.key)\"}")
    } _: { server in
      let words = await Translation.complaint {
        _ = try await translator(server).translate(["a"], from: "en", to: "xx")
      }
      #expect(words.contains("status \(status)") && words.contains(said) && words.contains(hint))
      #expect(words.contains("/v1/translate") && !words.contains(Self.key))
      #expect(server.log.count == (status == 429 || status == 500 ? 3 : 1))
    }
  }

  @Test(
    "answers that are something else are refused with the reason",
    arguments: [
      ("<html>", "no JSON"), ("{\"translatedText\": \"A\"}", "no list `translatedText`"),
      ("{\"translatedText\": [\"A\", \"B\"]}", "2 translations for 1 texts"), ("{}", "no list"),
      ("{\"translatedText\": [1]}", "0 translations for 1 texts"),
    ]
  )
  func strange(body: String, reason: String) async throws {
    try await RudeServer.with { _, _ in
      .answer(200, body: body)
    } _: { server in
      let words = await Translation.complaint {
        _ = try await translator(server).translate(["a"], from: "en", to: "es")
      }
      #expect(words.contains("cannot be used") && words.contains(reason))
    }
  }

  @Test("a server that stays silent or away is named")
  func away() async throws {
    let url = try await RudeServer.with { _, _ in
      .silence
    } _: { server in
      let translator = try LibreTranslateTranslator(
        url: server.url,
        retries: RetryPolicy(attempts: 1),
        timeout: 0.2
      )
      let words = await Translation.complaint {
        _ = try await translator.translate(["a"], from: "en", to: "es")
      }
      #expect(words.contains("gave no answer") && words.contains("can be reached"))
      return server.url
    }
    let gone = try LibreTranslateTranslator(url: url, retries: RetryPolicy(attempts: 1))
    let words = await Translation.complaint {
      _ = try await gone.translate(["a"], from: "en", to: "es")
    }
    #expect(words.contains("gave no answer"))
  }

  @Test("a missing key and a wrong address are errors before anything is sent")
  func settings() async {
    let missing = await Translation.complaint {
      _ = try LibreTranslateTranslator(url: "http://h", keyVariable: "NO_KEY", environment: [:])
    }
    #expect(missing.contains("`NO_KEY` holds no key"))
    let wrong = await Translation.complaint {
      _ = try LibreTranslateTranslator(url: "ftp://h")
    }
    #expect(wrong.contains("address"))
  }

  @Test("nothing shows the key")
  func secrets() async throws {
    let translator = try LibreTranslateTranslator(
      url: "http://user:word-of-mouth@h/v1?token=\(Self.key)",
      keyVariable: "K",
      environment: ["K": Self.key]
    )
    var dumped = ""
    dump(translator, to: &dumped)
    for shown in [translator.identity, "\(translator)", dumped] {
      #expect(!shown.contains(Self.key) && !shown.contains("word-of-mouth"))
    }
    #expect(translator.identity == "libretranslate http://h/v1/translate")
  }
}
