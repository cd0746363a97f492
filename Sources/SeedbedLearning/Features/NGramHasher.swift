import SeedbedKernels

/// Turns a text into the hashes of its n-grams, without making a string for any of them.
struct NGramHasher {
  private let wordLengths: ClosedRange<Int>
  private let characterLengths: ClosedRange<Int>?
  private var lowered: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private var wordHashes: [UInt64] = []
  private var padded: [UInt8] = []
  private var scalarStarts: [Int] = []

  init(wordLengths: ClosedRange<Int>, characterLengths: ClosedRange<Int>?) {
    self.wordLengths = wordLengths
    self.characterLengths = characterLengths
  }

  /// Appends the hashes of all n-grams of `text`, repetitions included.
  mutating func append(_ text: String, words: inout [UInt64], characters: inout [UInt64]) {
    lower(text)
    wordHashes.removeAll(keepingCapacity: true)
    // Taken out of `self` while the scanner reads another part of it.
    var ranges: [Range<Int>] = []
    swap(&ranges, &self.ranges)
    defer { swap(&ranges, &self.ranges) }
    ranges.removeAll(keepingCapacity: true)
    WordScanner.forEachWord(in: lowered.span) { ranges.append($0) }
    for range in ranges {
      wordHashes.append(hash64(lowered.span.extracting(range), seed: 1))
      if let characterLengths {
        appendCharacterGrams(of: range, characterLengths, to: &characters)
      }
    }
    for length in wordLengths where length <= wordHashes.count {
      for start in 0...(wordHashes.count - length) {
        words.append(combine(start..<(start + length)))
      }
    }
  }

  /// Lower-case bytes of the text; only text beyond ASCII pays for Unicode's rules.
  private mutating func lower(_ text: String) {
    lowered.removeAll(keepingCapacity: true)
    var text = text
    let isASCII = text.withUTF8 { bytes in
      var seen: UInt8 = 0
      for byte in bytes {
        seen |= byte
        lowered.append(byte &+ ((byte &- 65) < 26 ? 32 : 0))
      }
      return seen < 0x80
    }
    guard !isASCII else { return }
    lowered.removeAll(keepingCapacity: true)
    lowered.append(contentsOf: text.lowercased().utf8)
  }

  /// One hash for consecutive words; a single word keeps its own.
  private func combine(_ range: Range<Int>) -> UInt64 {
    var hash = wordHashes[range.lowerBound]
    for index in range.dropFirst() { hash = Self.extended(hash, by: wordHashes[index]) }
    return hash
  }

  /// The hash of an n-gram with one more word at its end.
  @inline(__always)
  static func extended(_ hash: UInt64, by word: UInt64) -> UInt64 {
    let mixed = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
    let sum = (mixed &+ word) &* 0x94D0_49BB_1331_11EB
    return sum ^ (sum >> 32)
  }

  /// N-grams of scalars within one word, a space standing for either end of it.
  ///
  /// A word that is shorter than the length gives one n-gram, and no longer ones are made of it
  /// (the rule of scikit-learn's `char_wb`).
  private mutating func appendCharacterGrams(
    of range: Range<Int>,
    _ lengths: ClosedRange<Int>,
    to hashes: inout [UInt64]
  ) {
    padded.removeAll(keepingCapacity: true)
    scalarStarts.removeAll(keepingCapacity: true)
    padded.append(0x20)
    padded.append(contentsOf: lowered[range])
    padded.append(0x20)
    // A byte of the form 10xxxxxx continues a scalar.
    for index in padded.indices where padded[index] & 0xC0 != 0x80 { scalarStarts.append(index) }
    let scalarCount = scalarStarts.count
    scalarStarts.append(padded.count)
    let bytes = padded.span
    for length in lengths {
      guard length < scalarCount else {
        hashes.append(hash64(bytes, seed: 2))
        return
      }
      for start in 0...(scalarCount - length) {
        let gram = scalarStarts[start]..<scalarStarts[start + length]
        hashes.append(hash64(bytes.extracting(gram), seed: 2))
      }
    }
  }
}
