import SeedbedData
import SeedbedLearning
import SeedbedModels
import SeedbedPipeline

/// How texts are translated, and their meanings compared.
enum TranslationAccess {
  /// Opens a translator.
  ///
  /// - Parameters:
  ///   - settings: The entry under `translators`; nil for Apertium where it is installed.
  ///   - folder: The folder in which programs run.
  ///   - hiding: Environment variables that no program must see.
  ///   - model: Makes a translator of the language model of a name.
  /// - Returns: The translator, with the embedding model to compare meanings by where that is there.
  /// - Throws: A `SeedbedError` where what it needs is missing.
  static func desk(
    _ settings: TranslatorSettings?,
    folder: String,
    hiding: [String] = [],
    model: (_ name: String) async throws -> any Translator
  ) async throws -> TranslationDesk {
    let translator = try await Translators.make(
      settings,
      folder: folder,
      hiding: hiding,
      model: model
    )
    return TranslationDesk(
      translator: translator,
      pivots: settings?.pivots ?? [],
      similarity: try similarity()
    )
  }

  /// The cosine of two texts' vectors by the embedding model; nil where it is not on this machine.
  private static func similarity() throws -> (
    @Sendable ([(String, String)]) async throws -> [Double]
  )? {
    let store = ModelStore()
    guard store.has(ModelStore.sentenceModel) else { return nil }
    let embedder = try BertEmbedder(folder: store.path(of: ModelStore.sentenceModel))
    return { pairs in
      let texts = pairs.flatMap { [$0.0, $0.1] }
      let vectors = try await embedder.embed(texts, threads: 2)
      return pairs.indices.map { place in
        zip(vectors[2 * place], vectors[2 * place + 1]).reduce(0) { $0 + Double($1.0 * $1.1) }
      }
    }
  }
}
