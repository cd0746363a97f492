import SeedbedKernels

/// Words in the form in which texts are compared: "Don't" is "don t", "Café" is "cafe".
enum WordFold {
  /// Folds a word into a buffer that can be used again.
  static func fold(_ bytes: Span<UInt8>, into buffer: inout [UInt8]) {
    DuplicateView.normalize(bytes, into: &buffer)
  }

  /// The hash of a folded word without the ending of a plural or genitive: "ATMs" and "ATM's" are
  /// the same word as "atm".
  static func baseHash(_ folded: [UInt8]) -> UInt64 {
    var count = folded.count
    if count > 2, folded[count - 1] == UInt8(ascii: "s") {
      if folded[count - 2] == 0x20 {
        count -= 2
      } else if count > 3, folded[count - 2] != UInt8(ascii: "s") {
        count -= 1
      }
    }
    return hash64(folded.span.extracting(0..<count))
  }

  /// The hash of a word's folded form.
  static func hash(_ word: String) -> UInt64 {
    var buffer: [UInt8] = []
    fold(word.utf8Span.span, into: &buffer)
    return hash64(buffer.span)
  }
}
