/// Cuts the endings of inflection from folded English words, so that "cities" meets "city" and
/// "signed" meets "signing".
///
/// It only has to put forms of one word together, so its stems need not be words.
enum LightStem {
  private static let endings: [[UInt8]] =
    ["ingly", "edly", "ing", "ed", "ly", "er", "ion"].map { Array($0.utf8) }

  /// Cuts the endings in place.
  ///
  /// - Parameters:
  ///   - word: A folded word; the genitive of "city's" is " s" after folding.
  ///   - isEnglish: Whether to cut English endings; without it only the genitive goes.
  static func cut(_ word: inout [UInt8], isEnglish: Bool) {
    if ends(word, " s") { word.removeLast(2) }
    guard isEnglish, word.count > 3, !word.contains(0x20) else { return }
    cutPlural(&word)
    for ending in endings
    where word.count - ending.count >= 3 && word.suffix(ending.count) == ending[...] {
      word.removeLast(ending.count)
      mend(&word)
      break
    }
    if word.count > 3, word.last == UInt8(ascii: "e") { word.removeLast() }
  }

  private static func cutPlural(_ word: inout [UInt8]) {
    guard word.last == UInt8(ascii: "s"), !ends(word, "ss"), !ends(word, "us") else { return }
    if word.count > 4, ends(word, "ies") {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if word.count > 5, ends(word, "es") {
      word.removeLast(2)
    } else {
      word.removeLast()
    }
  }

  /// Undoes what an ending did to the word before it: "stopp" is "stop", "carri" is "carry".
  private static func mend(_ word: inout [UInt8]) {
    guard word.count > 3, let last = word.last else { return }
    if last == UInt8(ascii: "i") { word[word.count - 1] = UInt8(ascii: "y") }
    if last == word[word.count - 2], !"lsz".utf8.contains(last) { word.removeLast() }
  }

  private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count > count else { return false }
    return ending.withUTF8Buffer { buffer in
      for offset in 0..<count where word[word.count - count + offset] != buffer[offset] {
        return false
      }
      return true
    }
  }
}
