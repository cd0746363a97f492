/// A part of a document that holds together: a paragraph, a list, a table, a block of code.
public struct DocumentSection: Sendable, Hashable {
  /// What a section is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Sentences.
    case paragraph
    /// Items, each on a line of its own.
    case list
    /// Rows of cells.
    case table
    /// Program text or other text whose spaces count.
    case code
    /// A quotation.
    case quote
    /// Several sections that were joined.
    case passage
  }

  /// Which section of its document it is, from 0.
  public var number: Int
  /// The headings above it, the outermost first.
  public var headings: [String]
  /// Where it stands, in Unicode scalars of the original text.
  public var range: Range<Int>
  /// Its text: the original's very scalars, or what a reader sees of it in HTML.
  public var text: String
  /// What it is.
  public var kind: Kind
  /// Which heading it stands under; two of the same words are two headings.
  let group: Int
  /// Where in the original the scalars of `text` are; empty where the text is a slice of it.
  let runs: [OffsetRun]

  /// Whether the original between the ends of `range` is the text, scalar by scalar.
  public var isVerbatim: Bool { runs.isEmpty }

  /// The headings above it in one line.
  public var heading: String { headings.joined(separator: " > ") }

  /// Where a part of the text stands in the original.
  ///
  /// - Parameter part: Unicode scalars of `text`, half-open, at least one.
  /// - Returns: Unicode scalars of the original; nil for an empty part or one outside the text.
  public func source(of part: Range<Int>) -> Range<Int>? {
    guard part.lowerBound >= 0, !part.isEmpty else { return nil }
    guard isVerbatim else { return runs.source(of: part) }
    guard part.upperBound <= range.count else { return nil }
    return (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound)
  }
}
