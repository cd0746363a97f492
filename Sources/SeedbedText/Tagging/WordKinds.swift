/// Tells the words of a language's closed classes by the bytes of a text, without making a string
/// of them.
public struct WordKinds: Sendable {
  /// What a word is.
  public struct Kind: OptionSet, Sendable {
    /// One bit a kind.
    public let rawValue: UInt32

    /// Makes a set of kinds.
    ///
    /// - Parameter rawValue: One bit a kind.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// It denies: not, never, nobody, "-n't".
    public static let negator = Kind(rawValue: 1)
    /// It carries an amount, an order, an ability or a duty.
    public static let measure = Kind(rawValue: 2)
    /// It is an article, pronoun, preposition, conjunction or auxiliary.
    public static let function = Kind(rawValue: 4)
  }

  private var kinds = SpellingIndex(capacity: 1_000)
  private let hasEnglishNegation: Bool

  /// The table of a language; empty for a language without lists.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The table, made once for the program.
  public static func `for`(language: String) -> WordKinds {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    case "it": italian
    case "pt": portuguese
    default: none
    }
  }

  private static let none = WordKinds("")
  private static let german = WordKinds("de")
  private static let english = WordKinds("en")
  private static let spanish = WordKinds("es")
  private static let french = WordKinds("fr")
  private static let italian = WordKinds("it")
  private static let portuguese = WordKinds("pt")

  private init(_ language: String) {
    let protected = ProtectedWords.for(language: language)
    let function = FunctionWords.for(language: language)
    hasEnglishNegation = protected.isNegator("not")
    let measures = protected.quantifiers.union(protected.modals)
    for word in protected.negators.union(measures).union(function.words).sorted() {
      var kind: Kind = []
      if protected.isNegator(word) { kind.insert(.negator) }
      if measures.contains(word) { kind.insert(.measure) }
      if function.contains(word) { kind.insert(.function) }
      kinds.insert(WordHash(word).value, kind.rawValue)
    }
  }

  /// What a word is.
  ///
  /// - Parameters:
  ///   - range: The word's place, in UTF-8 bytes, between scalars.
  ///   - text: The text.
  /// - Returns: Its kinds, whatever its letter case; empty for a word of an open class.
  public func kind(of range: Range<Int>, in text: String) -> Kind {
    let bytes = text.utf8Span.span
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return [] }
    let scan = WordScan(text, bytes, range)
    var kind = Kind(rawValue: kinds.find(scan.hash.value) ?? 0)
    if hasEnglishNegation, Self.endsInNegation(bytes, range) { kind.insert(.negator) }
    return kind
  }

  /// Whether a word ends in "n't", with any apostrophe.
  private static func endsInNegation(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 4, bytes[range.upperBound - 1] | 0x20 == UInt8(ascii: "t") else {
      return false
    }
    let end = range.upperBound - 2
    let sign = bytes[end] == 0x27 ? 1 : bytes[end] == 0x99 && bytes[end - 1] == 0x80 ? 3 : 0
    return sign > 0 && end - sign >= range.lowerBound
      && bytes[end - sign] | 0x20 == UInt8(ascii: "n")
  }
}
