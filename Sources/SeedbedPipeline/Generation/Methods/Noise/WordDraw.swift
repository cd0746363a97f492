import SeedbedKernels
import SeedbedText

/// The words of a seed that no lock touches, drawn one by one without repeats.
///
/// Finding the words costs one pass over the bytes; a word is looked at only when it is drawn.
struct WordDraw {
  private(set) var words: [Range<Int>]

  /// Finds the words.
  ///
  /// - Parameters:
  ///   - seed: The text with its locks.
  ///   - bytes: The text's bytes.
  init(_ seed: Seed, _ bytes: Span<UInt8>) {
    words = LatinWords.words(in: bytes)
    removeLocked(seed.locked)
    if seed.rate == nil, !seed.keywords.isEmpty, hash64(bytes) & 1 == 0 { spareKeywords(of: seed) }
  }

  /// Leaves the words alone that labels hang on, where there are others.
  ///
  /// Half of the samples are treated so where nobody asks for a rate: readers and classifiers have to know
  /// such words misspelt too, but a set in which most of them are says less and less about its labels.
  private mutating func spareKeywords(of seed: Seed) {
    let others = words.filter { !seed.isTelling($0) }
    if !others.isEmpty { words = others }
  }

  private mutating func removeLocked(_ locked: [Range<Int>]) {
    guard !locked.isEmpty else { return }
    var next = 0
    words.removeAll { range in
      // Words and locks both ascend, so no lock is looked at twice.
      while next < locked.count, locked[next].upperBound <= range.lowerBound { next += 1 }
      return next < locked.count && locked[next].lowerBound < range.upperBound
    }
  }

  /// Draws one of the words that are left.
  mutating func next(_ random: inout CounterRandom) -> Range<Int>? {
    guard let last = words.popLast() else { return nil }
    let index = words.isEmpty ? 0 : random.index(below: words.count + 1)
    guard index < words.count else { return last }
    let drawn = words[index]
    words[index] = last
    return drawn
  }

  /// Looks at a few drawn words of those that are left and takes the best of them.
  ///
  /// - Parameters:
  ///   - looks: How many are looked at.
  ///   - best: The score with which a word is taken at once.
  ///   - random: The only source of chance.
  ///   - score: How well a word serves.
  /// - Returns: The first of the words with the best score; nil where none is left.
  @inline(__always)
  mutating func next(
    looks: Int,
    best: Int,
    _ random: inout CounterRandom,
    score: (Range<Int>) -> Int
  ) -> Range<Int>? {
    guard let last = words.last else { return nil }
    var (found, reached) = (words.count - 1, Int.min)
    for _ in 0..<looks where reached < best {
      let index = random.index(below: words.count)
      let its = score(words[index])
      if its > reached { (found, reached) = (index, its) }
    }
    let word = words[found]
    words[found] = last
    words.removeLast()
    return word
  }
}
