#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SeedbedData

/// A server that speaks LibreTranslate's HTTP API (`POST …/translate`, `GET …/languages`).
///
/// Requests are tried again after 408, 409, 425, 429, every 5xx and failures of the connection; other answers
/// are final. The key is read once, from the environment variable that is named, and appears in no message.
public struct LibreTranslateTranslator: DirectedTranslator {
  /// Waits between two tries.
  public typealias Sleeper = @Sendable (Duration) async throws -> Void

  /// How many texts a request has at most.
  private static let batchTexts = 32
  /// How many bytes of text a request has at most; a longer text goes alone.
  private static let batchBytes = 16 << 10
  /// How many requests are under way at once.
  private static let concurrency = 4

  let sender: LibreTranslateSender
  private let key: EndpointKey?

  /// Prepares requests; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - url: The base address, such as `http://127.0.0.1:5000`.
  ///   - keyVariable: The environment variable that holds the key; nil for a server that needs none.
  ///   - environment: The variables of the process.
  ///   - retries: When a request is tried again.
  ///   - timeout: How many seconds one try may take.
  ///   - transport: What carries the requests.
  ///   - sleep: Waits between two tries.
  /// - Throws: A `SeedbedError` when the address is none or the key's variable is not set.
  public init(
    url: String,
    keyVariable: String? = nil,
    environment: [String: String]? = nil,
    retries: RetryPolicy = RetryPolicy(),
    timeout: Double = 60,
    transport: any HTTPTransport = ClientTransport(),
    sleep: @escaping Sleeper = { try await Task.sleep(for: $0) }
  ) throws {
    key = try keyVariable.map {
      try EndpointKey(variable: $0, in: environment ?? ProcessInfo.processInfo.environment)
    }
    sender = LibreTranslateSender(
      translate: EndpointAccess(try EndpointAddress(url, path: "/translate"), key: key),
      languages: EndpointAccess(try EndpointAddress(url, path: "/languages"), key: key),
      keyVariable: keyVariable,
      retries: retries,
      limits: HTTPLimits(timeout: .seconds(timeout), bytes: 16 << 20),
      transport: transport,
      sleep: sleep
    )
  }

  /// Names the server, without user name and password.
  public var identity: String { "libretranslate \(sender.translate.address.shown)" }

  /// The languages that a language can be translated into.
  ///
  /// - Parameter source: A language as a BCP 47 tag.
  /// - Returns: BCP 47 tags in the server's order.
  /// - Throws: A `SeedbedError` when the server refuses, stays away or answers with something else;
  ///   `CancellationError`.
  public func targets(from source: String) async throws -> [String] {
    let answer = try await sender.send(nil)
    guard let languages = answer.array else {
      throw sender.unusable("it is no list of languages")
    }
    let base = LanguageTag(source).base
    let entry = languages.first { LanguageTag($0["code"]?.string ?? "").base == base }
    return entry?["targets"]?.array?.compactMap(\.string).filter { LanguageTag($0).base != base }
      ?? []
  }

  /// Translates texts.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - source: The language that they are in.
  ///   - target: The language to translate into.
  /// - Returns: One translation a text, in order.
  /// - Throws: A `SeedbedError` when the server refuses, stays away or answers with something else;
  ///   `CancellationError`.
  public func translate(
    _ texts: [String],
    from source: String,
    to target: String
  ) async throws -> [String] {
    let ranges = TextBatches.ranges(of: texts, count: Self.batchTexts, bytes: Self.batchBytes)
    return try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
      var answers = [[String]](repeating: [], count: ranges.count)
      var next = 0
      func start() {
        guard next < ranges.count else { return }
        let number = next
        next += 1
        let part = Array(texts[ranges[number]])
        group.addTask { (number, try await batch(part, from: source, to: target)) }
      }
      for _ in 0..<Self.concurrency { start() }
      while let (number, translations) = try await group.next() {
        answers[number] = translations
        start()
      }
      return answers.flatMap(\.self)
    }
  }

  private func batch(
    _ texts: [String],
    from source: String,
    to target: String
  ) async throws -> [String] {
    var object: JSONObject = [
      "q": .array(texts.map { .string($0) }), "source": .string(source),
      "target": .string(target), "format": "text",
    ]
    if let key { object["api_key"] = .string(key.value) }
    var body: [UInt8] = []
    JSONWriter().write(object: object, into: &body)
    let answer = try await sender.send(body)
    guard let translations = answer["translatedText"]?.array?.compactMap(\.string) else {
      throw sender.unusable("it has no list `translatedText`")
    }
    guard translations.count == texts.count else {
      throw sender.unusable("it has \(translations.count) translations for \(texts.count) texts")
    }
    return translations
  }
}

extension LibreTranslateTranslator: CustomStringConvertible, CustomReflectable {
  /// The server's identity; nothing of its key.
  public var description: String { identity }
  /// The identity only, so that a dump shows no secret either.
  public var customMirror: Mirror { Mirror(self, children: ["identity": identity]) }
}
