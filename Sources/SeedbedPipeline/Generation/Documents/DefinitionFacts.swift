import SeedbedData
import SeedbedText

/// What something is or means: "X is a …" becomes "What is X?".
struct DefinitionFacts: FactFinder {
  let name = "definition"
  let summary =
    "Asks what something is or means where a sentence or a list of the document says it."

  private static let mostWords = 40

  func facts(_ place: FactPlace) -> [DocumentFact] {
    let reading = place.reading
    let sentences = reading.sentences.compactMap { sentence in
      reading.standsAlone(sentence, words: 4...60) ? fact(sentence, reading) : nil
    }
    return sentences + glossary(place)
  }

  private func fact(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> DocumentFact? {
    let words = sentence.words
    guard words.count > 3 else { return nil }
    for index in 1..<min(9, words.count - 2) where !words[index].isCode {
      guard let verb = DefinitionVerb.find(words, index, reading.words.language) else { continue }
      let start = index + verb.length
      guard words[index..<start].allSatisfy({ $0.flowsOn && $0.lead.isEmpty }),
        let subject = SentenceSubject(sentence, before: index, reading, isPlural: verb.isPlural),
        verb.accepts(words[start...])
      else { return nil }
      let end = end(words, start)
      guard end - start >= 2, end - start <= Self.mostWords,
        let range = reading.slice(sentence, start..<end)
      else { return nil }
      return DocumentFact(
        question: verb.question(subject.text),
        range: range,
        answer: reading.answer(range),
        kind: verb.isPlural ? "definitions" : "definition",
        parameters: ["subject": .string(subject.text)],
        rank: 3
      )
    }
    return nil
  }

  /// Where the definition ends and what follows from it begins.
  private func end(_ words: [ProseWord], _ start: Int) -> Int {
    let consequences: Set<String> = [
      "which", "so", "but", "because", "meaning", "whereas", "while", "where", "although", "and",
      "lo", "pero", "mais", "aber", "sondern", "denn",
    ]
    for index in start..<words.count {
      let isLast = index + 1 == words.count
      if isLast || words[index].tail.contains(where: { ";—:(".contains($0) }) { return index + 1 }
      let next = words[index + 1]
      if next.lead.contains("(") || next.lead.contains("—") { return index + 1 }
      guard words[index].tail.hasPrefix(","), consequences.contains(next.lower) else { continue }
      // "…, and" may go on with one more thing of a list.
      let isList = next.lower == "and" && words[start..<index].contains { $0.tail == "," }
      if !isList || next.lower != "and" { return index + 1 }
    }
    return words.count
  }

  // MARK: - Lists

  /// Items such as "`term`: what it does", asked about with the heading above them.
  private func glossary(_ place: FactPlace) -> [DocumentFact] {
    let reading = place.reading
    guard reading.section.kind == .list, let heading = reading.section.headings.last,
      reading.passages.count >= 2
    else { return [] }
    let title = ProseHeading.words(heading)
    return reading.sentences.compactMap { sentence in
      let prose = reading.passages[sentence.passage]
      guard sentence.range.lowerBound == 0,
        let mark = prose.marks.first(where: { $0.kind != .link }),
        mark.range.lowerBound == 0, sentence.words.count >= 3,
        let colon = sentence.words.firstIndex(where: { $0.tail == ":" }), colon < 4,
        sentence.words[colon].range.upperBound == mark.range.upperBound, !title.isEmpty
      else { return nil }
      let term = prose.text(mark.range)
      guard let range = reading.slice(sentence, (colon + 1)..<sentence.words.count),
        sentence.words.count - colon > 3
      else { return nil }
      return DocumentFact(
        question: DefinitionVerb.glossary(term, under: title, reading.words.language),
        range: range,
        answer: reading.answer(range),
        kind: "entry",
        parameters: ["subject": .string(term)],
        rank: 2
      )
    }
  }
}

/// Headings as words of a question.
enum ProseHeading {
  /// The heading without marks of Markdown.
  static func words(_ heading: String) -> String {
    String(heading.filter { !"`*_#“”\"".contains($0) }).trimmed
  }
}
