/// The name of a share that asks a model: a method, or `method@model` where several models write.
public struct PromptedShare: Sendable, Hashable {
  /// The method's name.
  public var method: String
  /// The name of the model; nil stands for the first that writes.
  public var model: String?

  /// Reads a name.
  ///
  /// - Parameter name: A name such as `paraphrase` or `paraphrase@writer`.
  public init(_ name: String) {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    method = String(parts.first ?? "")
    model = parts.count > 1 ? String(parts[1]) : nil
  }
}
