import SeedbedKernels
import SeedbedText

/// Says when two texts that an embedder finds alike still mean different things.
///
/// Embedders are nearly blind to one figure, one name or one "not". A pair is no duplicate when
/// - its figures or their order differ: numbers (1,000 is 1000, "five" is 5), amounts, dates, days
///   and times; the word "one" may be 1 or an article;
/// - its negation differs: the number of negated clauses, where a clause ends at punctuation and,
///   in English, at "and", "or" and "but". In English and German two negators in one clause cancel
///   each other; in Spanish and French they are one denial;
/// - its entities differ: codes, addresses, placeholders, or a quoted or capitalised word of one
///   text that the other has in no spelling; or both have the same names in another order ("AUD for
///   GBP"), unless "and" or "or" joins them. The first word of a sentence, headlines, texts in
///   capitals and German nouns tell no names.
///
/// A guard that errs keeps a row too many; it never removes one. Number words, names of days and
/// names of months are English; negators are known for English, German, Spanish and French.
public struct DuplicateGuard: Sendable {
  /// What differs between two texts.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case label, number, negation, entity
  }

  /// Why two texts are no duplicates of each other.
  public struct Refusal: Sendable, Hashable {
    /// The guard that refused.
    public var kind: Kind
    /// What only the first text has, separated by commas; "none" for nothing.
    public var left: String
    /// What only the second text has, likewise.
    public var right: String

    /// Makes a refusal.
    ///
    /// - Parameters:
    ///   - kind: The guard that refused.
    ///   - left: What only the first text has.
    ///   - right: What only the second text has.
    public init(kind: Kind, left: String, right: String) {
      self.kind = kind
      self.left = left
      self.right = right
    }
  }

  /// The language of the texts, an ISO 639-1 code.
  public let language: String
  let negators: Negators
  let functionWords: HashSet64

  /// Makes a guard.
  ///
  /// - Parameter language: The language of the texts, an ISO 639-1 code; in one without lists the
  ///   guard still compares figures, codes and addresses.
  public init(language: String = "en") {
    self.language = language
    negators = Negators(language: language)
    functionWords = HashSet64(FunctionWords.for(language: language).words.map(WordFold.hash))
  }

  /// Reads from a text what the guard compares, once for all comparisons.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Its figures, negations and entities.
  public func features(of text: String) -> GuardFeatures {
    var reader = GuardReader(self, text)
    return reader.read()
  }

  /// Why two texts are no duplicates.
  ///
  /// - Parameters:
  ///   - left: What the first text has.
  ///   - right: What the second text has.
  /// - Returns: The first guard that refuses, of figures, negation and entities; nil when none
  ///   does.
  public func refusal(_ left: GuardFeatures, _ right: GuardFeatures) -> Refusal? {
    if !left.hasFigures(of: right) { return Self.refusal(.number, left.numbers, right.numbers) }
    if left.numbers == right.numbers, left.sequence != right.sequence {
      return Self.refusal(.number, left.sequence, right.sequence, all: true)
    }
    if left.negatedClauses != right.negatedClauses {
      return Self.refusal(.negation, left.negators, right.negators, all: true)
    }
    if left.codes != right.codes { return Self.refusal(.entity, left.codes, right.codes) }
    let (first, second) = (left.names(missingIn: right), right.names(missingIn: left))
    guard first.isEmpty, second.isEmpty else {
      return Self.refusal(.entity, first, second, all: true)
    }
    if left.names.count < 2 || right.names.count < 2 { return nil }
    let (these, those) = (left.namesShared(with: right), right.namesShared(with: left))
    if these.map(\.hash) == those.map(\.hash) { return nil }
    return Self.refusal(.entity, these.map(\.text), those.map(\.text), all: true)
  }

  private static func refusal(
    _ kind: Kind,
    _ left: [String],
    _ right: [String],
    all: Bool = false
  ) -> Refusal {
    Refusal(
      kind: kind,
      left: words(all ? left : left.removing(right)),
      right: words(all ? right : right.removing(left))
    )
  }

  private static func words(_ values: [String]) -> String {
    values.isEmpty ? "none" : values.joined(separator: ", ")
  }
}
