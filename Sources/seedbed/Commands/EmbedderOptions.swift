import ArgumentParser
import SeedbedData
import SeedbedLearning
import SeedbedLedger
import SeedbedPipeline

/// What turns texts into vectors.
struct EmbedderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What compares meaning: `minilm`, `static`, `hashed`, the folder of a BERT-type model, or the URL "
        + "of an OpenAI-compatible endpoint such as `http://localhost:8080/v1`. "
        + "(default: minilm, and static for `compare`)",
      valueName: "model"
    )
  )
  var model: String?

  /// The model where none is named: the best one, unless a command has to be quick with many rows.
  static let usual = "minilm"

  @OptionGroup var endpoint: EndpointOptions

  @Option(
    help: ArgumentHelp(
      "A project in whose ledger vectors are kept, so that no text is embedded twice.",
      valueName: "folder"
    )
  )
  var project: String?

  mutating func validate() throws {
    try choice(Self.usual).validate()
  }

  private func choice(_ usual: String) -> EmbedderChoice {
    endpoint.choice(model ?? usual)
  }

  /// Opens the model, with the project's ledger in front of it where one is named.
  ///
  /// - Parameters:
  ///   - threads: The most threads, where the model has to be made first.
  ///   - usual: The model where the user names none.
  /// - Returns: What embeds texts.
  /// - Throws: A `SeedbedError` when the model is not on this machine or cannot be reached, or the
  ///   project cannot be opened.
  func embedder(threads: Int, usual: String = Self.usual) async throws -> any Embedder {
    let base = try await choice(usual).opened(threads: threads)
    guard let project else { return base }
    let ledger = try Ledger(path: Project(openingAt: project).ledgerPath)
    return EmbedderChoice.cached(base, in: ledger)
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
}
