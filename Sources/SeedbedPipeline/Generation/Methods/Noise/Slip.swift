import SeedbedKernels
import SeedbedText

/// One slip in a word.
struct Slip {
  /// What is replaced, in UTF-8 bytes; empty for an insertion.
  var range: Range<Int>
  /// What is put there.
  var replacement: String
  /// Which kind of slip it is.
  var reason: String

  /// Whether it changes anything, and no word comes of it that a reader takes for a negation or
  /// another small word of the sentence.
  ///
  /// - Parameters:
  ///   - word: The word in which it is made.
  ///   - bytes: The text.
  ///   - frame: The words that hold the sentences of the language together.
  /// - Returns: True where the slip may be made.
  func isSafe(in word: Range<Int>, _ bytes: Span<UInt8>, _ frame: FrameWords) -> Bool {
    var key = WordKey(bytes, word.lowerBound..<range.lowerBound)
    key.add(replacement)
    key.add(bytes, range.upperBound..<word.upperBound)
    guard !frame.contains(key) else { return false }
    guard range.count == replacement.utf8.count else { return true }
    var index = range.lowerBound
    for byte in replacement.utf8 {
      if bytes[index] != byte { return true }
      index += 1
    }
    return false
  }
}

extension NoiseRate {
  /// How often a slip is drawn for a word before the word is given up.
  private static let tries = 4

  /// Makes as many slips as the rate asks for, each in a word of its own, drawn evenly.
  ///
  /// - Parameters:
  ///   - seed: The text.
  ///   - random: The only source of chance.
  ///   - slip: Draws a slip in a word; nil where the draw gives none.
  /// - Returns: The slips as a proposal; nil where there is none.
  @inline(__always)
  func slips(
    in seed: Seed,
    _ random: inout CounterRandom,
    _ slip: (NoiseWord, Span<UInt8>, inout CounterRandom) -> Slip?
  ) -> Proposal? {
    slips(in: seed, &random, next: { words, _, random in words.next(&random) }, slip)
  }

  /// Makes as many slips as the rate asks for, each in a word of its own.
  ///
  /// - Parameters:
  ///   - seed: The text.
  ///   - random: The only source of chance.
  ///   - next: Draws a word.
  ///   - slip: Draws a slip in a word; nil where the draw gives none.
  /// - Returns: The slips as a proposal; nil where there is none.
  @inline(__always)
  func slips(
    in seed: Seed,
    _ random: inout CounterRandom,
    next: (inout WordDraw, Span<UInt8>, inout CounterRandom) -> Range<Int>?,
    _ slip: (NoiseWord, Span<UInt8>, inout CounterRandom) -> Slip?
  ) -> Proposal? {
    let bytes = seed.text.utf8Span.span
    let frame = FrameWords.for(language: seed.language)
    let drawn = draw(for: seed, &random)
    let wanted = drawn.changes(in: bytes.scalarCount, &random)
    var words = WordDraw(seed, bytes)
    var slips: [Slip] = []
    while slips.count < wanted, let range = next(&words, bytes, &random) {
      guard let word = NoiseWord(bytes, range, frame) else { continue }
      for _ in 0..<Self.tries {
        guard let made = slip(word, bytes, &random), made.isSafe(in: range, bytes, frame) else {
          continue
        }
        slips.append(made)
        break
      }
    }
    return seed.proposal(of: slips, drawn)
  }
}

extension Seed {
  /// Puts slips in order and proposes them.
  func proposal(of slips: [Slip], _ rate: NoiseRate.Drawn) -> Proposal? {
    guard !slips.isEmpty else { return nil }
    var slips = slips
    // In ascending order a draft compares each change with the last one only.
    if slips.count > 1 { slips.sort { $0.range.lowerBound < $1.range.lowerBound } }
    var draft = Draft(self)
    var reach = -1
    for slip in slips where slip.range.lowerBound >= reach {
      if draft.replace(slip.range, with: slip.replacement, because: slip.reason) {
        reach = slip.range.upperBound
      }
    }
    return draft.proposal(rate.parameters)
  }

  /// Whether no lock covers any of a range, which is not empty; found by bisection.
  func isOpen(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, locked.count)
    while low < high {
      let middle = (low + high) / 2
      if locked[middle].upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == locked.count || locked[low].lowerBound >= range.upperBound
  }
}
