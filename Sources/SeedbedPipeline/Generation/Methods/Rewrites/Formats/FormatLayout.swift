import SeedbedKernels
import SeedbedText

/// Writes what stands round and between the sentences of a text.
struct FormatLayout {
  let seed: Seed
  /// The text without white space at its ends.
  let body: Range<Int>
  /// The spaces between sentences and lines that nothing locks.
  let gaps: [Range<Int>]
  private(set) var draft: Draft

  init(seed: Seed, body: Range<Int>, gaps: [Range<Int>]) {
    self.seed = seed
    self.body = body
    self.gaps = gaps
    draft = Draft(seed)
  }

  /// Puts words before the text and after it, and others between its sentences.
  mutating func wrap(
    _ before: String,
    _ after: String,
    between: ((Int) -> String)? = nil,
    because reason: String
  ) {
    let (start, end) = (body.lowerBound, body.upperBound)
    // Spaces at the ends of the text would stand inside the wrapping.
    if !before.isEmpty { draft.replace(0..<start, with: before, because: reason) }
    if let between {
      for (number, gap) in gaps.enumerated() {
        draft.replace(gap, with: between(number), because: reason)
      }
    }
    let length = seed.text.utf8.count
    if !after.isEmpty { draft.replace(end..<length, with: after, because: reason) }
  }

  /// Replaces one part.
  mutating func replace(_ range: Range<Int>, with text: String, because reason: String) {
    draft.replace(range, with: text, because: reason)
  }

  /// Whether a byte stands in the body outside the gaps.
  func holds(_ bytes: Span<UInt8>, _ isUnfit: (UInt8) -> Bool) -> Bool {
    var gap = 0
    var index = body.lowerBound
    while index < body.upperBound {
      if gap < gaps.count, index == gaps[gap].lowerBound {
        index = gaps[gap].upperBound
        gap += 1
        continue
      }
      if isUnfit(bytes[index]) { return true }
      index += 1
    }
    return false
  }
}
