import ArgumentParser
import Foundation
import SeedbedData
import SeedbedLearning
import SeedbedLedger
import SeedbedModels

/// Which model turns texts into vectors, as an option or `seedbed.yaml` names it.
struct EmbedderChoice {
  /// `minilm`, `static`, `hashed`, the folder of a model, or the URL of an endpoint.
  var model: String
  /// The model that an endpoint is asked for.
  var modelName: String?
  /// The environment variable that holds an endpoint's key.
  var keyVariable: String?

  private var isEndpoint: Bool { model.hasPrefix("http://") || model.hasPrefix("https://") }

  /// Refuses settings of an endpoint without one, and an endpoint without the model to ask for.
  func validate() throws {
    if isEndpoint, modelName == nil {
      throw ValidationError("an endpoint needs `--model-name`, the model that it is asked for.")
    }
    if !isEndpoint, modelName != nil || keyVariable != nil {
      throw ValidationError("`--model-name` and `--key-variable` belong to the URL of an endpoint.")
    }
  }

  /// The model with a ledger in front of it, so that no text is embedded twice.
  static func cached(_ base: some Embedder, in ledger: Ledger) -> any Embedder {
    CachedEmbedder(base, cache: ledger) {
      ProgressLine.shared.show("embedding", done: $0, total: $1)
    }
  }

  /// Opens the model.
  ///
  /// - Parameter threads: The most threads, where the model has to be made first.
  /// - Returns: What embeds texts.
  /// - Throws: A `SeedbedError` when the model is not on this machine or cannot be reached.
  func opened(threads: Int) async throws -> any Embedder {
    let store = ModelStore()
    if isEndpoint { return try await endpoint() }
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
        hint: "fetch it with `seedbed models pull`, or use the model `hashed`"
      )
    }
    return store.path(of: ModelStore.sentenceModel)
  }
}
