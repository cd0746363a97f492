/// Chooses "a" or "an" by the sound with which the next word begins.
public enum IndefiniteArticle {
  /// The article before a word; nil when the word does not begin with a letter or digit of English.
  ///
  /// - Parameter word: The following word as written: case tells initials (MRI) from words.
  /// - Returns: "a", "an" or nil.
  public static func article(before word: String) -> String? {
    let bytes = Array(word.utf8)
    guard let first = bytes.first, first < 0x80 else { return nil }
    if first &- 0x30 < 10 { return isVowelNumber(bytes) ? "an" : "a" }
    guard (first | 0x20) &- 0x61 < 26 else { return nil }
    let letters = bytes.prefix { ($0 | 0x20) &- 0x61 < 26 }
    let isUpper = letters.allSatisfy { $0 & 0x20 == 0 }
    if isUpper, letters.count == 1 || spelledOut(Array(letters)) {
      return "AEFHILMNORSX".utf8.contains(first) ? "an" : "a"
    }
    let lower = word.lowercased()
    if silentH.contains(where: lower.hasPrefix) { return "an" }
    if vowelLetterConsonantSound(lower) { return "a" }
    return Spelling.isVowel(first | 0x20) ? "an" : "a"
  }

  /// Numbers that are read with a vowel first: 8…, 11…, 18….
  private static func isVowelNumber(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.prefix { $0 &- 0x30 < 10 }.map { $0 &- 0x30 }
    if digits.first == 8 { return true }
    // "eleven" and "eighteen" begin 11, 18 and their thousands (11,000), not 110 or 1800.
    let leading = digits.count % 3 == 2
    return leading && digits.count > 1 && digits[0] == 1 && (digits[1] == 1 || digits[1] == 8)
  }

  /// Whether capitals are read letter by letter: short, or without a vowel to read them by.
  private static func spelledOut(_ letters: [UInt8]) -> Bool {
    let vowels = letters.filter { Spelling.isVowel($0 | 0x20) }.count
    if vowels == 0 { return true }
    return letters.count <= 3 && !readAsWords.contains(String(decoding: letters, as: UTF8.self))
  }

  private static let readAsWords: Set<String> = [
    "AND", "ANY", "BAD", "BIG", "BUY", "CAR", "DAY", "FEE", "FIX", "GET", "LOW", "MAN", "NEW",
    "NOT", "OLD", "ONE", "PIN", "RAM", "SIM", "TAX", "THE", "TOP", "USE", "WAY", "ZIP", "ROM",
    "LAN", "WAN", "MAC", "SAD", "RED", "HOT", "FUN", "FEW", "LIE", "MAP", "NET", "SET",
  ]

  private static let silentH = ["hour", "honest", "honor", "honour", "heir"]

  /// Words written with a vowel and spoken with a consonant: one, university, European.
  private static func vowelLetterConsonantSound(_ word: String) -> Bool {
    if ["eu", "ewe", "once", "ubiq", "uku", "uti", "usur", "ura"].contains(where: word.hasPrefix) {
      return true
    }
    if word == "one" || word.hasPrefix("one-") || word.hasPrefix("oneself") { return true }
    if word.hasPrefix("us") {
      return ["use", "usa", "usu"].contains(where: word.hasPrefix)
    }
    guard word.hasPrefix("uni") else { return false }
    return !["unin", "unim", "unid", "unis"].contains(where: word.hasPrefix)
      || ["unison", "unisex", "unidirection"].contains(where: word.hasPrefix)
  }
}
