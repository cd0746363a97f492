/// A number, date, name or code that a text states.
public struct Fact: Sendable, Hashable {
  /// What kind of fact it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A number, an amount, a percentage, a time of day.
    case number
    /// A date with at least two of day, month and year.
    case date
    /// A run of words with capital letters.
    case name
    /// A code, version, address or telephone number.
    case code
  }

  /// What kind of fact it is.
  public var kind: Kind
  /// Where it stands: half-open, in Unicode scalars of its text.
  public var range: Range<Int>
  /// It as it is written.
  public var text: String
}

/// A fact with what is needed to compare it.
struct TermFact: Sendable {
  var kind: Fact.Kind
  /// Half-open UTF-8 byte offsets.
  var range: Range<Int>
  /// Which terms of the text it is made of.
  var terms: Range<Int>
  /// What equal facts have in common; 0 for dates and names.
  var key: UInt64 = 0
  /// The key of the unit or of the thing counted; 0 for none.
  var unit: UInt64 = 0
  var value: FigureValue?
  var date: DateValue?
}

/// The words, facts and sentences of a text.
struct TermList: Sendable {
  var terms: [ClaimTerm] = []
  var facts: [TermFact] = []
  /// Half-open UTF-8 byte offsets.
  var sentences: [Range<Int>] = []
  /// Folded stems, one after the other.
  var stems: [UInt8] = []

  init() {}

  /// Reads a text.
  init(_ text: String, language: ClaimLanguage) {
    var reader = TermReader(text, language: language)
    self = reader.read()
  }
}
