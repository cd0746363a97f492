/// A translator that knows which languages it can translate into which.
public protocol DirectedTranslator: Translator {
  /// The languages that a language can be translated into.
  ///
  /// - Parameter source: A language as a BCP 47 tag.
  /// - Returns: BCP 47 tags in a fixed order; none where the language is unknown.
  /// - Throws: A `SeedbedError` when the translator cannot be asked; `CancellationError`.
  func targets(from source: String) async throws -> [String]
}

extension DirectedTranslator {
  /// The languages through which texts can go and come back.
  ///
  /// - Parameter source: The language of the texts, as a BCP 47 tag.
  /// - Returns: BCP 47 tags in a fixed order.
  /// - Throws: A `SeedbedError` when the translator cannot be asked; `CancellationError`.
  public func pivots(for source: String) async throws -> [String] {
    let home = LanguageTag(source)
    var pivots: [String] = []
    for target in try await targets(from: source) where LanguageTag(target).base != home.base {
      if try await targets(from: target).contains(where: { LanguageTag($0).base == home.base }) {
        pivots.append(target)
      }
    }
    return pivots
  }
}

/// The parts of a BCP 47 tag that a choice of translator hangs on.
public struct LanguageTag: Sendable, Hashable {
  /// The whole tag in lower case.
  public let whole: String
  /// The language alone, such as `ca` of `ca-valencia`.
  public let base: String

  /// Reads a tag; underscores count as hyphens.
  ///
  /// - Parameter tag: A tag such as `en` or `ca-valencia`.
  public init(_ tag: String) {
    whole = String(tag.lowercased().map { $0 == "_" ? "-" : $0 })
    base = whole.split(separator: "-").first.map(String.init) ?? whole
  }
}
