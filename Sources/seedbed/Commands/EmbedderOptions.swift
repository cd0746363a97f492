import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLearning
import SeedbedLedger
import SeedbedModels
import SeedbedPipeline

/// What turns texts into vectors.
struct EmbedderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What compares meaning: `minilm`, `static`, `hashed`, the folder of a BERT-type model, or the URL "
        + "of an OpenAI-compatible endpoint such as `http://localhost:8080/v1`.",
      valueName: "model"
    )
  )
  var model = "minilm"

  @Option(help: ArgumentHelp("The model that an endpoint is asked for.", valueName: "name"))
  var modelName: String?

  @Option(
    help: ArgumentHelp(
      "The environment variable that holds the key of an endpoint; the key itself is never an option.",
      valueName: "name"
    )
  )
  var keyVariable: String?

  @Option(
    help: ArgumentHelp(
      "A project in whose ledger vectors are kept, so that no text is embedded twice.",
      valueName: "folder"
    )
  )
  var project: String?

  mutating func validate() throws {
    let isEndpoint = Self.isURL(model)
    if isEndpoint, modelName == nil {
      throw ValidationError("an endpoint needs `--model-name`, the model that it is asked for.")
    }
    if !isEndpoint, modelName != nil || keyVariable != nil {
      throw ValidationError("`--model-name` and `--key-variable` belong to the URL of an endpoint.")
    }
  }

  private static func isURL(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://")
  }

  /// Opens the model, with the project's ledger in front of it where one is named.
  ///
  /// - Parameter threads: The most threads, where the model has to be made first.
  /// - Returns: What embeds texts.
  /// - Throws: A `SeedbedError` when the model is not on this machine or cannot be reached, or the
  ///   project cannot be opened.
  func embedder(threads: Int) async throws -> any Embedder {
    let base = try await opened(threads: threads)
    guard let project else { return base }
    let ledger = try Ledger(path: Project(openingAt: project).ledgerPath)
    return Self.cached(base, in: ledger)
  }

  /// Vectors that were made before, or what makes them.
  ///
  /// - Parameters:
  ///   - file: The file with the vectors, or nil to make them.
  ///   - threads: The most threads, where the model has to be made first.
  /// - Returns: Where vectors come from.
  /// - Throws: A `SeedbedError` when the file is no array of vectors; as `embedder` otherwise.
  func source(_ file: String?, threads: Int) async throws -> VectorSource {
    if let file { return .file(try NPYReader(path: file)) }
    return .embedder(try await embedder(threads: threads))
  }

  private static func cached(_ base: some Embedder, in ledger: Ledger) -> any Embedder {
    CachedEmbedder(base, cache: ledger) {
      ProgressLine.shared.show("embedding", done: $0, total: $1)
    }
  }

  private func opened(threads: Int) async throws -> any Embedder {
    let store = ModelStore()
    if Self.isURL(model) { return try await endpoint() }
    switch model {
    case "hashed": return HashedEmbedder()
    case "minilm": return try BertEmbedder(folder: try sentenceModel(store))
    case "static":
      let embedder = try await StaticEmbedder(
        folder: try sentenceModel(store),
        threads: threads
      ) { ProgressLine.shared.show("distilling the static model", done: $0, total: $1) }
      if let failure = embedder.storageFailure {
        Terminal.note("the static model could not be kept for the next time: \(failure.message)")
      }
      return embedder
    default: break
    }
    guard FileManager.default.fileExists(atPath: model) else {
      let names = ["minilm", "static", "hashed"]
      let nearest = NearestName.find(model, among: names).map { "; did you mean `\($0)`?" } ?? ""
      throw SeedbedError(
        .usage,
        "`\(model)` is no model that is known, no folder and no URL\(nearest)",
        hint: "the models are \(names.joined(separator: ", ")); see `seedbed models`"
      )
    }
    return try BertEmbedder(folder: model)
  }

  private func endpoint() async throws -> any Embedder {
    let endpoint = try EmbeddingsEndpoint(
      EmbeddingsEndpoint.Options(
        url: model,
        model: modelName ?? "",
        keyVariable: keyVariable
      )
    )
    return RemoteEmbedder(
      identity: endpoint.identity,
      dimensions: try await endpoint.dimensions()
    ) { try await endpoint.vectors(for: $0) }
  }

  private func sentenceModel(_ store: ModelStore) throws -> String {
    guard store.has(ModelStore.sentenceModel) else {
      throw SeedbedError(
        .missingResource,
        "\(ModelStore.sentenceModel) is not in `\(store.folder)`",
        hint: "fetch it with `seedbed models pull`, or use `--model hashed`"
      )
    }
    return store.path(of: ModelStore.sentenceModel)
  }
}
