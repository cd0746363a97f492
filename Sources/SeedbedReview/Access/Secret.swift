/// A word that nobody can guess: 256 bits of the system's secure generator, as 64 hex digits.
///
/// Everything else in Seedbed draws from keyed streams, so that results repeat. A secret must do the
/// opposite: who knows the seed of a project must not know the word that opens its review page.
struct Secret: Sendable {
  /// The word itself, for the address, the cookie or the page it belongs to; never for a log.
  let word: String

  /// Draws a new word.
  init() {
    var generator = SystemRandomNumberGenerator()
    word = (0..<4).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// Whether a text from outside is this word, in a time that does not tell how much of it is right.
  ///
  /// - Parameter guess: What somebody sent.
  /// - Returns: Whether every byte is the same.
  func matches(_ guess: String) -> Bool {
    let own = Array(word.utf8), theirs = Array(guess.utf8)
    guard own.count == theirs.count else { return false }
    var difference: UInt8 = 0
    for index in own.indices { difference |= own[index] ^ theirs[index] }
    return difference == 0
  }
}
