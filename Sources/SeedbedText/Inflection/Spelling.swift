/// The regular spelling rules of English endings, on lower-case ASCII words.
enum Spelling {
  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// The groups of vowels in a word, near enough its syllables; a final silent e is not counted.
  static func syllables(_ word: String) -> Int {
    var count = 0
    var previous = false
    let bytes = Array(word.utf8)
    for (index, byte) in bytes.enumerated() {
      let vowel = isVowel(byte) || (byte == UInt8(ascii: "y") && index > 0)
      if vowel, !previous { count += 1 }
      previous = vowel
    }
    if count > 1, bytes.last == UInt8(ascii: "e"), bytes.count > 2,
      !isVowel(bytes[bytes.count - 2]), bytes[bytes.count - 2] != UInt8(ascii: "l")
    {
      count -= 1
    }
    return count
  }

  /// Whether the last consonant is doubled before a vowel: one syllable that ends in a single
  /// vowel and a single consonant (stop, plan; not fix, show, need).
  static func doublesLastConsonant(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count >= 3, syllables(word) == 1 else { return false }
    let tail = bytes.suffix(3).map { $0 }
    guard !isVowel(tail[2]), isVowel(tail[1]), !isVowel(tail[0]) || word.contains("qu") else {
      return false
    }
    return !"wxy".utf8.contains(tail[2])
  }

  /// The word with "-s": plural of nouns and third person of verbs.
  static func withS(_ word: String) -> String {
    let bytes = Array(word.utf8)
    guard let last = bytes.last else { return word }
    let before = bytes.count > 1 ? bytes[bytes.count - 2] : 0
    if last == UInt8(ascii: "y"), bytes.count > 1, !isVowel(before) {
      return word.dropLast() + "ies"
    }
    let hissing =
      "sxz".utf8.contains(last)
      || (last == UInt8(ascii: "h") && (before == UInt8(ascii: "c") || before == UInt8(ascii: "s")))
    return word + (hissing ? "es" : "s")
  }

  /// The word with an ending that begins with a vowel: "-ed", "-er", "-est".
  static func withVowelEnding(_ word: String, _ ending: String) -> String {
    let bytes = Array(word.utf8)
    guard let last = bytes.last else { return word }
    if last == UInt8(ascii: "e") { return word + ending.dropFirst() }
    if last == UInt8(ascii: "y"), bytes.count > 1, !isVowel(bytes[bytes.count - 2]) {
      return word.dropLast() + "i" + ending
    }
    return withDoubling(word) + ending
  }

  /// The word with "-ing".
  static func withIng(_ word: String) -> String {
    if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
    let keepsE = word.hasSuffix("ee") || word.hasSuffix("oe") || word.hasSuffix("ye")
    if word.hasSuffix("e"), !keepsE, word.utf8.count > 2 { return word.dropLast() + "ing" }
    return withDoubling(word) + "ing"
  }

  private static func withDoubling(_ word: String) -> String {
    guard let last = word.last, doublesLastConsonant(word) else { return word }
    return word + String(last)
  }
}
