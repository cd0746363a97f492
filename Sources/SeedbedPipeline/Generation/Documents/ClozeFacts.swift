import SeedbedText

/// Sentences with a blank for a term, a name or a number (Taylor, "Cloze procedure", 1953).
struct ClozeFacts: FactFinder {
  let name = "cloze"
  let summary = "Asks for the name, term or number that is missing from a sentence of the document."

  private static let blank = "_____"
  private static let labels: Set<String> = [
    "table", "page", "step", "item", "note", "version", "tabla", "página", "tableau", "tabelle",
    "seite",
  ]

  /// A part of a sentence that can be left out.
  private struct Gap {
    var range: Range<Int>
    var kind: String
    var rank: Int
  }

  func facts(_ place: FactPlace) -> [DocumentFact] {
    let reading = place.reading
    var facts: [DocumentFact] = []
    for sentence in reading.sentences where reading.standsAlone(sentence, words: 8...32) {
      guard !sentence.text.contains("://"), !sentence.text.contains(Self.blank) else { continue }
      for gap in gaps(sentence, reading) {
        guard let range = reading.slice(sentence, scalars: gap.range) else { continue }
        let prose = reading.passages[sentence.passage]
        let words = prose.text(gap.range)
        let before = prose.text(sentence.range.lowerBound..<gap.range.lowerBound)
        let after = prose.text(gap.range.upperBound..<sentence.range.upperBound)
        // What is left must not give the answer away, not even in another form.
        let left = (before + " " + after).lowercased()
        guard !left.contains(words.lowercased().dropLast(words.hasSuffix("s") ? 1 : 0)) else {
          continue
        }
        facts.append(
          DocumentFact(
            question: Self.question(before + Self.blank + after, reading.words.language),
            range: range,
            answer: reading.answer(range),
            kind: gap.kind,
            rank: gap.rank
          )
        )
      }
    }
    return facts
  }

  private static func question(_ sentence: String, _ language: String) -> String {
    switch language {
    case "es": "Completa la frase: «\(sentence)»"
    case "fr": "Complétez la phrase : « \(sentence) »"
    case "de": "Ergänze den Satz: „\(sentence)“"
    default: "Fill in the blank: “\(sentence)”"
    }
  }

  private func gaps(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> [Gap] {
    let prose = reading.passages[sentence.passage]
    var gaps: [Gap] = []
    for mark in prose.marks where sentence.range.contains(mark.range.lowerBound) {
      let words = prose.text(mark.range)
      guard mark.range.upperBound <= sentence.range.upperBound, words.unicodeScalars.count <= 30,
        words.unicodeScalars.count > 2, words.contains(where: \.isLetter)
      else { continue }
      switch mark.kind {
      case .code: gaps.append(Gap(range: mark.range, kind: "code", rank: 2))
      case .emphasis where words.split(separator: " ").count <= 3:
        gaps.append(Gap(range: mark.range, kind: "term", rank: 4))
      default: continue
      }
    }
    gaps += numbers(sentence, prose)
    if reading.words.language != "de" { gaps += names(sentence, reading) }
    return gaps.filter { gap in
      // A letter that goes on (`String`s) makes half a word of it.
      let after = gap.range.upperBound
      guard after >= prose.scalars.count || !prose.scalars[after].properties.isAlphabetic else {
        return false
      }
      // The number of a table or a page is found by nobody who does not see it.
      let before = sentence.words.last { $0.range.upperBound <= gap.range.lowerBound }
      return before.map { !Self.labels.contains($0.lower) } ?? true
    }
  }

  /// Numbers, dates and amounts.
  private func numbers(_ sentence: SectionReading.Sentence, _ prose: ProseText) -> [Gap] {
    let text = sentence.text
    let kinds: [ProtectedRange.Kind] = [.number, .date, .time, .money, .percentage]
    return ProtectedRanges.find(in: text).compactMap { found in
      guard kinds.contains(found.kind) else { return nil }
      let bytes = text.utf8
      let start = bytes.index(bytes.startIndex, offsetBy: found.range.lowerBound)
      let end = bytes.index(bytes.startIndex, offsetBy: found.range.upperBound)
      let first = text.unicodeScalars.distance(from: text.startIndex, to: start)
      let count = text.unicodeScalars.distance(from: start, to: end)
      let range = (sentence.range.lowerBound + first)..<(sentence.range.lowerBound + first + count)
      // A number within code is part of that.
      guard !prose.marks.contains(where: { $0.kind == .code && $0.range.overlaps(range) }) else {
        return nil
      }
      return Gap(range: range, kind: found.kind.rawValue, rank: 3)
    }
  }

  /// Runs of capitalised words within the sentence.
  private func names(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> [Gap] {
    let words = sentence.words
    var gaps: [Gap] = []
    var index = 1
    while index < words.count {
      let breaks = words[index - 1].tail.contains { ":“\"—.".contains($0) }
      guard !breaks, words[index].lead.isEmpty, isName(words[index], reading) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, words[end - 1].tail.isEmpty, words[end].lead.isEmpty,
        isName(words[end], reading)
      {
        end += 1
      }
      if end - index <= 4 {
        let range = words[index].range.lowerBound..<words[end - 1].range.upperBound
        gaps.append(Gap(range: range, kind: "name", rank: end - index > 1 ? 3 : 1))
      }
      index = end
    }
    return gaps
  }

  private func isName(_ word: ProseWord, _ reading: SectionReading) -> Bool {
    !word.isCode && word.isCapitalised && word.text.unicodeScalars.count > 2
      && !word.text.contains("’") && !word.text.contains("'")
      && !reading.words.functionWords.contains(word.lower)
  }
}
