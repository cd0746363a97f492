import SeedbedKernels

/// Finds main clauses inside a sentence that can be judged on their own.
struct ClauseScanner {
  /// A clause has at least this many words, so that no list item becomes a claim.
  private static let fewestWords = 3

  /// The clauses of a sentence, in order, as byte ranges; the sentence itself when none is safe.
  static func clauses(of bytes: Span<UInt8>, in sentence: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    WordScanner.forEachWord(in: bytes.extracting(sentence)) { word in
      let base = sentence.lowerBound
      words.append(word.lowerBound + base..<word.upperBound + base)
    }
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    var firstWord = 0
    var depth = 0
    for position in words.indices.dropLast() {
      let gap = words[position].upperBound..<words[position + 1].lowerBound
      var mark: UInt8?
      for index in gap {
        switch bytes[index] {
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
        // What is quoted is one claim: that somebody said it.
        case UInt8(ascii: "\""): depth = depth == 0 ? 1 : 0
        case UInt8(ascii: ";"), UInt8(ascii: ","): mark = bytes[index]
        default: continue
        }
      }
      guard let mark, depth == 0, position + 1 - firstWord >= fewestWords else { continue }
      let isLinked = mark == UInt8(ascii: ",")
      if isLinked, !links.contains(hash(bytes, words[position + 1])) { continue }
      let subject = position + (isLinked ? 2 : 1)
      guard words.count - subject >= fewestWords,
        !isLinked
          || subjects.contains(hash(bytes, words[subject]))
            && hasVerb(bytes, words[firstWord...position])
            && hasVerb(bytes, words[subject...].dropFirst().prefix(6))
      else { continue }
      clauses.append(start..<words[position].upperBound)
      start = words[subject].lowerBound
      firstWord = subject
    }
    clauses.append(start..<sentence.upperBound)
    return clauses
  }

  private static func hasVerb(_ bytes: Span<UInt8>, _ words: ArraySlice<Range<Int>>) -> Bool {
    words.contains { word in
      verbs.contains(hash(bytes, word))
        || word.count > 3 && bytes[word.upperBound - 2] | 0x20 == UInt8(ascii: "e")
          && bytes[word.upperBound - 1] | 0x20 == UInt8(ascii: "d")
    }
  }

  private static func hash(_ bytes: Span<UInt8>, _ word: Range<Int>) -> UInt64 {
    var folded: [UInt8] = []
    WordFold.fold(bytes.extracting(word), into: &folded)
    return hash64(folded.span)
  }

  private static func set(_ list: String) -> HashSet64 {
    HashSet64(list.split(whereSeparator: \.isWhitespace).map { WordFold.hash(String($0)) })
  }

  private static let links = set("and but while whereas")

  private static let subjects = set(
    "he she it they we i you this that these those there his her its their our my the a an"
  )

  private static let verbs = set(
    """
    is are was were am be has have had do does did can could will would shall should may might must
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't won't
    wouldn't says said say goes went gets got makes made takes took comes came becomes became gives
    gave finds found sees saw knows knew thinks thought wins won loses lost beats beat runs ran
    holds held tells told leaves left keeps kept begins began shows grew sold paid met led set put
    """
  )
}
