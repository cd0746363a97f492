public import SeedbedData

/// Reads the answers to files of requests, and stores them as if they had been asked for one by one.
///
///     let batch = try BatchAnswers(settings)
///     let report = try batch.read(requests: ["requests.jsonl"], answers: ["output.jsonl"], into: store)
///
/// Answers may come in any order and in several files (endpoints put errors into a file of their own). Memory
/// holds the ids of the requests, not their texts.
public struct BatchAnswers: Sendable {
  /// Reads the HTTP answer to a request.
  public typealias Decoder =
    @Sendable (_ status: Int, _ body: [UInt8], _ key: String) -> Result<ModelAnswer, RequestFailure>

  /// How many answers one transaction of the store holds.
  private static let transaction = 1000

  private let settings: ModelSettings
  private let shownAddress: String
  private let endpoint: String
  private let decode: Decoder

  /// Prepares reading.
  ///
  /// - Parameter settings: The model that was asked.
  /// - Throws: A `SeedbedError` when its address is none, or it is a program.
  public init(_ settings: ModelSettings) throws {
    let wire = try ChatWire(settings)
    self.init(
      settings,
      endpoint: wire.endpoint,
      shownAddress: wire.shownAddress,
      decode: { wire.read(status: $0, body: $1, key: $2) }
    )
  }

  /// Prepares reading with another decoder.
  ///
  /// - Parameters:
  ///   - settings: The model that was asked.
  ///   - endpoint: Who was asked, as a part of every key.
  ///   - shownAddress: The address without secrets.
  ///   - decode: Reads the HTTP answer to a request.
  public init(
    _ settings: ModelSettings,
    endpoint: String,
    shownAddress: String,
    decode: @escaping Decoder
  ) {
    self.settings = settings
    self.endpoint = endpoint
    self.shownAddress = shownAddress
    self.decode = decode
  }

  /// Joins files of answers with the files of their requests.
  ///
  /// - Parameters:
  ///   - requests: The files of requests, not packed.
  ///   - answers: The files of answers and of errors.
  ///   - store: Where answers are kept.
  /// - Returns: What was found.
  /// - Throws: A `SeedbedError` when a file cannot be read, a line of the requests is none or two of them have
  ///   one id, or the store fails; what was stored until then stays.
  public func read(
    requests: [String],
    answers: [String],
    into store: any AnswerStore
  ) throws -> BatchReport {
    try read(BatchRequestFiles(requests), answers, store)
  }

  /// Joins files of answers with requests that are known.
  ///
  /// - Parameters:
  ///   - requests: The requests.
  ///   - answers: The files of answers and of errors.
  ///   - store: Where answers are kept.
  /// - Returns: What was found.
  /// - Throws: As with files of requests.
  public func read(
    requests: [BatchRequest],
    answers: [String],
    into store: any AnswerStore
  ) throws -> BatchReport {
    try read(BatchRequestList(requests), answers, store)
  }

  private func read(
    _ requests: some BatchRequestSource,
    _ answers: [String],
    _ store: any AnswerStore
  ) throws -> BatchReport {
    var join = BatchJoin(ids: requests.ids)
    var pending = Pending()
    for path in answers {
      let broken = BrokenRows()
      var options = RowReaderOptions(format: .jsonLines, onBadRow: .quarantine)
      options.maximumRowBytes = settings.limits.answerBytes &+ (1 << 20)
      var reader = try RowReader(path: path, options: options)
      reader.badRowSink = { broken.add($0) }
      while let row = try reader.next() {
        guard let (place, line) = join.line(in: row, file: path) else { continue }
        let request = try requests.request(at: place)
        switch outcome(of: line, request) {
        case .success(let answer):
          pending.answers.append(answer)
          join.noteAnswer()
        case .failure(let failure):
          pending.failures.append(FailedRequest(failure, name: settings.name, attempts: 1))
          join.noteFailure(request.id, failure.reason)
        }
        if pending.count >= Self.transaction { try pending.store(in: store) }
      }
      join.noteBroken(broken.rows)
    }
    try pending.store(in: store)
    return join.finished()
  }

  private func outcome(
    of line: BatchLine,
    _ request: BatchRequest
  ) -> Result<PaidAnswer, RequestFailure> {
    let bytes = request.bodyBytes
    let key = key(of: request, bytes)
    switch line {
    case .failure(let reason):
      return .failure(RequestFailure(.unanswered, reason, key: key))
    case .answer(let status, let body):
      return decode(status, body, key).map { answer in
        PaidAnswer(
          answer,
          request: String(decoding: bytes, as: UTF8.self),
          name: settings.name,
          endpoint: shownAddress,
          cost: settings.price?.cost(of: answer.usage, isBatch: true),
          isBatch: true
        )
      }
    }
  }

  /// A request that Seedbed wrote has its key for a name; another one gets the key of its body.
  private func key(of request: BatchRequest, _ body: [UInt8]) -> String {
    let id = request.id.utf8
    let isKey =
      id.count == 32 && id.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    return isKey ? request.id : RequestKey.key(endpoint: endpoint, body: body, variant: 0)
  }

  /// What the next transaction will store.
  private struct Pending {
    var answers: [PaidAnswer] = []
    var failures: [FailedRequest] = []

    var count: Int { answers.count + failures.count }

    mutating func store(in store: any AnswerStore) throws {
      if !answers.isEmpty { try store.store(answers) }
      if !failures.isEmpty { try store.store(failures) }
      (answers, failures) = ([], [])
    }
  }
}

/// Keeps the places of lines that cannot be read; a reader's sink must outlive the call that sets it.
private final class BrokenRows {
  private(set) var rows: [String] = []

  func add(_ row: BadRow) { rows.append("\(row)") }
}
