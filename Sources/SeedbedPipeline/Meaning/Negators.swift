import SeedbedKernels
import SeedbedText

/// The words that deny in one language, and how several of them in a clause go together.
struct Negators: Sendable {
  /// Whether two negators in a clause cancel each other, as in English, or are one denial.
  let cancel: Bool
  /// Whether a comma or full stop alone ends a clause, or these words do too.
  private let conjunctions: HashSet64
  private let hashes: HashSet64
  private let isFrench: Bool
  private let isEnglish: Bool

  init(language: String) {
    isEnglish = language == "en"
    isFrench = language == "fr"
    cancel = language == "en" || language == "de"
    // "Plus" is "more" without "ne", and "personne" a person; with "ne" that one is enough.
    let doubtful: Set<String> = ["plus", "personne", "instead"]
    var words = ProtectedWords.for(language: language).negators.subtracting(doubtful)
    if isEnglish { words.formUnion(["unable", "fails", "failing"]) }
    hashes = HashSet64(words.map(WordFold.hash))
    conjunctions = HashSet64((isEnglish ? ["and", "or", "but"] : []).map(WordFold.hash))
  }

  /// Whether a folded word denies.
  func contains(_ word: Span<UInt8>, hash: UInt64) -> Bool {
    if hashes.contains(hash) { return true }
    if isEnglish { return Self.ends(word, with: "n t") }
    return isFrench && word.count > 2 && word[0] == UInt8(ascii: "n") && word[1] == 0x20
  }

  /// Whether a folded word begins another clause.
  func beginsClause(_ hash: UInt64) -> Bool { conjunctions.contains(hash) }

  private static func ends(_ word: Span<UInt8>, with ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count > count else { return false }
    return ending.withUTF8Buffer { buffer in
      for offset in 0..<count where word[word.count - count + offset] != buffer[offset] {
        return false
      }
      return true
    }
  }
}
