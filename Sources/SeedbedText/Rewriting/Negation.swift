/// Adds negations to sentences and takes them away, by language, where the grammar leaves no doubt.
public struct Negation: Sendable {
  /// One way to turn a sentence round.
  public struct Change: Sendable, Hashable {
    /// What to write where, in order.
    public var edits: [TextEdit]
    /// Whether a negation comes in; else one goes.
    public var adds: Bool
  }

  private let rules: @Sendable ([FoldedWord], String) -> [Change]

  /// The languages that have rules, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The rules of a language; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> Negation? {
    switch language {
    case "de": Negation(rules: GermanNegation.changes)
    case "en": Negation(rules: EnglishNegation.changes)
    case "es": Negation(rules: SpanishNegation.changes)
    case "fr": Negation(rules: FrenchNegation.changes)
    default: nil
    }
  }

  /// The ways to turn a sentence round.
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - text: The text, of one sentence.
  /// - Returns: None where it is not sure what would be denied.
  public func changes(_ words: [FoldedWord], in text: String) -> [Change] { rules(words, text) }
}

extension Negation.Change {
  /// A negation that comes in.
  static func adding(_ edits: TextEdit...) -> Self { Self(edits: edits, adds: true) }

  /// A negation that goes.
  static func removing(_ edits: TextEdit...) -> Self { Self(edits: edits, adds: false) }
}

extension TextEdit {
  /// An insertion for a negation.
  static func negating(_ place: Int, _ text: String) -> TextEdit {
    TextEdit(range: place..<place, replacement: text, note: "deny")
  }

  /// Another word for a negation, in the case of what stands there.
  static func negating(_ word: FoldedWord, _ text: String) -> TextEdit {
    TextEdit(range: word.range, replacement: word.letterCase.applied(to: text), note: "deny")
  }

  /// What stands there without its negation.
  static func affirming(_ word: FoldedWord, _ text: String) -> TextEdit {
    TextEdit(range: word.range, replacement: word.letterCase.applied(to: text), note: "affirm")
  }

  /// A deletion of a negation.
  static func affirming(_ range: Range<Int>) -> TextEdit {
    TextEdit(range: range, replacement: "", note: "affirm")
  }
}
