import SeedbedData
import SeedbedKernels
import SeedbedText

/// Writes a text as people type on a phone: abbreviations, dropped vowels, no apostrophes, no capitals, no
/// full stop at the end.
struct MobileStyle: TransformMethod {
  /// Abbreviations and dropped vowels; the other habits show everywhere or nowhere.
  private static let rate = NoiseRate(2)

  /// How often a writer has each habit.
  private static let shares = (lower: 0.6, apostrophes: 0.7, final: 0.7)

  let descriptor = MethodDescriptor(
    "mobile",
    "Writes the text as on a phone: abbreviations, dropped vowels, no capitals or apostrophes.",
    languages: ChatWords.languages,
    moves: ["form", "noise"],
    rate: rate.mean
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let chat = ChatWords.for(language: seed.language ?? "") else { return nil }
    let bytes = seed.text.utf8Span.span
    let words = WordDraw(seed, bytes).words
    let drawn = Self.rate.draw(for: seed, &random)
    let wanted = drawn.changes(in: bytes.scalarCount, &random)
    let isLower = random.chance(Self.shares.lower)
    let isPlain = random.chance(Self.shares.apostrophes)
    let dropsApostrophes = isPlain && bytes.mayHaveApostrophe
    let dropsFinal = random.chance(Self.shares.final)

    var taken = Array(repeating: false, count: words.count)
    var slips = Self.abbreviations(chat, words, wanted, bytes, isLower, &taken, &random)
    let frame = FrameWords.for(language: seed.language)
    Self.dropVowels(words, wanted, bytes, frame, isLower, &slips, &taken, &random)
    for (number, word) in words.enumerated() where !taken[number] {
      if dropsApostrophes, let text = bytes.withoutApostrophe(word) {
        let new = isLower ? text.lowercased() : text
        slips.append(Slip(range: word, replacement: new, reason: "apostrophe"))
      } else if isLower, let text = bytes.lowered(word) {
        slips.append(Slip(range: word, replacement: text, reason: "lower"))
      }
    }
    if dropsFinal, let last = bytes.count > 1 ? bytes.count - 1 : nil,
      bytes[last] == UInt8(ascii: "."), bytes[last - 1] > 0x40, seed.isOpen(last..<bytes.count)
    {
      slips.append(Slip(range: last..<bytes.count, replacement: "", reason: "full_stop"))
    }
    return seed.proposal(of: slips, drawn)
  }

  /// So many drawn words and phrases in their short form.
  private static func abbreviations(
    _ chat: ChatWords,
    _ words: [Range<Int>],
    _ wanted: Int,
    _ bytes: Span<UInt8>,
    _ isLower: Bool,
    _ taken: inout [Bool],
    _ random: inout CounterRandom
  ) -> [Slip] {
    var found: [(first: Int, count: Int)] = []
    found.reserveCapacity(words.count / 3 + 1)
    for number in words.indices {
      let key = WordKey(bytes, words[number])
      if chat.hasShort(key) { found.append((number, 1)) }
      guard chat.startsPhrase(key) else { continue }
      for count in 2...ChatWords.longestPhrase where number + count <= words.count {
        let phrase = words[number].lowerBound..<words[number + count - 1].upperBound
        if chat.shortPhrase(WordKey(bytes, phrase)) != nil { found.append((number, count)) }
      }
    }
    var slips: [Slip] = []
    while slips.count < wanted, !found.isEmpty {
      found.swapAt(random.index(below: found.count), found.count - 1)
      let (first, count) = found.removeLast()
      let range = words[first].lowerBound..<words[first + count - 1].upperBound
      let key = WordKey(bytes, range)
      guard !taken[first..<(first + count)].contains(true),
        let choices = count == 1 ? chat.short(key) : chat.shortPhrase(key)
      else { continue }
      for number in first..<(first + count) { taken[number] = true }
      let short = choices[random.index(below: choices.count)]
      let text = isLower ? short : bytes.cased(short, like: range)
      slips.append(Slip(range: range, replacement: text, reason: "abbreviation"))
    }
    return slips
  }

  /// Drops the inner vowels of drawn words until there are as many changes as wanted.
  private static func dropVowels(
    _ words: [Range<Int>],
    _ wanted: Int,
    _ bytes: Span<UInt8>,
    _ frame: FrameWords,
    _ isLower: Bool,
    _ slips: inout [Slip],
    _ taken: inout [Bool],
    _ random: inout CounterRandom
  ) {
    guard slips.count < wanted else { return }
    var numbers = words.indices.filter { !taken[$0] && (5...9).contains(words[$0].count) }
    while slips.count < wanted, !numbers.isEmpty {
      numbers.swapAt(random.index(below: numbers.count), numbers.count - 1)
      let number = numbers.removeLast()
      guard let word = NoiseWord(bytes, words[number], frame), word.isASCII,
        let short = bytes.withoutVowels(word.range), !frame.contains(WordKey(short))
      else { continue }
      taken[number] = true
      let text = isLower ? short.lowercased() : short
      slips.append(Slip(range: word.range, replacement: text, reason: "vowels"))
    }
  }
}
