/// Where and how exactly a quote stands in its source.
public struct CitationMatch: Sendable, Hashable {
  /// How exact it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The same characters, apart from how much white space stands between words.
    case verbatim
    /// The same apart from case and the shapes of quotation marks, hyphens and dashes.
    case normalized
    /// Nearly the same; see the similarity.
    case fuzzy
    /// Not in the source.
    case absent
  }

  /// How exact it is; of a quote with omissions, its least exact part.
  public var kind: Kind
  /// The share of the quote's bytes that need no change, 0...1: 1 for verbatim and normalized, for
  /// an absent quote the best that was seen.
  public var similarity: Double
  /// The place in the source, in Unicode scalars; from the first to the last part of a quote with
  /// omissions; nil when it is absent.
  public var range: Range<Int>?
}
