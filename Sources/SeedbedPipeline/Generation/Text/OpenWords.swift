import SeedbedKernels
import SeedbedText

/// A word of a seed that may be changed.
struct OpenWord {
  /// Where it is, in UTF-8 bytes.
  var range: Range<Int>
  /// The word as written.
  var text: String
  /// In lower case, with a plain apostrophe, for looking it up.
  var lower: String
}

extension Seed {
  /// The words of the text that do not touch what is locked, in order.
  func openWords() -> [OpenWord] {
    var next = 0
    return WordScanner.words(in: text.utf8Span.span).compactMap { range in
      // Words and locks both ascend, so no lock is looked at twice.
      while next < locked.count, locked[next].upperBound <= range.lowerBound { next += 1 }
      if next < locked.count, locked[next].lowerBound < range.upperBound { return nil }
      let word = String(text.slice(range))
      return OpenWord(range: range, text: word, lower: word.lowercasedPlain)
    }
  }

  /// Shorter words turn into others by one slip; longer ones are no words but codes or garbage.
  private static let sturdyLengths = 4...40

  /// The open words in which a slip changes nothing but the spelling: of some length, and none that
  /// carries the polarity or the quantity of the sentence.
  func sturdyWords() -> [OpenWord] {
    let protected = ProtectedWords.for(language: language ?? "")
    return openWords().filter { word in
      Self.sturdyLengths.contains(word.lower.unicodeScalars.count)
        && !protected.isNegator(word.lower)
        && !protected.quantifiers.contains(word.lower)
    }
  }

  /// Whether a misspelt word would read as another word of the sentence's frame, such as a negation.
  func isMisleading(_ misspelt: String) -> Bool {
    let lower = misspelt.lowercased()
    return ProtectedWords.for(language: language ?? "").contains(lower)
      || FunctionWords.for(language: language ?? "").contains(lower)
  }
}

extension String {
  /// In lower case, with a plain apostrophe.
  var lowercasedPlain: String {
    let lower = lowercased()
    guard lower.utf8.contains(0xE2) else { return lower }
    return String(lower.map { $0 == "\u{2019}" ? "'" : $0 })
  }

  /// The part of the text at UTF-8 offsets that lie between scalars.
  func slice(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}
