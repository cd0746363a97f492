import SeedbedData
import SeedbedKernels

/// The children's language: the consonants that begin a word go to its end, followed by "ay"; a word that
/// begins with a vowel only gets an ending.
///
/// Half of the draws change all words, the others those of a part. Words with digits or letters beyond
/// ASCII stay.
struct PigLatin: TransformMethod {
  let descriptor = MethodDescriptor(
    attack: "pig_latin",
    "Turns the words into pig Latin.",
    preserves: Preserved.allCases,
    moves: ["form", "language", "noise"],
    attacks: [.promptInjection]
  )

  /// What words that begin with a vowel get.
  private static let endings = ["way", "yay", "ay"]

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let bytes = seed.text.utf8Span.span
    let ending = Self.endings[random.index(below: Self.endings.count)]
    let part = random.chance(0.5) ? DrawnPart.draw(bytes, &random) : nil
    var draft = Draft(seed)
    for stretch in FreeStretches(seed.locked, in: part ?? 0..<bytes.count) {
      let turned = PigLatinWriter.turned(bytes, stretch, ending: ending)
      draft.replace(stretch, with: turned, because: "pig_latin")
    }
    return draft.proposal([
      "scope": part == nil ? "text" : "part", "vowel_ending": .string(ending),
    ])
  }
}

/// Writes a stretch of text in pig Latin, byte by byte.
private struct PigLatinWriter {
  private var output: [UInt8] = []

  static func turned(_ bytes: Span<UInt8>, _ stretch: Range<Int>, ending: String) -> String {
    var writer = PigLatinWriter()
    writer.output.reserveCapacity(stretch.count + stretch.count / 2 + 8)
    var place = stretch.lowerBound
    while place < stretch.upperBound {
      var end = place
      var isPlain = true
      while end < stretch.upperBound, isWordByte(bytes[end]) || isInner(bytes, end, place) {
        if !isLetter(bytes[end]), bytes[end] != UInt8(ascii: "'") { isPlain = false }
        end += 1
      }
      if end == place {
        writer.output.append(bytes[place])
        place += 1
      } else {
        // At a border the word may go on in what is locked.
        let isWhole =
          (place == 0 || !isWordByte(bytes[place - 1]))
          && (end == bytes.count || !isWordByte(bytes[end]))
        if isPlain, isWhole {
          writer.turn(bytes, place..<end, ending)
        } else {
          writer.copy(bytes, place..<end)
        }
        place = end
      }
    }
    return String(decoding: writer.output, as: UTF8.self)
  }

  private mutating func turn(_ bytes: Span<UInt8>, _ word: Range<Int>, _ ending: String) {
    let split = Self.onset(bytes, word)
    let isUpper = !Self.isLower(bytes[word.lowerBound])
    let isAllUpper = isUpper && word.count > 1 && !Self.isLower(bytes[word.upperBound - 1])
    guard split < word.upperBound else { return copy(bytes, word) }
    let first = output.count
    copy(bytes, split..<word.upperBound)
    let moved = output.count
    copy(bytes, word.lowerBound..<split)
    if isUpper, !isAllUpper, split > word.lowerBound {
      output[moved] |= 0x20
      output[first] &= 0xDF
    }
    let tail = split == word.lowerBound ? ending.utf8 : "ay".utf8
    for byte in tail { output.append(isAllUpper ? byte & 0xDF : byte) }
  }

  /// Where the consonants that begin a word end; "qu" counts as one, and a y that follows as a vowel.
  private static func onset(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int {
    var place = word.lowerBound
    while place < word.upperBound {
      switch bytes[place] | 0x20 {
      case UInt8(ascii: "u")
      where place > word.lowerBound && bytes[place - 1] | 0x20 == UInt8(ascii: "q"):
        break
      case UInt8(ascii: "y") where place == word.lowerBound: break
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        return place
      default: break
      }
      place += 1
    }
    return place
  }

  private mutating func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    for place in range { output.append(bytes[place]) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte & 0x20 != 0 }

  /// Letters, digits, and everything beyond ASCII, which stays with its neighbours.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether an apostrophe stands inside a word, as in "don't".
  private static func isInner(_ bytes: Span<UInt8>, _ place: Int, _ start: Int) -> Bool {
    bytes[place] == UInt8(ascii: "'") && place > start && place + 1 < bytes.count
      && isLetter(bytes[place - 1]) && isLetter(bytes[place + 1])
  }
}
