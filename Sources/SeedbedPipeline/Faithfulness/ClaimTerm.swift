import SeedbedKernels
import SeedbedText

/// One word or figure of a text in the form in which claims and sources are compared.
struct ClaimTerm: Sendable {
  /// What kind of word it is.
  enum Kind: Sendable {
    /// A word with a meaning of its own.
    case content
    /// An article, a preposition, an auxiliary.
    case function
    /// A number, a date or a code.
    case figure
  }

  /// The hash of a stem or of a number's value.
  var key: UInt64
  /// Half-open UTF-8 byte offsets.
  var range: Range<Int>
  /// Which sentence of the text it stands in.
  var sentence: Int
  var kind: Kind
  var isNegator = false
  /// Whether a capital letter begins it.
  var isCapital = false
  /// Whether it has several letters, all of them capitals.
  var isAcronym = false
  /// Where its folded stem lies among the text's stems; empty for figures.
  var stem: Range<Int> = 0..<0

  var isContent: Bool { kind != .function }
}

/// The lists and rules of one language that reading claims needs.
struct ClaimLanguage: Sendable {
  let code: String
  let functionWords: HashSet64
  let negators: Negators
  let figures: FigureForm

  init(_ code: String) {
    self.code = code
    functionWords = HashSet64(FunctionWords.for(language: code).words.map(WordFold.hash))
    negators = Negators(language: code)
    figures = FigureForm(language: code)
  }

  var isEnglish: Bool { code == "en" }
  /// Whether capital letters tell names; in German they tell nouns.
  var hasCapitalNames: Bool { code != "de" }

  /// A language by its code, the lists of English made once.
  static func named(_ code: String) -> Self { code == "en" ? english : Self(code) }

  private static let english = Self("en")
}

/// One sign for each unit of measure, however it is written.
enum UnitNames {
  /// The sign of a folded word that follows a number; nil when it is no unit of measure.
  static func sign(_ word: String) -> String? { signs[word] }

  private static let signs: [String: String] = {
    var signs: [String: String] = [:]
    for (word, sign) in AmountUnits.words { signs[word] = sign }
    let lists = """
      km kilometer kilometers kilometre kilometres kms
      m meter meters metre metres
      cm centimeter centimeters centimetre centimetres
      mm millimeter millimeters millimetre millimetres
      mi mile miles
      ft foot feet
      kg kilogram kilograms kilo kilos kgs
      g gram grams gramme grammes
      lb lbs
      l liter liters litre litres
      ml milliliter milliliters millilitre millilitres
      h hr hrs hour hours
      min mins minute minutes
      s sec secs
      yr yrs year years
      gb gigabyte gigabytes
      mb megabyte megabytes
      """
    for line in lists.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words { signs[word] = words[0] }
    }
    return signs
  }()
}
