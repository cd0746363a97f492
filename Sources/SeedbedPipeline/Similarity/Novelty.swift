import SeedbedKernels

/// How much of a text is in another one already, by ROUGE-L.
///
/// The F-measure of the longest common subsequence of words (Lin, "ROUGE: a package for automatic evaluation of
/// summaries", 2004), without stemming, as Self-Instruct uses it. Words are compared as `DuplicateView` leaves them.
/// Pairs that cannot beat the best one so far, by their lengths or by the words they share, are not
/// compared; the result is exact all the same.
public struct Novelty: Sendable {
  /// The text of a pool that is most like another one.
  public struct Nearest: Sendable, Hashable {
    /// The position in the pool.
    public var index: Int
    /// ROUGE-L, 0…1.
    public var score: Double
  }

  private var texts: [WordSequence] = []

  /// Makes an empty pool.
  public init() {}

  /// Makes a pool.
  ///
  /// - Parameter texts: The texts that new ones are compared with.
  public init(_ texts: [String]) {
    for text in texts { add(text) }
  }

  /// Adds a text to the pool.
  ///
  /// - Parameter text: The text.
  public mutating func add(_ text: String) { texts.append(WordSequence(text)) }

  /// The text of the pool that is most like a candidate.
  ///
  /// - Parameters:
  ///   - candidate: The new text.
  ///   - floor: A score that is of interest only when it is passed, 0…1.
  /// - Returns: The first of the most similar texts; nil where none is above the floor.
  /// - Complexity: O(words of the pool), plus O(words² / 64) for each pair that may be the best.
  public func nearest(to candidate: String, above floor: Double = 0) -> Nearest? {
    let words = WordSequence(candidate)
    let matcher = SubsequenceMatcher(words)
    var best: Nearest?
    for (index, other) in texts.enumerated() {
      let bar = best?.score ?? floor
      guard words.bound(byLength: other) > bar, words.bound(byWords: other) > bar else { continue }
      let score = words.score(matcher.longest(with: other), other)
      if score > bar { best = Nearest(index: index, score: score) }
    }
    return best
  }

  /// The highest ROUGE-L of a candidate against a pool.
  ///
  /// - Parameters:
  ///   - candidate: The new text.
  ///   - pool: The texts that are there.
  /// - Returns: 0…1; 0 for an empty pool.
  public static func rougeL(_ candidate: String, _ pool: [String]) -> Double {
    Novelty(pool).nearest(to: candidate)?.score ?? 0
  }

  /// A text in which every figure is the same one: other figures in the same words are nothing new.
  ///
  /// - Parameter text: The text.
  /// - Returns: The text with `0` for each run of digits.
  static func withoutFigures(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var afterDigit = false
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if !isDigit || !afterDigit { plain.append(isDigit ? "0" : scalar) }
      afterDigit = isDigit
    }
    return String(plain)
  }
}

/// The words of a text as hashes, in order and sorted.
struct WordSequence: Sendable {
  let words: [UInt64]
  let sorted: [UInt64]

  init(_ text: String) {
    let plain = DuplicateView.normalized(text)
    let bytes = plain.utf8Span.span
    var words: [UInt64] = []
    WordScanner.forEachWord(in: bytes) { words.append(hash64(bytes.extracting($0))) }
    self.words = words
    sorted = words.sorted()
  }

  /// ROUGE-L of two texts whose longest common subsequence has so many words.
  func score(_ common: Int, _ other: WordSequence) -> Double {
    let total = words.count + other.words.count
    return total == 0 ? 0 : 2 * Double(common) / Double(total)
  }

  func bound(byLength other: WordSequence) -> Double {
    score(min(words.count, other.words.count), other)
  }

  /// No subsequence is longer than the number of words that both have.
  func bound(byWords other: WordSequence) -> Double { score(shared(with: other), other) }

  private func shared(with other: WordSequence) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < sorted.count, j < other.sorted.count {
      if sorted[i] == other.sorted[j] {
        count += 1
        i += 1
        j += 1
      } else if sorted[i] < other.sorted[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}

/// Finds the length of longest common subsequences with one text, 64 of its words at a time.
///
/// Hyyrö, "Bit-parallel LCS-length computation revisited" (2004).
struct SubsequenceMatcher {
  private let blocks: Int
  private let count: Int
  private var places: [UInt64: [UInt64]] = [:]

  init(_ text: WordSequence) {
    count = text.words.count
    blocks = (count + 63) / 64
    for (index, word) in text.words.enumerated() {
      places[word, default: [UInt64](repeating: 0, count: blocks)][index >> 6] |= 1 << (index & 63)
    }
  }

  /// The length of the longest common subsequence with another text.
  func longest(with other: WordSequence) -> Int {
    var open = [UInt64](repeating: .max, count: blocks)
    for word in other.words {
      guard let mask = places[word] else { continue }
      var carry: UInt64 = 0
      for block in 0..<blocks {
        let taken = open[block] & mask[block]
        let (half, first) = open[block].addingReportingOverflow(taken)
        let (sum, second) = half.addingReportingOverflow(carry)
        carry = first || second ? 1 : 0
        open[block] = sum | (open[block] & ~mask[block])
      }
    }
    var length = 0
    for (block, bits) in open.enumerated() {
      let used = min(64, count - 64 * block)
      let valid = used == 64 ? UInt64.max : (1 << UInt64(used)) - 1
      length += (~bits & valid).nonzeroBitCount
    }
    return length
  }
}
