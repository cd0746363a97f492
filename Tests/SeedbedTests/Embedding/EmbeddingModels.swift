import Foundation
import SeedbedLearning

/// The models that tests use when they are on the machine.
enum EmbeddingModels {
  /// The folder of all-MiniLM-L6-v2, or nil.
  static let folder: String? = {
    let store = ModelStore()
    return store.has(ModelStore.sentenceModel) ? store.path(of: ModelStore.sentenceModel) : nil
  }()

  private static let shared = Task {
    // A folder that outlives the run, so that only the first one distils.
    let cache = FileManager.default.temporaryDirectory.appending(path: "seedbed-test-models").path
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    return try await StaticEmbedder(folder: folder ?? "", cache: cache, threads: 2)
  }

  /// The static embedder of that model.
  static func distilled() async throws -> StaticEmbedder { try await shared.value }
}
