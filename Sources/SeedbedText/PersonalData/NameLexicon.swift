/// What is known about words: one table from the hash of a lower-case word to its flags.
///
/// The lists are our own, short and meant as hints; context decides beside them.
struct NameLexicon: Sendable {
  static let shared = NameLexicon()
  static let seed: UInt64 = 0x243F_6A88_85A3_08D3

  private var hashes: [UInt64]
  private var values: [UInt64]
  private let mask: Int

  private init() {
    let size = 1 << 15
    mask = size - 1
    hashes = [UInt64](repeating: 0, count: size)
    values = [UInt64](repeating: 0, count: size)
    for (list, flags) in Self.lists { add(list, flags) }
  }

  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of two words with a blank between them.
  static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
    (left ^ (right &<< 1)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// What is known about the word with this hash.
  func flags(_ hash: UInt64) -> WordFlags {
    var place = slot(hash)
    while hashes[place] != 0 {
      if hashes[place] == hash { return WordFlags(rawValue: values[place]) }
      place = (place + 1) & mask
    }
    return []
  }

  /// What is known about a word.
  func flags(of word: String) -> WordFlags { flags(Self.hash(Array(word.utf8))) }

  private func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  private mutating func add(_ hash: UInt64, _ flags: WordFlags) {
    var place = slot(hash)
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
    hashes[place] = hash
    values[place] |= flags.rawValue
  }

  /// Adds the words of a list; `_` joins those of one name.
  private mutating func add(_ list: String, _ flags: WordFlags) {
    for entry in list.utf8.split(whereSeparator: { ByteClass.isSpace($0) }) {
      let words = entry.split(separator: UInt8(ascii: "_")).map { Self.hash(Array($0)) }
      guard let first = words.first else { continue }
      if words.count == 1 {
        add(first, flags)
      } else {
        add(first, .phraseStart)
        add(words.dropFirst().reduce(first, Self.joined), flags)
      }
    }
  }

  private static func hash(_ word: [UInt8]) -> UInt64 {
    var hash = seed
    var index = 0
    while index < word.count {
      let byte = word[index]
      if byte & 0xE0 == 0xC0, index + 1 < word.count {
        let lower = LetterFold.lowered(byte, word[index + 1])
        hash = step(step(hash, lower.lead), lower.second)
        index += 2
      } else {
        hash = step(hash, ByteClass.isLetter(byte) ? byte | 0x20 : byte)
        index += 1
      }
    }
    return hash
  }

  private static let lists: [(String, WordFlags)] = {
    var lists: [(String, WordFlags)] = [
      (PlaceNames.countries, .country), (PlaceNames.regions, .region), (PlaceNames.cities, .city),
      (PlaceNames.stateCodes, .stateCode), (PlaceNames.nationalities, .nationality),
      (FunctionWordLists.english, [.common, .function]),
      (FunctionWordLists.spanish, .function), (CommonWords.everyday, .common),
    ]
    for culture in NameCulture.all {
      lists.append((culture.female, .female))
      lists.append((culture.male, .male))
      lists.append((culture.surnames, .surname))
    }
    return lists + OrganizationWords.lists + CueWords.lists + AddressWords.lists
  }()
}
