import SeedbedKernels

/// A text in which what must not change stands behind placeholders such as `XQ7X`.
///
/// Translators pass such a word on as it is, since no dictionary has it. What is masked is widened to whole
/// words, so that no ending can be torn off.
struct MaskedText: Sendable {
  /// Letters that begin a placeholder; the first that the text does not have are taken.
  private static let stems = ["XQ", "QZ", "ZX", "QJ"]

  /// The text to translate.
  let text: String
  /// What stands behind the placeholders, as UTF-8 ranges of the original, in order.
  let masks: [Range<Int>]
  /// What lies between them: one more than there are masks.
  let stretches: [Range<Int>]

  private let placeholders: [String]

  /// Masks the locked parts of a seed, and its names.
  ///
  /// - Returns: Nil where nothing is left to translate, or the text has all that placeholders could look like.
  init?(_ seed: Seed, language: String) {
    let original = seed.text
    let words = WordScanner.words(in: original.utf8Span.span)
    let names = CapitalRuns.find(in: original, words: words, language: language)
    masks = Self.widened(seed.locked + names, words: words)
    let lower = original.lowercased()
    guard let stem = Self.stems.first(where: { !lower.contains($0.lowercased()) }) else {
      return nil
    }
    placeholders = masks.indices.map { "\(stem)\($0)X" }
    var stretches: [Range<Int>] = []
    var text = ""
    var start = 0
    for (mask, placeholder) in zip(masks, placeholders) {
      stretches.append(start..<mask.lowerBound)
      text += original.slice(start..<mask.lowerBound) + placeholder
      start = mask.upperBound
    }
    stretches.append(start..<original.utf8.count)
    text += original.slice(start..<original.utf8.count)
    self.text = text
    self.stretches = stretches
    let hasWords = stretches.contains { stretch in
      original.slice(stretch).unicodeScalars.contains { $0.properties.isAlphabetic }
    }
    guard hasWords else { return nil }
  }

  /// Ranges in order and without overlap, each with the whole words that it touches.
  private static func widened(_ ranges: [Range<Int>], words: [Range<Int>]) -> [Range<Int>] {
    var masks: [Range<Int>] = []
    var next = 0
    for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      while next < words.count, words[next].upperBound <= range.lowerBound { next += 1 }
      var mask = range
      var index = next
      while index < words.count, words[index].lowerBound < range.upperBound {
        mask =
          min(
            mask.lowerBound,
            words[index].lowerBound
          )..<max(
            mask.upperBound,
            words[index].upperBound
          )
        index += 1
      }
      if let last = masks.last, mask.lowerBound <= last.upperBound {
        masks[masks.count - 1] = last.lowerBound..<max(last.upperBound, mask.upperBound)
      } else {
        masks.append(mask)
      }
    }
    return masks
  }

  /// What a translation has between its placeholders.
  ///
  /// - Parameter translation: What became of `text`.
  /// - Returns: One text a stretch; nil where a placeholder is lost, doubled, out of order, or no longer a word of its own.
  func stretches(of translation: String) -> [String]? {
    var parts: [String] = []
    var start = 0
    var next = 0
    for word in WordScanner.words(in: translation.utf8Span.span) {
      guard let place = placeholder(in: translation, word) else { continue }
      guard next < placeholders.count, place.name == placeholders[next] else { return nil }
      parts.append(String(translation.slice(start..<place.start)))
      start = word.upperBound
      next += 1
    }
    guard next == placeholders.count else { return nil }
    parts.append(String(translation.slice(start..<translation.utf8.count)))
    // A placeholder inside another word was stepped over above.
    guard let stem = placeholders.first?.prefix(2) else { return parts }
    return parts.contains { $0.contains(stem) } ? nil : parts
  }

  /// The placeholder that a word is; an elided article may stand before it.
  private func placeholder(in text: String, _ word: Range<Int>) -> (name: Substring, start: Int)? {
    guard let stem = placeholders.first?.prefix(2) else { return nil }
    let whole = text.slice(word)
    guard let mark = whole.lastIndex(where: { $0 == "'" || $0 == "\u{2019}" }) else {
      return whole.hasPrefix(stem) ? (whole, word.lowerBound) : nil
    }
    let rest = whole[whole.index(after: mark)...]
    return rest.hasPrefix(stem) ? (rest, word.upperBound - rest.utf8.count) : nil
  }
}
