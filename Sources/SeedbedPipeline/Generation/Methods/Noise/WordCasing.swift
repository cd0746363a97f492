import SeedbedText

extension Span<UInt8> {
  /// A word in small letters; nil where it has no capitals.
  func lowered(_ word: Range<Int>) -> String? {
    var hasCapitals = false
    for index in word {
      let byte = self[index]
      if byte >= 0x80 { return changed(word, to: string(word).lowercased()) }
      if byte &- 0x41 < 26 { hasCapitals = true }
    }
    return hasCapitals ? mapped(word) { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } : nil
  }

  /// A word in capitals; nil where it has no small letters.
  func raised(_ word: Range<Int>) -> String? {
    var hasSmall = false
    for index in word {
      let byte = self[index]
      if byte >= 0x80 { return changed(word, to: string(word).uppercased()) }
      if byte &- 0x61 < 26 { hasSmall = true }
    }
    return hasSmall ? mapped(word) { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 } : nil
  }

  /// The first letter of a word as a capital, with its bytes; nil where it is one or has none.
  func capitalised(_ word: Range<Int>) -> (range: Range<Int>, text: String)? {
    first(of: word) { $0.properties.titlecaseMapping }
  }

  /// The first letter of a word as a small one, with its bytes; nil where it is one.
  func uncapitalised(_ word: Range<Int>) -> (range: Range<Int>, text: String)? {
    first(of: word) { $0.properties.lowercaseMapping }
  }

  /// Other letters in the case of a word: capitals where it has them, a capital where it begins with
  /// one.
  func cased(_ text: String, like word: Range<Int>) -> String {
    let first = self[word.lowerBound]
    if first &- 0x61 < 26 { return text }
    guard first < 0x80, word.count > 1, self[word.lowerBound + 1] &- 0x61 < 26 else {
      return LetterCase(of: string(word)).applied(to: text)
    }
    return LetterCase.capitalised.applied(to: text)
  }

  private func first(
    of word: Range<Int>,
    _ map: (Unicode.Scalar) -> String
  ) -> (range: Range<Int>, text: String)? {
    let lead = self[word.lowerBound]
    let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let range = word.lowerBound..<Swift.min(word.lowerBound + width, word.upperBound)
    let old = scalar(range)
    let new = map(old)
    return new.unicodeScalars.elementsEqual(CollectionOfOne(old)) ? nil : (range, new)
  }

  private func changed(_ word: Range<Int>, to new: String) -> String? {
    new.utf8.elementsEqual(string(word).utf8) ? nil : new
  }

  /// The word with each byte, all of them ASCII, replaced.
  private func mapped(_ word: Range<Int>, _ map: (UInt8) -> UInt8) -> String {
    String(unsafeUninitializedCapacity: word.count) { buffer in
      for (offset, index) in word.enumerated() { buffer[offset] = map(self[index]) }
      return word.count
    }
  }
}
