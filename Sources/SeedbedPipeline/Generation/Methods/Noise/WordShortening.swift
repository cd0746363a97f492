extension Span<UInt8> {
  /// Whether a word may have an apostrophe, plain or not, so that most texts are not searched for one.
  var mayHaveApostrophe: Bool {
    for index in indices where self[index] == 0x27 || self[index] == 0x99 { return true }
    return false
  }

  /// A word without its apostrophe; nil where it has none that can be left out.
  func withoutApostrophe(_ word: Range<Int>) -> String? {
    for index in word {
      let width: Int
      switch self[index] {
      case UInt8(ascii: "'"): width = 1
      case 0xE2
      where index + 2 < word.upperBound && self[index + 1] == 0x80
        && self[index + 2] == 0x99:
        width = 3
      default: continue
      }
      guard Contraction.losesNothing(self, index..<(index + width), word.upperBound) else {
        return nil
      }
      return string(word.lowerBound..<index) + string((index + width)..<word.upperBound)
    }
    return nil
  }

  /// A word of ASCII letters without the vowels between its first and its last letter; nil where fewer
  /// than three letters would be left, or none is dropped.
  func withoutVowels(_ word: Range<Int>) -> String? {
    let left = String(unsafeUninitializedCapacity: word.count) { buffer in
      var count = 0
      for index in word {
        let isInner = index > word.lowerBound && index + 1 < word.upperBound
        if isInner, Self.isVowel(self[index]) { continue }
        buffer[count] = self[index]
        count += 1
      }
      return count
    }
    return (3..<word.count).contains(left.utf8.count) ? left : nil
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
