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

  /// Collects models.
  ///
  /// - Parameter entries: The models, each under the name in its identity.
  public init(_ entries: [Entry] = []) {
    self.entries = entries
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
