#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SeedbedData
import SeedbedKernels

/// A model that embeds texts behind an OpenAI-compatible address (`POST …/embeddings`).
///
///     let endpoint = try EmbeddingsEndpoint(
///       .init(url: "https://api.openai.com/v1", model: "text-embedding-3-small",
///         keyVariable: "OPENAI_API_KEY"))
///     let vectors = try await endpoint.vectors(for: ["one", "two"])
///
/// Requests are tried again after 408, 409, 429, every 5xx and failures of the connection; other
/// answers are final. The key is read once, from the environment variable that the options name,
/// and appears in no message.
public struct EmbeddingsEndpoint: Sendable {
  /// Waits between two tries.
  public typealias Sleeper = @Sendable (Duration) async throws -> Void

  /// Where the model runs and how it is asked.
  public let options: Options

  let access: EndpointAccess
  let transport: any HTTPTransport
  let sleep: Sleeper

  /// Prepares requests; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - options: Where the model runs and how it is asked.
  ///   - environment: The variables of the process, one of which holds the key.
  ///   - transport: What carries the requests.
  ///   - sleep: Waits between two tries.
  /// - Throws: A `SeedbedError` when the address is none, the key's variable is not set, or a number
  ///   of the options is out of range.
  public init(
    _ options: Options,
    environment: [String: String]? = nil,
    transport: any HTTPTransport = ClientTransport(),
    sleep: @escaping Sleeper = { try await Task.sleep(for: $0) }
  ) throws {
    guard options.batchTexts > 0, options.batchBytes > 0, options.concurrency > 0,
      options.answerBytes > 0, options.timeout > .zero, options.dimensions ?? 1 > 0
    else {
      throw SeedbedError(
        .usage,
        "a limit of the embeddings endpoint is not positive",
        hint: "check the sizes of batches and answers, the concurrency, dimensions and timeout"
      )
    }
    self.options = options
    let key = try options.keyVariable.map {
      try EndpointKey(variable: $0, in: environment ?? ProcessInfo.processInfo.environment)
    }
    access = EndpointAccess(try EndpointAddress(options.url, path: "/embeddings"), key: key)
    self.transport = transport
    self.sleep = sleep
  }

  /// Names the model, where it runs and the length that is asked for; without key and password.
  public var identity: String {
    "endpoint \(access.address.shown) \(options.model)"
      + (options.dimensions.map { " \($0)" } ?? "")
  }

  /// How many numbers the model's vectors have, found by embedding one word.
  ///
  /// - Returns: The number, at least 1.
  /// - Throws: As ``vectors(for:progress:)``.
  public func dimensions() async throws -> Int {
    if let dimensions = options.dimensions { return dimensions }
    return try await vectors(for: ["word"])[0].count
  }

  /// Embeds texts.
  ///
  /// - Parameters:
  ///   - texts: The texts; most models refuse an empty one.
  ///   - progress: Hears how many texts have their vector after each answer.
  /// - Returns: One vector a text, in order, all of one length, as the model gives them.
  /// - Throws: A `SeedbedError` when the endpoint refuses, stays away or answers with something
  ///   else; `CancellationError` when the task is cancelled.
  public func vectors(
    for texts: [String],
    progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) async throws -> [[Float]] {
    let ranges = TextBatches.ranges(
      of: texts,
      count: options.batchTexts,
      bytes: options.batchBytes
    )
    let answers = try await withThrowingTaskGroup(of: (Int, [[Float]]).self) { group in
      var answers = [[[Float]]](repeating: [], count: ranges.count)
      var next = 0
      var done = 0
      func start() {
        guard next < ranges.count else { return }
        let number = next
        next += 1
        group.addTask { (number, try await batch(Array(texts[ranges[number]]))) }
      }
      for _ in 0..<options.concurrency { start() }
      while let (number, vectors) = try await group.next() {
        answers[number] = vectors
        done += vectors.count
        progress(done)
        start()
      }
      return answers
    }
    let vectors = answers.flatMap(\.self)
    let length = options.dimensions ?? vectors.first?.count
    for (index, vector) in vectors.enumerated() where vector.count != length {
      throw failure(
        "gave a vector of \(vector.count) numbers for text \(index), \(length ?? 0) are expected",
        hint: "check the model's name and its number of dimensions"
      )
    }
    return vectors
  }

  private func batch(_ texts: [String]) async throws -> [[Float]] {
    let answer = try await send(body(texts))
    do {
      return try EmbeddingsAnswer.vectors(in: answer.body, count: texts.count)
    } catch {
      throw failure(
        "gave an answer that cannot be used: \(access.shown(error.reason))",
        hint: "check that the address is that of an OpenAI-compatible embeddings endpoint"
      )
    }
  }

  private func body(_ texts: [String]) -> [UInt8] {
    var object: JSONObject = [
      "model": .string(options.model), "input": .array(texts.map { .string($0) }),
      "encoding_format": .string(options.encoding.rawValue),
    ]
    if let dimensions = options.dimensions {
      object["dimensions"] = .number(JSONNumber(dimensions))
    }
    var bytes: [UInt8] = []
    JSONWriter().write(object: object, into: &bytes)
    return bytes
  }
}
