public import SeedbedData
import SeedbedKernels

/// A prompt that rows were made with: its version as recorded, and its text where that is still at hand.
public struct PromptRecord: Sendable, Hashable {
  /// A text among those that the version stands for.
  public struct Text: Sendable, Hashable {
    /// The prompt's name.
    public var name: String
    /// The hash of its text.
    public var version: String
    /// The text; variables and sections as they stand.
    public var text: String

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - name: The prompt's name.
    ///   - version: The hash of its text.
    ///   - text: The text.
    public init(name: String, version: String, text: String) {
      self.name = name
      self.version = version
      self.text = text
    }
  }

  /// The method.
  public var method: String
  /// The model that was asked.
  public var model: String?
  /// The hash that each row's provenance names: over the texts of all prompts of the method.
  public var version: String
  /// The texts; empty where they were changed since, so that they are no longer those that were used.
  public var texts: [Text]

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - model: The model that was asked.
  ///   - version: The hash that provenance names.
  ///   - texts: The texts, where they are still those that were used.
  public init(method: String, model: String?, version: String, texts: [Text]) {
    self.method = method
    self.model = model
    self.version = version
    self.texts = texts
  }

  /// Finds the prompts of batches.
  ///
  /// - Parameters:
  ///   - batches: The batches; those without a prompt are left out.
  ///   - project: The project whose prompts are read.
  /// - Returns: Each method, model and version once, by name.
  /// - Throws: A `SeedbedError` when a prompt of the project cannot be read.
  public static func used(by batches: [Batch], in project: Project) throws -> [PromptRecord] {
    let used = batches.filter { $0.promptVersion != nil }
    guard !used.isEmpty else { return [] }
    let library = try PromptLibrary(folder: project.file("prompts"))
    var records: [PromptRecord] = []
    for batch in used {
      let record = PromptRecord(
        method: batch.method,
        model: batch.model,
        version: batch.promptVersion ?? "",
        texts: try texts(of: batch, library)
      )
      if !records.contains(record) { records.append(record) }
    }
    return records.sorted {
      ($0.method, $0.model ?? "", $0.version) < ($1.method, $1.model ?? "", $1.version)
    }
  }

  /// The method's prompts where their hash is still the recorded one.
  private static func texts(of batch: Batch, _ library: PromptLibrary) throws -> [Text] {
    let name = PromptedShare(batch.method).method
    guard let method = PromptedMethods.all.first(where: { $0.descriptor.name == name }) else {
      return []
    }
    let prompts = try method.needs.prompts.map { try library.prompt(named: $0) }
    guard PromptedMethods.version(of: prompts) == batch.promptVersion else { return [] }
    return prompts.map { Text(name: $0.name, version: $0.version, text: $0.text) }
  }
}

extension PromptedMethods {
  /// The hash that provenance names for a method: over the versions of all its prompts.
  ///
  /// - Parameter prompts: The method's prompts, in its order.
  /// - Returns: 32 hex digits.
  static func version(of prompts: [Prompt]) -> String {
    var hash = ContentHash(domain: "seedbed.method.prompts.1")
    for prompt in prompts { hash.add(prompt.version) }
    return hash.digest.hex
  }
}
