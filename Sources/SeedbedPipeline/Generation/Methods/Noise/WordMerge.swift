import SeedbedData
import SeedbedKernels
import SeedbedText

/// Writes two words as one, as in "alot".
struct WordMerge: TransformMethod {
  private static let rate = NoiseRate(0.5)

  let descriptor = MethodDescriptor(
    "word_merge",
    "Leaves out a few of the spaces between words.",
    moves: ["noise"],
    rate: rate.mean
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let bytes = seed.text.utf8Span.span
    let frame = FrameWords.for(language: seed.language)
    let words = WordDraw(seed, bytes).words
    guard words.count > 1 else { return nil }
    let drawn = Self.rate.draw(for: seed, &random)
    let wanted = drawn.changes(in: bytes.scalarCount, &random)
    var pairs = Array(0..<(words.count - 1))
    var merged = Array(repeating: false, count: words.count)
    var slips: [Slip] = []
    while slips.count < wanted, !pairs.isEmpty {
      pairs.swapAt(random.index(below: pairs.count), pairs.count - 1)
      let first = pairs.removeLast()
      // Three words in one are nobody's slip.
      guard !merged[first], !merged[first + 1],
        let space = Self.space(words[first], words[first + 1], bytes, frame)
      else { continue }
      merged[first] = true
      merged[first + 1] = true
      slips.append(Slip(range: space, replacement: "", reason: "merge"))
    }
    return seed.proposal(of: slips, drawn)
  }

  /// The one space between two words of letters that may be written together.
  private static func space(
    _ first: Range<Int>,
    _ second: Range<Int>,
    _ bytes: Span<UInt8>,
    _ frame: FrameWords
  ) -> Range<Int>? {
    let space = first.upperBound..<second.lowerBound
    guard space.count == 1, bytes[space.lowerBound] == 0x20,
      first.count + second.count >= NoiseWord.lengths.lowerBound,
      isLetter(bytes[space.lowerBound - 1]), isLetter(bytes[space.upperBound]),
      !frame.carriesMeaning(WordKey(bytes, first)), !frame.carriesMeaning(WordKey(bytes, second))
    else { return nil }
    var key = WordKey(bytes, first)
    key.add(bytes, second)
    return frame.contains(key) ? nil : space
  }

  /// A letter, or a part of one beyond ASCII; numbers would become other numbers.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }
}
