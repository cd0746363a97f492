/// Hashes of n words in a row, rolled from word hashes.
///
/// A polynomial in 64-bit arithmetic (Karp and Rabin 1987) over words that are hashed well already:
/// two multiplications an n-gram whatever n is, and no text is ever put together.
enum GramHashes {
  /// The base: odd, so that no word's bits are shifted out.
  static let base: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Spreads a polynomial's upper bits, which depend on all words, over the lower ones.
  @inline(__always)
  static func finished(_ polynomial: UInt64) -> UInt64 {
    let mixed = (polynomial ^ polynomial >> 32) &* 0xd6e8_feb8_6659_fd93
    return mixed ^ mixed >> 32
  }

  /// The base to a power.
  static func power(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result &*= base }
    return result
  }

  /// Calls a function with the hash of each n-gram and the position of its first word.
  @inline(__always)
  static func forEach(_ words: Span<UInt64>, n: Int, _ body: (UInt64, Int) -> Void) {
    guard words.count >= n else { return }
    let leaving = power(n)
    var polynomial: UInt64 = 0
    for index in 0..<n { polynomial = polynomial &* base &+ words[index] }
    body(finished(polynomial), 0)
    for index in n..<max(n, words.count) {
      polynomial = polynomial &* base &+ words[index] &- words[index &- n] &* leaving
      body(finished(polynomial), index &- n &+ 1)
    }
  }
}
