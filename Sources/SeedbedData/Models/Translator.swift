/// Translates texts from one language into another.
public protocol Translator: Sendable {
  /// Who translates, for provenance: equal names give equal translations.
  var identity: String { get }

  /// Translates texts.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - source: The language that they are in, as a BCP 47 tag such as `en`.
  ///   - target: The language to translate into.
  /// - Returns: One translation a text, in order.
  /// - Throws: A `SeedbedError` when there is no translation; `CancellationError`.
  func translate(_ texts: [String], from source: String, to target: String) async throws -> [String]
}
