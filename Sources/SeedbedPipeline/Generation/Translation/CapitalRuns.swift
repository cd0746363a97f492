import SeedbedKernels
import SeedbedText

/// Finds names by their capital letters: translators put Wells Fargo into "wells".
enum CapitalRuns {
  /// Languages that write common nouns with a capital letter, so that names do not show.
  private static let capitalNouns: Set<String> = ["de", "lb"]

  /// Words with a capital letter that every translator has: days, months, languages.
  private static let common: Set<String> = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december english spanish french german catalan italian
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )

  /// The runs of words that are written like names, in order.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - words: Its words.
  ///   - language: Its language as an ISO 639-1 code.
  /// - Returns: UTF-8 ranges; none where most words have a capital, as in a title.
  static func find(in text: String, words: [Range<Int>], language: String) -> [Range<Int>] {
    guard !capitalNouns.contains(language) else { return [] }
    let function = FunctionWords.for(language: language)
    var runs: [Range<Int>] = []
    var capitals = 0
    var run: Range<Int>?
    var previousEnd = 0
    for word in words {
      let isJoined = joins(text, previousEnd..<word.lowerBound)
      let startsSentence = previousEnd == 0 || endsSentence(text, previousEnd..<word.lowerBound)
      previousEnd = word.upperBound
      if !isJoined { close(&run, &runs) }
      guard isCapital(text, word, function) else {
        close(&run, &runs)
        continue
      }
      capitals += 1
      if let open = run {
        run = open.lowerBound..<word.upperBound
      } else if startsSentence {
        // Any first word has a capital; with a second one behind it, it is a name.
        run = word.lowerBound..<word.lowerBound
      } else {
        run = word
      }
    }
    close(&run, &runs)
    return capitals * 2 > words.count && words.count > 3 ? [] : runs
  }

  private static func close(_ run: inout Range<Int>?, _ runs: inout [Range<Int>]) {
    if let run, !run.isEmpty { runs.append(run) }
    run = nil
  }

  private static func isCapital(
    _ text: String,
    _ word: Range<Int>,
    _ function: FunctionWords
  ) -> Bool {
    let scalars = text.slice(word).unicodeScalars
    guard scalars.first?.properties.isUppercase == true,
      scalars.dropFirst().contains(where: \.properties.isLowercase)
    else { return false }
    let lower = String(scalars).lowercasedPlain
    return !function.contains(lower) && !common.contains(lower) && !lower.hasPrefix("i'")
  }

  /// Whether nothing but one space stands between two words.
  private static func joins(_ text: String, _ gap: Range<Int>) -> Bool {
    text.slice(gap) == " "
  }

  private static func endsSentence(_ text: String, _ gap: Range<Int>) -> Bool {
    text.slice(gap).utf8.contains { ".!?:;\n\"(-".utf8.contains($0) || $0 >= 0x80 }
  }
}
