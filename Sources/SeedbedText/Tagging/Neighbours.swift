import SeedbedKernels

/// The words on either side of a word, when only spaces stand between.
struct Neighbours {
  /// The word before, in lower case.
  let before: String?
  /// The word after, in lower case.
  let after: String?
  /// Whether a hyphen or another joining sign touches the word.
  let isHyphenated: Bool

  init(of range: Range<Int>, in text: String) {
    let bytes = text.utf8Span.span
    func joins(_ index: Int) -> Bool {
      guard index >= 0, index < bytes.count else { return false }
      return "-_/@&".utf8.contains(bytes[index])
    }
    isHyphenated = joins(range.lowerBound - 1) || joins(range.upperBound)
    var before: Range<Int>?
    var after: Range<Int>?
    WordScanner.forEachWord(in: bytes) { word in
      if word.upperBound < range.lowerBound { before = word }
      if after == nil, word.lowerBound > range.upperBound { after = word }
    }
    func spaced(_ gap: Range<Int>) -> Bool {
      gap.allSatisfy { bytes[$0] == 0x20 }
    }
    self.before = before.flatMap {
      spaced($0.upperBound..<range.lowerBound) ? text.utf8Slice($0).lowercased() : nil
    }
    self.after = after.flatMap {
      spaced(range.upperBound..<$0.lowerBound) ? text.utf8Slice($0).lowercased() : nil
    }
  }
}
