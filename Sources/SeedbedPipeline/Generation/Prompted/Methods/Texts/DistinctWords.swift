import SeedbedKernels

/// The words that two texts share, whatever their order and number.
enum DistinctWords {
  /// The Jaccard similarity of the two sets of words, 0…1; 1 where neither has a word.
  static func overlap(_ left: String, _ right: String) -> Double {
    let (left, right) = (words(left), words(right))
    return left.isEmpty && right.isEmpty ? 1 : jaccard(left.span, right.span)
  }

  /// The hashes of the words, ascending, each once.
  private static func words(_ text: String) -> [UInt64] {
    var unique: [UInt64] = []
    for word in WordSequence(text).sorted where word != unique.last { unique.append(word) }
    return unique
  }
}
