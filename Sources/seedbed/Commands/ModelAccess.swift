import ArgumentParser
import SeedbedData
import SeedbedLedger
import SeedbedModels
import SeedbedPipeline

/// How the language models of a project are asked.
enum ModelAccess: Sendable {
  /// At their endpoints, as far as answers are not stored.
  case live(SpendingMeter)
  /// Never: only stored answers count, and what is missing is put down.
  case recorded(PendingRequests)

  /// The models of a project that write or judge.
  ///
  /// - Parameters:
  ///   - configuration: The project's configuration.
  ///   - folder: The project's folder, in which programs run.
  ///   - store: Where answers are kept.
  /// - Returns: The models by name.
  /// - Throws: A `SeedbedError` for a model that cannot be used, such as one whose key is not set.
  func models(
    of configuration: Configuration,
    in folder: String,
    store: any AnswerStore
  ) throws -> ProjectModels {
    let used = configuration.models.filter { settings in
      configuration.generation.models.contains(settings.name)
        || configuration.judging.judges.contains(settings.name)
        || configuration.verification.moderation == settings.name
    }
    let entries = try used.map { settings in
      ProjectModels.Entry(
        try model(settings, of: configuration, in: folder, store: store),
        width: settings.limits.concurrency
      )
    }
    guard !configuration.translators.isEmpty else { return ProjectModels(entries) }
    return ProjectModels(entries) {
      try await translationDesk(of: configuration, in: folder, store: store)
    }
  }

  /// The translator of a project.
  private func translationDesk(
    of configuration: Configuration,
    in folder: String,
    store: any AnswerStore
  ) async throws -> TranslationDesk {
    try await TranslationAccess.desk(
      try configuration.translator(),
      folder: folder,
      hiding: configuration.keyVariables
    ) { name in
      guard let settings = configuration.model(named: name) else {
        throw SeedbedError(.configuration, "`models` has no `\(name)`")
      }
      return ModelTranslator(
        model: try model(settings, of: configuration, in: folder, store: store),
        seed: configuration.seed
      )
    }
  }

  /// One model.
  func model(
    _ settings: ModelSettings,
    of configuration: Configuration,
    in folder: String,
    store: any AnswerStore
  ) throws -> any LanguageModel {
    var settings = settings
    settings.keyFile = settings.keyFile.map { Project.resolve($0, in: folder) }
    switch self {
    case .live(let meter):
      guard settings.provider == .program else {
        return try PacedModel(settings, store: store, meter: meter)
      }
      return try StoredProgramModel(
        settings,
        store: store,
        folder: folder,
        hiding: configuration.keyVariables
      )
    case .recorded(let pending): return try pending.model(settings, store: store)
    }
  }
}
