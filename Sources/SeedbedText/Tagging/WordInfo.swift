/// What is known of a word form whatever its place.
struct WordInfo {
  /// Its hash; 0 for no word.
  var key: UInt64 = 0
  /// How often it was found as each part of speech, smoothed, times the weights of its ending.
  var weights = SIMD4<Float>(repeating: 0)
  /// What its inflected forms have in common, as a number; 0 for a function word.
  var stem: UInt32 = 0
  /// How much it says about what a text is about, 0...1.
  var rarity: Float = 0
  /// What it tells about its neighbours, for a closed-class word.
  var cue: ContextCue?
  /// How it looks as a verb form.
  var form = VerbForm.other
  /// The parts of speech in which it may have synonyms, a bit each.
  var sharing: UInt8 = 0
  /// Whether it is of a closed class.
  var isFunctionWord = false
  /// Whether it denies, counts or obliges.
  var isProtected = false

  /// Whether the dictionary has it.
  var isKnown: Bool { weights.sum() > 0 }

  /// Whether it is mostly a noun.
  var isLikelyNoun: Bool { weights[0] > 0.6 * weights.sum() && weights[0] > 0 }
}

/// Looks words up in WordNet and in the lists of closed classes (English).
struct WordReader {
  private let lexicon: WordNetLexicon
  private let irregular: IrregularForms
  private let closed = ClosedWords()

  /// The count at which a word says nothing about what a text is about.
  private static let commonCount: Float = 2_000

  init(wordnet: WordNet) {
    lexicon = wordnet.lexicon
    irregular = wordnet.irregular
  }

  /// What is known of a word.
  ///
  /// - Parameters:
  ///   - letters: The word in lower case with plain apostrophes.
  ///   - key: Its hash.
  /// - Returns: What lists and dictionary say.
  func info(of letters: [UInt8], key: WordHash) -> WordInfo {
    var info = WordInfo(key: key.value)
    let entry = closed.entry(of: letters, key)
    info.cue = entry.cue
    info.isFunctionWord = entry.isFunctionWord
    info.isProtected = entry.isProtected
    if letters.end(in: "ing") {
      info.form = .ing
    } else if entry.isParticiple || letters.end(in: "ed") {
      info.form = .past
    }
    guard info.cue == nil else { return info }
    var total: Float = 0
    for lane in 0..<4 {
      let pos = PartOfSpeech(lane: lane)
      var count: Float = -0.5
      forEachBase(letters, key, pos) { entry in
        count = max(count, Float(entry.counts[lane]))
        info.sharing |= entry.sharing & pos.bit
      }
      info.weights[lane] = count + 0.5
      total += max(0, count)
    }
    info.weights *= ContextRules.ending(of: letters)
    guard !info.isFunctionWord else { return info }
    info.stem = GlossStem.hash(letters)
    info.rarity = 1 - min(1, Self.logarithm(1 + total) / Self.logarithm(1 + Self.commonCount))
    return info
  }

  /// The entries of the word's base forms, as `morphy` finds them.
  private func forEachBase(
    _ letters: [UInt8],
    _ key: WordHash,
    _ pos: PartOfSpeech,
    _ body: (WordNetLexicon.Entry) -> Void
  ) {
    func visit(_ lemma: WordHash) {
      if let entry = lexicon.entry(lemma), entry.has(pos) { body(entry) }
    }
    visit(key)
    if irregular.has(key, pos) {
      for base in irregular.bases(of: key, pos) { visit(WordHash(base)) }
      return
    }
    for rule in Detachment.rules(pos) where rule.applies(to: letters) {
      var base = WordHash()
      for index in 0..<(letters.count - rule.ending.count) { base.add(letters[index]) }
      for letter in rule.replacement { base.add(letter) }
      visit(base)
    }
  }

  /// The binary logarithm by its exponent and a straight line between powers of two: the same on
  /// every machine.
  private static func logarithm(_ value: Float) -> Float {
    Float(value.exponent) + value.significand - 1
  }
}

/// A rough stem, quick enough to be taken of every word of a gloss: an ending off, and what is left
/// cut.
enum GlossStem {
  private static let longest = 7

  /// Whether a final letter comes and goes: "store" and "storing", "try" and "tried".
  private static func isLoose(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "e") || letter == UInt8(ascii: "y") || letter == UInt8(ascii: "i")
  }

  /// The stem as a number; 0 for a word that is too short to have one.
  static func hash(_ letters: some RandomAccessCollection<UInt8>) -> UInt32 {
    let start = letters.startIndex
    // Capitals and small letters differ in one bit.
    func letter(_ index: Int) -> UInt8 { letters[letters.index(start, offsetBy: index)] | 0x20 }
    var count = letters.count
    guard count >= 3 else { return 0 }
    func ends(_ a: UnicodeScalar, _ b: UnicodeScalar) -> Bool {
      letter(count - 2) == UInt8(ascii: a) && letter(count - 1) == UInt8(ascii: b)
    }
    if count > 5, letter(count - 3) == UInt8(ascii: "i"), ends("n", "g") {
      count -= 3
    } else if count > 4, ends("e", "d") || ends("e", "s") || ends("l", "y") || ends("e", "r") {
      count -= 2
    } else if count > 3, letter(count - 1) == UInt8(ascii: "s"), !ends("s", "s") {
      count -= 1
    }
    if count > 3, isLoose(letter(count - 1)) { count -= 1 }
    if count > 3, letter(count - 1) == letter(count - 2) { count -= 1 }
    var hash = WordHash()
    for index in 0..<min(count, longest) { hash.add(letter(index)) }
    return max(1, UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32))
  }
}
