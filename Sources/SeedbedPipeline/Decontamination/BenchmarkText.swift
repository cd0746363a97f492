import SeedbedKernels

/// One text of the benchmark that is looked for: a question, an answer or both joined.
///
/// Rows that have the same text share it.
struct BenchmarkText: Sendable {
  var part: BenchmarkPart
  /// The positions of the rows that have it, ascending.
  var rows: [Int]
  /// Word hashes in the rule's form.
  var words: [UInt64] = []
  /// For each n-gram of the words its number, or `uncounted`; empty where n-grams play no part.
  var grams: [UInt32] = []
  /// What each word weighs in a chain: its length up to eight bytes, 1 for a word that too many rows
  /// have, 0 for one that stands only in boilerplate.
  var weights: [UInt8] = []
  /// How many words weigh anything.
  var content = 0
  /// A hash of the numbers in the text.
  var numbers: UInt64 = 0
  /// The hashes of the words with a digit, each once.
  var numberWords: [UInt64] = []

  static let uncounted = UInt32.max
}

/// A hash of the numbers in a text in their order, for telling texts that differ in nothing else.
enum NumberMark {
  /// Reads the words with a digit in a text as `DuplicateView` leaves it.
  static func of(_ folded: Span<UInt8>) -> UInt64 {
    var mark: UInt64 = 0
    var start = 0
    var hasDigit = false
    for offset in 0...folded.count {
      if offset == folded.count || folded[offset] == 0x20 {
        if hasDigit {
          mark = (mark &+ hash64(folded.extracting(start..<offset))) &* GramHashes.base
        }
        start = offset + 1
        hasDigit = false
      } else if folded[offset] >= 0x30, folded[offset] <= 0x39 {
        hasDigit = true
      }
    }
    return mark
  }
}
