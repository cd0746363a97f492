public import SeedbedData

/// A usable answer to a prompt.
public struct Reply: Sendable, Hashable {
  /// The answer as JSON that follows the schema; a string for free text.
  public var value: JSONValue
  /// The prompt's name and version.
  public var prompt: PromptReference
  /// The name of the model in `seedbed.yaml`.
  public var model: String
  /// The keys of the requests that it took, the one that was used last.
  public var requests: [String]
  /// What had to be mended to read the answer, in words; empty where nothing was.
  public var repairs: [String]

  /// Makes a reply.
  ///
  /// - Parameters:
  ///   - value: The answer as JSON.
  ///   - prompt: The prompt's name and version.
  ///   - model: The name of the model.
  ///   - requests: The keys of the requests that it took.
  ///   - repairs: What had to be mended.
  public init(
    value: JSONValue,
    prompt: PromptReference,
    model: String,
    requests: [String],
    repairs: [String]
  ) {
    self.value = value
    self.prompt = prompt
    self.model = model
    self.requests = requests
    self.repairs = repairs
  }
}

/// Which prompt was used: its name, and the hash of its text with that of its partials.
public struct PromptReference: Sendable, Hashable {
  /// The name, such as `instruct`.
  public var name: String
  /// The hash, lower-case hex.
  public var version: String

  /// Makes a reference.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - version: The hash.
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
