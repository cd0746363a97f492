public import SeedbedData
import Synchronization

/// Requests that no stored answer was found for, to be answered by batch files.
///
/// A run whose models come from here asks nobody: what is stored is used, and what is missing is put down
/// once. The requests are written to files, the files' answers are stored, and the run is run again.
public final class PendingRequests: Sendable {
  private let state = Mutex<[String: [String: BatchRequest]]>([:])

  /// Starts without requests.
  public init() {}

  /// A model that knows only stored answers.
  ///
  /// - Parameters:
  ///   - settings: The model.
  ///   - store: Where answers are kept.
  /// - Returns: The model; what it cannot answer is put down here, unless it is a program, which no batch file
  ///   reaches.
  /// - Throws: A `SeedbedError` when the model's address is none.
  public func model(
    _ settings: ModelSettings,
    store: any AnswerStore
  ) throws -> any LanguageModel {
    guard settings.provider == .program else {
      let wire = try ChatWire(settings)
      return PendingModel(
        wire.identity,
        endpoint: wire.endpoint,
        path: settings.provider == .anthropic ? nil : wire.path,
        store: store,
        pending: self,
        encode: { request in
          // An endpoint may have been asked in another form than the first when it was asked.
          let forms = [wire.firstForm] + wire.otherForms(than: wire.firstForm, for: request)
          return forms.map { wire.body(of: request, in: $0) }
        }
      )
    }
    let wire = ProgramWire(settings)
    return PendingModel(
      wire.identity,
      endpoint: wire.endpoint,
      path: nil,
      store: store,
      pending: nil,
      encode: { [wire.body(of: $0)] }
    )
  }

  /// How many requests there are.
  public var count: Int { state.withLock { $0.reduce(0) { $0 + $1.value.count } } }

  /// The names of the models that have requests, sorted.
  public var models: [String] { state.withLock { $0.keys.sorted() } }

  /// The requests of a model.
  ///
  /// - Parameter model: The model's name in `seedbed.yaml`.
  /// - Returns: Each request once, in the order of their keys.
  public func requests(of model: String) -> [BatchRequest] {
    state.withLock { $0[model, default: [:]] }.values.sorted { $0.id < $1.id }
  }

  /// Writes the requests of a model to files.
  ///
  /// - Parameters:
  ///   - model: The model's name in `seedbed.yaml`.
  ///   - path: The first file; see ``BatchWriter``.
  ///   - limits: How large one file may be.
  /// - Returns: The files; empty where there are no requests.
  /// - Throws: A `SeedbedError` when a file cannot be written.
  public func write(
    _ model: String,
    to path: String,
    limits: BatchWriter.Limits = .init()
  ) throws -> [String] {
    var writer = BatchWriter(path: path, limits: limits)
    for request in requests(of: model) { try writer.write(request) }
    return try writer.close()
  }

  func add(_ request: BatchRequest, of model: String) {
    state.withLock { $0[model, default: [:]][request.id] = request }
  }
}
