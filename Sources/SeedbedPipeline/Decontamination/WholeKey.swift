import SeedbedKernels

/// The key under which texts are the same as a whole: their view without its spaces.
///
/// Punctuation that is dropped joins words ("13rd", "theyre"), and that makes no other text. A short
/// text keeps its spaces, as "1 2" is not "12".
enum WholeKey {
  private static let shortest = 16

  /// The key of a view.
  static func of(_ view: [UInt8]) -> Digest128 {
    let letters = view.filter { $0 != 0x20 }
    return letters.count < shortest ? hash128(view.span) : hash128(letters.span)
  }
}
