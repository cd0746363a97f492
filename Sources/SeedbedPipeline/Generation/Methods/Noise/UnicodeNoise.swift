import SeedbedData
import SeedbedKernels
import SeedbedText

/// Noise that a reader hardly sees and a program does: look-alikes, invisible characters, other widths.
struct UnicodeNoise: TransformMethod {
  private static let rate = NoiseRate(1)

  /// How often a mark of direction stands alone and not round a word.
  private static let loneShare = 0.6

  let kind: UnicodeKind
  let descriptor: MethodDescriptor

  init(_ kind: UnicodeKind) {
    self.kind = kind
    descriptor = MethodDescriptor(
      "unicode_\(kind.rawValue)",
      kind.summary,
      // A whole word in other letters is another word to most classifiers.
      preserves: kind == .fullWidth ? [.spans, .meaning] : Preserved.allCases,
      moves: ["noise"],
      rate: Self.rate.mean
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let frame = FrameWords.for(language: seed.language)
    return Self.rate.slips(in: seed, &random) { word, bytes, random in
      let number = random.index(below: word.count)
      switch kind {
      case .homoglyphs: return Self.homoglyph(word, number, bytes, &random)
      case .zeroWidth:
        let place = word.letter(number, bytes).lowerBound
        guard number > 0, word.mayBeCut(at: place, bytes, frame) else { return nil }
        return insertion(Self.pick(UnicodeTables.zeroWidth, &random), at: place)
      case .fullWidth: return Self.widened(word, bytes)
      case .combining:
        let place = word.letter(number, bytes)
        guard (bytes[place.lowerBound] | 0x20) &- 0x61 < 26 else { return nil }
        return insertion(Self.pick(UnicodeTables.combining, &random), at: place.upperBound)
      case .bidiMarks:
        guard !random.chance(Self.loneShare) else {
          let place = word.letter(number, bytes).lowerBound
          guard word.mayBeCut(at: place, bytes, frame) else { return nil }
          return insertion(Self.pick(UnicodeTables.directions, &random), at: place)
        }
        let marks = UnicodeTables.isolates[random.index(below: UnicodeTables.isolates.count)]
        return Slip(
          range: word.range,
          replacement: marks.0 + bytes.string(word.range) + marks.1,
          reason: kind.rawValue
        )
      }
    }
  }

  private func insertion(_ text: String, at place: Int) -> Slip {
    Slip(range: place..<place, replacement: text, reason: kind.rawValue)
  }

  /// The first letter that looks like one of another script, from a drawn one on.
  private static func homoglyph(
    _ word: NoiseWord,
    _ first: Int,
    _ bytes: Span<UInt8>,
    _ random: inout CounterRandom
  ) -> Slip? {
    let table = UnicodeTables.lookAlikes
    var number = first
    for _ in 0..<word.count {
      let place = word.letter(number, bytes)
      let lead = Int(bytes[place.lowerBound])
      if lead < table.count, !table[lead].isEmpty {
        let other = pick(table[lead], &random)
        return Slip(range: place, replacement: other, reason: UnicodeKind.homoglyphs.rawValue)
      }
      number = number + 1 < word.count ? number + 1 : 0
    }
    return nil
  }

  /// The word in full-width letters, which are those of ASCII moved by a fixed distance.
  private static func widened(_ word: NoiseWord, _ bytes: Span<UInt8>) -> Slip? {
    guard word.isASCII else { return nil }
    let text = String(unsafeUninitializedCapacity: word.count * 3) { buffer in
      var place = 0
      for index in word.range {
        // U+FF01 stands for the exclamation mark, the first visible character of ASCII.
        let value = UInt32(bytes[index]) + 0xFEE0
        buffer[place] = UInt8(0xE0 | value >> 12)
        buffer[place + 1] = UInt8(0x80 | value >> 6 & 0x3F)
        buffer[place + 2] = UInt8(0x80 | value & 0x3F)
        place += 3
      }
      return place
    }
    return Slip(range: word.range, replacement: text, reason: UnicodeKind.fullWidth.rawValue)
  }

  private static func pick(_ texts: [String], _ random: inout CounterRandom) -> String {
    texts[random.index(below: texts.count)]
  }
}
