/// What the lists of closed classes say of a word (English), found by its hash.
struct ClosedWords: Sendable {
  struct Entry {
    var cue: ContextCue?
    var isFunctionWord = false
    var isProtected = false
    /// Whether it is the past participle of an irregular verb.
    var isParticiple = false

    fileprivate init(_ packed: UInt32) {
      cue = ContextCue(rawValue: UInt8(packed & 0xFF))
      isFunctionWord = packed & 0x100 != 0
      isProtected = packed & 0x200 != 0
      isParticiple = packed & 0x400 != 0
    }

    fileprivate static func packed(_ word: String) -> UInt32 {
      let cue = ContextCue.of(word)
      let isFunctionWord = cue != nil || FunctionWords.for(language: "en").contains(word)
      var packed = UInt32(cue?.rawValue ?? 0xFF)
      if isFunctionWord { packed |= 0x100 }
      if ProtectedWords.for(language: "en").contains(word) { packed |= 0x200 }
      if IrregularVerbs.participles.contains(word) { packed |= 0x400 }
      return packed
    }
  }

  private static let none: UInt32 = 0xFF
  private static let table: SpellingIndex = {
    let protected = ProtectedWords.for(language: "en")
    let lists = [
      FunctionWords.for(language: "en").words, ContextCue.words, Array(protected.negators),
      Array(protected.quantifiers), Array(protected.modals), Array(IrregularVerbs.participles),
    ]
    var table = SpellingIndex(capacity: 1_500)
    for word in lists.joined() { table.insert(WordHash(word).value, Entry.packed(word)) }
    return table
  }()

  private let table = Self.table

  /// What the lists say of a word.
  ///
  /// - Parameters:
  ///   - letters: The word in lower case with plain apostrophes.
  ///   - key: Its hash.
  /// - Returns: Its entry, empty for a word of an open class.
  func entry(of letters: [UInt8], _ key: WordHash) -> Entry {
    if let packed = table.find(key.value) { return Entry(packed) }
    // Words such as "couldn't" and "she's" are judged by what stands on either side of the
    // apostrophe.
    guard letters.contains(0x27) else { return Entry(Self.none) }
    return Entry(Entry.packed(String(decoding: letters, as: UTF8.self)))
  }
}
