import Foundation
import SeedbedData
import SeedbedModels
import Synchronization
import Testing

@Suite("Embeddings endpoint")
struct EmbeddingsEndpointTests {
  static let key = "sk-very-secret-0123456789"
  static let environment = ["EMB_KEY": key]

  /// The waits that were asked for, instead of waiting.
  final class Waits: Sendable {
    let all = Mutex<[Duration]>([])

    func wait(_ duration: Duration) { all.withLock { $0.append(duration) } }
    var list: [Duration] { all.withLock { $0 } }
  }

  /// A vector that tells which text it belongs to.
  static func vector(_ text: String) -> [Double] {
    [Double(text.utf8.count), Double(text.utf8.first ?? 0), 0.5]
  }

  static func body(_ texts: [String], order: (Int) -> [Int] = { Array(0..<$0) }) -> String {
    let rows = order(texts.count).map { index in
      "{\"object\":\"embedding\",\"index\":\(index),\"embedding\":\(vector(texts[index]))}"
    }
    return "{\"object\":\"list\",\"data\":[\(rows.joined(separator: ","))],\"model\":\"m\"}"
  }

  static func options(_ url: String) -> EmbeddingsEndpoint.Options {
    var options = EmbeddingsEndpoint.Options(url: url, model: "m", keyVariable: "EMB_KEY")
    options.timeout = .seconds(10)
    return options
  }

  private func endpoint(
    _ options: EmbeddingsEndpoint.Options,
    waits: Waits = Waits()
  ) throws -> EmbeddingsEndpoint {
    try EmbeddingsEndpoint(options, environment: Self.environment) { waits.wait($0) }
  }

  private let texts = (0..<10).map { String(repeating: "x", count: $0 + 1) }
  private var expected: [[Float]] { texts.map { Self.vector($0).map(Float.init) } }

  @Test("answers are matched by index, not by order")
  func shuffled() async throws {
    try await RudeServer.with { _, request in
      .answer(200, body: Self.body(request.texts) { Array((0..<$0).reversed()) })
    } _: { server in
      var options = Self.options(server.url)
      options.batchTexts = 4
      let done = Mutex<[Int]>([])
      let vectors = try await endpoint(options)
        .vectors(for: texts) { count in done.withLock { $0.append(count) } }
      #expect(vectors == expected)
      #expect(done.withLock { $0 }.last == 10)
      #expect(server.log.map(\.texts.count).sorted() == [2, 4, 4])
      let first = try #require(server.log.first)
      #expect(first.path == "/v1/embeddings")
      #expect(first.headers["authorization"] == "Bearer \(Self.key)")
      #expect(first.headers["content-type"] == "application/json")
      #expect(first.body["model"] == "m" && first.body["encoding_format"] == "float")
      #expect(first.body["dimensions"] == nil)
    }
  }

  @Test("requests are cut by bytes too, and a long text goes alone")
  func batches() async throws {
    try await RudeServer.with { _, request in
      .answer(200, body: Self.body(request.texts))
    } _: {
      server in
      var options = Self.options(server.url)
      options.batchBytes = 10
      options.concurrency = 1
      let texts = ["aaaa", "bbbb", "ccc", "dddddddddddddddd", "e"]
      let vectors = try await endpoint(options).vectors(for: texts)
      #expect(vectors.count == 5)
      #expect(
        server.log.map(\.texts) == [["aaaa", "bbbb"], ["ccc"], ["dddddddddddddddd"], ["e"]]
      )
    }
  }

  @Test("no text asks for nothing")
  func nothing() async throws {
    try await RudeServer.with { _, _ in
      .hangUp
    } _: { server in
      let vectors = try await endpoint(Self.options(server.url)).vectors(for: [])
      #expect(vectors.isEmpty)
      #expect(server.log.isEmpty)
    }
  }

  @Test("a passing refusal is tried again", arguments: [408, 409, 429, 500, 502, 503, 529])
  func passing(status: Int) async throws {
    try await RudeServer.with { number, request in
      number < 3
        ? .answer(status, body: "{\"error\":{\"message\":\"later\"}}")
        : .answer(200, body: Self.body(request.texts))
    } _: { server in
      let waits = Waits()
      let vectors = try await endpoint(Self.options(server.url), waits: waits).vectors(for: texts)
      #expect(vectors == expected)
      #expect(waits.list.count == 2)
      #expect(waits.list[0] <= .milliseconds(500) && waits.list[1] <= .seconds(1))
    }
  }

  @Test("any other refusal is final", arguments: [301, 400, 401, 403, 404, 413, 422, 204])
  func final(status: Int) async throws {
    try await RudeServer.with { _, _ in
      .answer(
        status,
        headers: ["Location": "/v2"],
        body: status == 204 ? "" : "{\"error\":{\"message\":\"no, \(Self.key) is wrong\"}}"
      )
    } _: { server in
      let waits = Waits()
      let error = await #expect(throws: SeedbedError.self) {
        try await endpoint(Self.options(server.url), waits: waits).vectors(for: texts)
      }
      #expect(error?.code == .endpoint)
      #expect(
        error?.message == "`\(server.url)/embeddings` answered with status \(status) for model `m`"
      )
      #expect(status == 204 || error?.cause == "no, (key) is wrong")
      #expect(server.log.count == 1 && waits.list.isEmpty)
      if status == 401 {
        #expect(error?.hint == "check the key in the environment variable `EMB_KEY`")
      }
    }
  }

  @Test("an endpoint that stays broken is given up after the last try")
  func broken() async throws {
    try await RudeServer.with { _, _ in
      .answer(500, body: "<html>\nboom</html>")
    } _: { server in
      let waits = Waits()
      var options = Self.options(server.url)
      options.retries.attempts = 4
      let error = await #expect(throws: SeedbedError.self) {
        try await endpoint(options, waits: waits).vectors(for: ["a"])
      }
      #expect(error?.message.contains("answered with status 500 (tried 4 times)") == true)
      #expect(error?.cause == "<html> boom</html>")
      #expect(server.log.count == 4 && waits.list.count == 3)
    }
  }

  @Test("Retry-After is honoured, and too long a wait is not begun")
  func retryAfter() async throws {
    try await RudeServer.with { number, request in
      switch number {
      case 1: .answer(429, headers: ["Retry-After": "7"], body: "{}")
      case 2: .answer(200, body: Self.body(request.texts))
      default: .answer(429, headers: ["Retry-After": "3600"], body: "{}")
      }
    } _: { server in
      let waits = Waits()
      let endpoint = try endpoint(Self.options(server.url), waits: waits)
      _ = try await endpoint.vectors(for: ["a"])
      #expect(waits.list.count == 1)
      #expect(waits.list[0] >= .seconds(7) && waits.list[0] < .seconds(7.6))
      await #expect(throws: SeedbedError.self) { try await endpoint.vectors(for: ["a"]) }
      #expect(waits.list.count == 1 && server.log.count == 3)
    }
  }

  @Test("a connection that breaks is tried again", arguments: [0, 1])
  func connection(kind: Int) async throws {
    try await RudeServer.with { number, request in
      if number > 2 { return .answer(200, body: Self.body(request.texts)) }
      return kind == 0 ? .hangUp : .cut("{\"data\":[")
    } _: { server in
      let vectors = try await endpoint(Self.options(server.url)).vectors(for: texts)
      #expect(vectors == expected && server.log.count == 3)
    }
  }

  @Test("an endpoint that is not there is named")
  func absent() async throws {
    let server = try await RudeServer { _, _ in .hangUp }
    await server.stop()
    var options = Self.options(server.url)
    options.timeout = .seconds(1)
    options.retries.attempts = 2
    let error = await #expect(throws: SeedbedError.self) {
      try await endpoint(options).vectors(for: ["a"])
    }
    #expect(error?.message.hasPrefix("`\(server.url)/embeddings` gave no answer: ") == true)
    #expect(error?.hint == "check that the endpoint runs and can be reached")
  }

  @Test("an answer that never ends runs into the time limit")
  func slow() async throws {
    try await RudeServer.with { _, _ in
      .silence
    } _: { server in
      var options = Self.options(server.url)
      options.timeout = .milliseconds(500)
      options.retries.attempts = 2
      let error = await #expect(throws: SeedbedError.self) {
        try await endpoint(options).vectors(for: ["a"])
      }
      #expect(error?.message.contains("no whole answer within") == true)
      #expect(server.log.count == 2)
    }
  }

  @Test("a cancelled task ends as cancelled, also while it waits for an answer")
  func cancelled() async throws {
    let arrived = AsyncStream.makeStream(of: Void.self)
    try await RudeServer.with { _, _ in
      arrived.continuation.yield()
      return .silence
    } _: { server in
      let endpoint = try endpoint(Self.options(server.url))
      let work = Task { try await endpoint.vectors(for: ["a"]) }
      for await _ in arrived.stream { break }
      work.cancel()
      await #expect(throws: CancellationError.self) { try await work.value }
    }
  }

  static let faults: [(String, String)] = [
    ("", "it is no JSON"), ("{\"data\":[{\"index\":0,", "it is no JSON"),
    ("[]", "it has no list `data`"), ("{\"data\":{}}", "it has no list `data`"),
    ("{\"data\":[]}", "it has 0 vectors for 2 texts"),
    (row(0, "[1]") + "]}", "it has 1 vectors for 2 texts"),
    (row(0, "[1]") + "," + tail(1, "[1]") + "," + tail(2, "[1]") + "]}", "it has 3 vectors for 2"),
    (row(0, "[1]") + "," + tail(0, "[1]") + "]}", "two vectors have index 0"),
    (row(0, "[1]") + "," + tail(2, "[1]") + "]}", "a vector has the index 2, but there are 2"),
    (row(0, "[1]") + "," + tail(-1, "[1]") + "]}", "a vector has the index -1"),
    (row(0, "[1]") + ",{\"embedding\":[1]}]}", "a vector has no `index`"),
    (row(0, "[1]") + "," + tail(1, "[1,2]") + "]}", "vector 1 has 2 numbers, vector 0 has 1"),
    (row(0, "[]") + "," + tail(1, "[]") + "]}", "vector 0 is empty"),
    (row(0, "[1]") + "," + tail(1, "null") + "]}", "vector 1 is missing"),
    (row(0, "[1]") + "," + tail(1, "[null]") + "]}", "vector 1 holds something that is no finite"),
    (row(0, "[1]") + "," + tail(1, "[1e400]") + "]}", "vector 1 holds something that is no finite"),
    (row(0, "[1]") + "," + tail(1, "\"AAAA\"") + "]}", "vector 1 is no base 64 of 32-bit floats"),
    (row(0, "[1]") + "," + tail(1, "\"?\"") + "]}", "vector 1 is no base 64 of 32-bit floats"),
    (row(0, "\"AACAPw==\"") + "," + tail(1, "\"AADAfw==\"") + "]}", "vector 1 holds something"),
  ]

  static func row(_ index: Int, _ vector: String) -> String { "{\"data\":[" + tail(index, vector) }

  static func tail(_ index: Int, _ vector: String) -> String {
    "{\"index\":\(index),\"embedding\":\(vector)}"
  }

  @Test("an answer that cannot be used is refused with the reason, once", arguments: faults)
  func unusable(body: String, reason: String) async throws {
    try await RudeServer.with { _, _ in
      .answer(200, body: body)
    } _: { server in
      let error = await #expect(throws: SeedbedError.self) {
        try await endpoint(Self.options(server.url)).vectors(for: ["a", "b"])
      }
      #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
      #expect(server.log.count == 1)
    }
  }

  @Test("vectors of another length than those of other requests, or than asked for, are refused")
  func lengths() async throws {
    try await RudeServer.with { number, request in
      .answer(200, body: Self.row(0, number == 1 ? "[1,2]" : "[1]") + "]}")
    } _: { server in
      var options = Self.options(server.url)
      options.batchTexts = 1
      options.concurrency = 1
      await #expect(throws: SeedbedError.self) {
        try await endpoint(options).vectors(for: ["a", "b"])
      }
      options.dimensions = 2
      let error = await #expect(throws: SeedbedError.self) {
        try await endpoint(options).vectors(for: ["a"])
      }
      #expect(error?.message.contains("1 numbers for text 0, 2 are expected") == true)
      #expect(server.log.last?.body["dimensions"] == 2)
    }
  }

  @Test("numbers in base 64 are read")
  func base64() async throws {
    try await RudeServer.with { _, request in
      let numbers: [Float] = [1, -2.5, 1e-20]
      let bytes = numbers.withUnsafeBytes { Data($0) }
      return .answer(200, body: Self.row(0, "\"\(bytes.base64EncodedString())\"") + "]}")
    } _: { server in
      var options = Self.options(server.url)
      options.encoding = .base64
      let endpoint = try endpoint(options)
      #expect(try await endpoint.vectors(for: ["a"]) == [[1, -2.5, 1e-20]])
      #expect(server.log[0].body["encoding_format"] == "base64")
      #expect(try await endpoint.dimensions() == 3)
    }
  }

  @Test("an answer beyond the size limit is refused, once")
  func tooLarge() async throws {
    try await RudeServer.with { _, request in
      .answer(200, body: Self.body(request.texts))
    } _: {
      server in
      var options = Self.options(server.url)
      options.answerBytes = 100
      let error = await #expect(throws: SeedbedError.self) {
        try await endpoint(options).vectors(for: texts)
      }
      #expect(error?.message.contains("the answer is larger than 100 bytes") == true)
      #expect(server.log.count == 1)
    }
  }
}
