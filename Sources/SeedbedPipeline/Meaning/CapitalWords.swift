/// Gathers the words of a text that their capital letter marks as names.
struct CapitalWords {
  private var found: [GuardFeatures.Name] = []
  private var isFirst = true
  private var hasSmallLetter = false
  /// Words other than function words that do not begin a sentence, and how many have a capital.
  private var counted = 0
  private var capital = 0
  private var link = Link.none

  /// What stands before the next word.
  private enum Link {
    case none
    case name
    /// A name and a conjunction.
    case joined
  }

  /// With this many such words, all with capitals, the text is a headline.
  private static let headline = 4

  /// The names; none when the capitals are only the style of the text.
  var names: [GuardFeatures.Name] {
    hasSmallLetter && !(counted >= Self.headline && capital == counted) ? found : []
  }

  /// The next word begins a sentence.
  mutating func beginSentence() { isFirst = true }

  /// A word has been read that is no candidate.
  mutating func skip() {
    isFirst = false
    link = .none
  }

  /// A word has been read that joins the names on both sides: "and", "or".
  mutating func join() {
    isFirst = false
    link = link == .name ? .joined : .none
  }

  /// Looks at a word.
  mutating func read(
    _ bytes: Span<UInt8>,
    _ word: Range<Int>,
    hash: UInt64,
    isFunctionWord: Bool
  ) {
    let beginsSentence = isFirst
    let isJoined = link == .joined
    isFirst = false
    link = .none
    var capitals = 0, letters = 0
    for scalar in Self.text(bytes, word).unicodeScalars {
      letters += 1
      let isUpper =
        scalar.isASCII ? scalar.value &- 0x41 < 26 : scalar.properties.isUppercase
      if isUpper {
        capitals += 1
      } else if scalar.isASCII ? scalar.value &- 0x61 < 26 : scalar.properties.isLowercase {
        hasSmallLetter = true
      }
    }
    let isAcronym = letters > 1 && capitals == letters
    guard !isFunctionWord, letters > 1 else { return }
    // "I'm" and "I've" begin with a pronoun.
    let isPronoun =
      bytes[word.lowerBound] == UInt8(ascii: "I") && !isAcronym
      && word.count > 1 && bytes[word.lowerBound + 1] & 0xDF &- 0x41 >= 26
    if isPronoun { return }
    if !beginsSentence { counted += 1 }
    guard capitals > 0 else { return }
    if !beginsSentence { capital += 1 }
    if !beginsSentence || isAcronym {
      let group = isJoined ? found.last?.group : nil
      found.append(
        .init(hash: hash, text: Self.text(bytes, word), group: group ?? found.count)
      )
      link = .name
    }
  }

  private static func text(_ bytes: Span<UInt8>, _ word: Range<Int>) -> String {
    var part: [UInt8] = []
    for index in word { part.append(bytes[index]) }
    return String(decoding: part, as: UTF8.self)
  }
}
