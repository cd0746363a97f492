/// Which of six languages the small words of a text belong to.
struct FunctionWordEvidence: Sendable {
  /// The six languages, in the order of the votes.
  static let languages = FunctionWords.languages

  /// The weight for each language.
  private(set) var votes = SIMD8<Float>(repeating: 0)

  /// Collects the votes: a word that only one language has counts one, a shared word is divided
  /// among its languages, and words of one or two letters count half.
  init(_ bytes: Span<UInt8>) {
    let table = Self.table
    var votes = votes
    LatinFold.forEachWord(in: bytes) { hash, length in
      let mask = table.languages(of: hash)
      guard mask != 0 else { return }
      let weight: Float = (length > 2 ? 1 : 0.5) / Float(mask.nonzeroBitCount)
      for bit in 0..<Self.languages.count where mask & (1 << UInt8(bit)) != 0 {
        votes[bit] += weight
      }
    }
    self.votes = votes
  }

  /// The best language among those that the mask permits, with its votes; nil without any vote.
  func best(in permitted: UInt8) -> (code: String, votes: Float)? {
    var first: Int?
    for bit in 0..<Self.languages.count where permitted & (1 << UInt8(bit)) != 0 {
      if votes[bit] > first.map({ votes[$0] }) ?? 0 { first = bit }
    }
    return first.map { (Self.languages[$0], votes[$0]) }
  }

  /// The votes for a language; zero when it has no list.
  func votes(for code: String) -> Float {
    Self.languages.firstIndex(of: code).map { votes[$0] } ?? 0
  }

  /// The most votes that any language but the one named has, among those that the mask permits.
  func rival(of code: String, in permitted: UInt8 = .max) -> Float {
    var most: Float = 0
    for bit in 0..<Self.languages.count
    where permitted & (1 << UInt8(bit)) != 0 && Self.languages[bit] != code {
      most = max(most, votes[bit])
    }
    return most
  }

  private static let table = WordLanguageTable()
}

/// An open-addressing table from a word's hash to the set of languages that have it.
private struct WordLanguageTable: Sendable {
  private var hashes: [UInt64]
  private var masks: [UInt8]
  private static let slots = 4096

  init() {
    hashes = Array(repeating: 0, count: Self.slots)
    masks = Array(repeating: 0, count: Self.slots)
    for (bit, language) in FunctionWordEvidence.languages.enumerated() {
      for word in FunctionWords.for(language: language).words { insert(word, bit) }
      for entry in GreetingWords.byLanguage where entry.language == language {
        for word in entry.words.split(separator: " ") { insert(String(word), bit) }
      }
    }
  }

  private mutating func insert(_ word: String, _ bit: Int) {
    var parts: [UInt64] = []
    LatinFold.forEachWord(in: word.utf8Span.span) { hash, length in
      if length > 1 || word.utf8.count <= 2 { parts.append(hash) }
    }
    for hash in parts {
      var slot = Int(truncatingIfNeeded: hash) & (Self.slots - 1)
      while masks[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
      hashes[slot] = hash
      masks[slot] |= 1 << UInt8(bit)
    }
  }

  func languages(of hash: UInt64) -> UInt8 {
    let hashes = hashes.span
    let masks = masks.span
    var slot = Int(truncatingIfNeeded: hash) & (Self.slots - 1)
    while masks[slot] != 0 {
      if hashes[slot] == hash { return masks[slot] }
      slot = (slot + 1) & (Self.slots - 1)
    }
    return 0
  }
}
