public import SeedbedData

/// The language models of a project, ready to be asked.
public struct ProjectModels: Sendable {
  /// A model with how much it is asked at once.
  public struct Entry: Sendable {
    /// The model.
    public var model: any LanguageModel
    /// How many requests are useful under way at once, at least 1.
    public var width: Int

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - width: How many requests are useful under way at once.
    public init(_ model: any LanguageModel, width: Int) {
      self.model = model
      self.width = max(1, width)
    }
  }

  private let entries: [Entry]
  /// Opens the project's translator; nil where it has none.
  private let opensDesk: (@Sendable () async throws -> TranslationDesk)?

  /// Collects models.
  ///
  /// - Parameters:
  ///   - entries: The models, each under the name in its identity.
  ///   - desk: Opens the project's translator when it is first needed.
  public init(
    _ entries: [Entry] = [],
    desk: (@Sendable () async throws -> TranslationDesk)? = nil
  ) {
    self.entries = entries
    opensDesk = desk
  }

  /// The project's translator.
  ///
  /// - Returns: Who translates.
  /// - Throws: A `SeedbedError` where there is none or it cannot be used.
  public func desk() async throws -> TranslationDesk {
    guard let opensDesk else {
      throw SeedbedError(
        .configuration,
        "the plan translates, and no translator is at hand",
        hint: "describe one under `translators` in `seedbed.yaml`"
      )
    }
    return try await opensDesk()
  }

  /// The entry of a model.
  ///
  /// - Parameter name: The name in `seedbed.yaml`.
  /// - Returns: The entry.
  /// - Throws: When there is no such model, as in a project that is used without any.
  public func entry(named name: String) throws -> Entry {
    guard let entry = entries.first(where: { $0.model.identity.name == name }) else {
      throw SeedbedError(
        .configuration,
        "the model `\(name)` is not at hand",
        hint: "describe it under `models` in `seedbed.yaml`"
      )
    }
    return entry
  }
}
