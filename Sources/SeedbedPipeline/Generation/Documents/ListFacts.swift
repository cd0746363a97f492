import SeedbedData
import SeedbedText

/// The items of lists, in a sentence or under a heading.
struct ListFacts: FactFinder {
  let name = "list_question"
  let summary =
    "Asks for the items of a list, in a sentence or under a heading; the answer is the whole list."

  private static let longestList = 500
  private static let longestLead = 140

  func facts(_ place: FactPlace) -> [DocumentFact] {
    let reading = place.reading
    let inline = reading.sentences.compactMap { inSentence($0, reading) }
    return inline + (block(place).map { [$0] } ?? [])
  }

  // MARK: - In a sentence

  /// Makes "Rust has four scalar types: integers, …" ask which four scalar types Rust has.
  private func inSentence(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> DocumentFact? {
    let words = sentence.words
    guard reading.words.language == "en", reading.standsAlone(sentence, words: 6...60) else {
      return nil
    }
    for index in 1..<max(1, min(9, words.count - 4)) where !words[index].isCode {
      guard let verb = NumberVerb.find(words[index].lower, "en") else { continue }
      guard words[index].flowsOn, verb.sense == .have || verb.sense == .be,
        let subject = SentenceSubject(sentence, before: index, reading, isPlural: verb.isPlural)
      else { return nil }
      if verb.sense == .be { return named(sentence, subject, index, reading) }
      guard let figure = Figure(words, index + 1, "en"), let end = figure.end(words),
        let noun = CountedNoun(words, end, "en"),
        let colon = words.indices.first(where: { $0 >= end && words[$0].tail == ":" }),
        let list = list(sentence, from: colon + 1)
      else { return nil }
      let counted = reading.text(sentence, (index + 1)..<(colon + 1))
      guard counted.hasSuffix(noun.text) else { return nil }
      return fact(
        "Which \(counted) \(verb.isPlural ? "do" : "does") \(subject.text) \(verb.form)?",
        sentence,
        list,
        reading
      )
    }
    return nil
  }

  /// Makes "The two kinds of x are a and b" ask what the two kinds of x are.
  private func named(
    _ sentence: SectionReading.Sentence,
    _ subject: SentenceSubject,
    _ verb: Int,
    _ reading: SectionReading
  ) -> DocumentFact? {
    let words = sentence.words
    let counts = words[..<verb].contains { word in
      ["two", "three", "four", "five", "six", "main", "primary"].contains(word.lower)
    }
    guard counts, subject.isPlural, words[verb].lower == "are",
      let list = list(sentence, from: verb + 1)
    else { return nil }
    return fact("What are \(subject.text)?", sentence, list, reading)
  }

  /// The words up to the sentence's end, where they are items with commas or "and" between them.
  private func list(_ sentence: SectionReading.Sentence, from start: Int) -> Range<Int>? {
    let words = sentence.words
    guard start + 2 < words.count, words[start].lead.isEmpty else { return nil }
    let rest = words[start...].dropLast()
    let hasLast = words[start...].contains { ["and", "or"].contains($0.lower) }
    guard hasLast, !rest.contains(where: { $0.tail.contains { ":;—.".contains($0) } }) else {
      return nil
    }
    return start..<words.count
  }

  private func fact(
    _ question: String,
    _ sentence: SectionReading.Sentence,
    _ part: Range<Int>,
    _ reading: SectionReading
  ) -> DocumentFact? {
    guard let range = reading.slice(sentence, part) else { return nil }
    return DocumentFact(
      question: question,
      range: range,
      answer: reading.answer(range),
      kind: "items",
      rank: 4
    )
  }

  // MARK: - Under a heading

  private func block(_ place: FactPlace) -> DocumentFact? {
    let reading = place.reading
    let section = reading.section
    guard section.kind == .list, let heading = section.headings.last else { return nil }
    let items = ListItems(section).items
    guard items.count >= 2, let first = items.first,
      items.allSatisfy({ $0.range.count <= 160 }),
      section.text.unicodeScalars.count <= Self.longestList
    else { return nil }
    let range = first.range.lowerBound..<(items.map(\.range.upperBound).max() ?? 0)
    guard reading.isReadable(range) else { return nil }
    let title = ProseHeading.words(heading)
    let before = place.before.map { ProseText($0).text }
    let lead = place.before.flatMap(Self.lead)
    // A list that a sentence leads to means nothing without it.
    guard lead != nil || before?.hasSuffix(":") != true else { return nil }
    let lists = place.document.sections.count { other in
      other.section.kind == .list && other.section.headings == section.headings
    }
    let language = reading.words.language
    guard !title.isEmpty, let question = Self.question(title, lead, lists == 1, language) else {
      return nil
    }
    return DocumentFact(
      question: question,
      range: range,
      answer: reading.answer(range),
      kind: "list",
      parameters: ["items": .number(.init(items.count))],
      rank: 2
    )
  }

  /// The sentence that leads to a list, without its colon.
  private static func lead(_ section: DocumentSection) -> String? {
    guard section.kind == .paragraph, let last = ProseText(section).sentences.last,
      last.text.hasSuffix(":"), last.text.unicodeScalars.count <= longestLead,
      last.text.split(separator: " ").count >= 4,
      !["listing", "figure", "chapter", "table", "section"].contains(where: {
        last.text.lowercased().contains($0)
      })
    else { return nil }
    return String(last.text.dropLast())
  }

  private static func question(
    _ heading: String,
    _ lead: String?,
    _ isOnly: Bool,
    _ language: String
  ) -> String? {
    switch (language, lead, isOnly) {
    case ("es", let lead?, _): "En «\(heading)», ¿qué se enumera después de «\(lead)»?"
    case ("fr", let lead?, _): "Sous « \(heading) », qu’est-ce qui est énuméré après « \(lead) » ?"
    case ("de", let lead?, _): "Was wird unter „\(heading)“ nach „\(lead)“ aufgezählt?"
    case (_, let lead?, _): "Under “\(heading)”, what is listed after “\(lead)”?"
    case ("es", nil, true): "¿Qué se enumera en «\(heading)»?"
    case ("fr", nil, true): "Qu’est-ce qui est énuméré sous « \(heading) » ?"
    case ("de", nil, true): "Was wird unter „\(heading)“ aufgezählt?"
    case (_, nil, true): "What is listed under “\(heading)”?"
    default: nil
    }
  }
}
