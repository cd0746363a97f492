import SeedbedData
import SeedbedText

/// Figures with what they count: how many, how much, how long, when.
struct NumberFacts: FactFinder {
  let name = "number_question"
  let summary =
    "Asks for a number, amount, duration, share or date that a sentence of the document gives."

  func facts(_ place: FactPlace) -> [DocumentFact] {
    let reading = place.reading
    return reading.sentences.compactMap { sentence in
      guard
        reading.standsAlone(sentence, words: 4...40)
          || startsWithFigure(sentence, reading)
      else { return nil }
      return byVerb(sentence, reading) ?? byFigure(sentence, reading) ?? byDate(sentence, reading)
    }
  }

  private func startsWithFigure(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> Bool {
    guard let first = sentence.words.first, Figure(sentence.words, 0, reading.words.language) != nil
    else { return false }
    return (5...40).contains(sentence.words.count) && first.flowsOn
      && sentence.words.last?.tail.hasPrefix(".") == true
      && !sentence.words.contains { reading.words.pointers.contains($0.lower) && !$0.isCode }
  }

  private func fact(
    _ question: String,
    _ sentence: SectionReading.Sentence,
    _ part: Range<Int>,
    _ reading: SectionReading,
    kind: String
  ) -> DocumentFact? {
    guard let range = reading.slice(sentence, part) else { return nil }
    return DocumentFact(
      question: question,
      range: range,
      answer: reading.answer(range),
      kind: "number \(kind)",
      parameters: ["unit": .string(kind)],
      rank: 3
    )
  }

  // MARK: - Subject, verb, figure

  /// Makes "Rust has four scalar types" ask how many scalar types Rust has.
  private func byVerb(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> DocumentFact? {
    let words = sentence.words
    let language = reading.words.language
    for index in 1..<max(1, min(9, words.count - 1)) where !words[index].isCode {
      guard let verb = NumberVerb.find(words[index].lower, language) else { continue }
      guard words[index].flowsOn,
        let subject = SentenceSubject(sentence, before: index, reading, isPlural: verb.isPlural)
      else { return nil }
      let start = index + 1 + Hedge.length(words, index + 1, language)
      guard let figure = Figure(words, start, language), let end = figure.end(words),
        end <= words.count
      else { return nil }
      return ask(verb, subject, figure, sentence, (index + 1)..<end, reading)
    }
    return nil
  }

  private func ask(
    _ verb: NumberVerb,
    _ subject: SentenceSubject,
    _ figure: Figure,
    _ sentence: SectionReading.Sentence,
    _ part: Range<Int>,
    _ reading: SectionReading
  ) -> DocumentFact? {
    let words = sentence.words
    switch (verb.sense, figure.kind) {
    case (.cost, .money):
      return fact(verb.cost(subject.text), sentence, part, reading, kind: "money")
    case (.last, .count), (.have, .count):
      if let unit = Figure.unit(words, part.upperBound, reading.words.language),
        verb.sense == .last
      {
        let whole = part.lowerBound..<(part.upperBound + 1)
        return fact(verb.duration(subject.text), sentence, whole, reading, kind: unit)
      }
      guard verb.sense == .have,
        let noun = CountedNoun(words, part.upperBound, reading.words.language),
        let question = verb.count(subject.text, noun.text)
      else { return nil }
      return fact(question, sentence, part, reading, kind: noun.head)
    case (.be, .money) where reading.words.language == "en":
      return fact("How much is \(subject.text)?", sentence, part, reading, kind: "money")
    case (.be, .percentage) where reading.words.language == "en":
      return fact("What is \(subject.text)?", sentence, part, reading, kind: "percentage")
    case (.be, .count) where reading.words.language == "en":
      return measure(subject, verb, sentence, part, reading)
    default: return nil
    }
  }

  /// Makes "The type is four bytes in size" ask how large the type is.
  private func measure(
    _ subject: SentenceSubject,
    _ verb: NumberVerb,
    _ sentence: SectionReading.Sentence,
    _ part: Range<Int>,
    _ reading: SectionReading
  ) -> DocumentFact? {
    let words = sentence.words
    guard part.upperBound + 1 < words.count, words[part.upperBound].flowsOn else { return nil }
    let unit = words[part.upperBound].lower
    let adjective: String?
    switch words[part.upperBound + 1].lower {
    case "in" where part.upperBound + 2 < words.count && words[part.upperBound + 2].lower == "size":
      adjective = "large"
    case "long", "wide", "high", "tall", "deep", "old", "thick":
      adjective = words[part.upperBound + 1].lower
    default: adjective = nil
    }
    guard let adjective else { return nil }
    return fact(
      "How \(adjective) \(verb.isPlural ? "are" : "is") \(subject.text)?",
      sentence,
      part.lowerBound..<(part.upperBound + 1),
      reading,
      kind: unit
    )
  }

  // MARK: - A figure first

  /// Makes "Two rules apply to slices" ask how many rules apply to slices.
  private func byFigure(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> DocumentFact? {
    let words = sentence.words
    guard reading.words.language == "en", let figure = Figure(words, 0, "en"),
      let end = figure.end(words), end + 2 < words.count,
      !words.contains(where: { $0.tail.contains { ":;—(".contains($0) } }),
      !words.dropFirst(end).contains(where: { ["they", "it", "he", "she"].contains($0.lower) })
    else { return nil }
    let rest = reading.text(sentence, end..<words.count)
    switch figure.kind {
    case .count:
      guard let noun = CountedNoun(words, end, "en"), !noun.isTime else { return nil }
      return fact("How many \(rest)?", sentence, 0..<end, reading, kind: noun.head)
    case .percentage where words[end].lower == "of":
      return fact("What percentage \(rest)?", sentence, 0..<end, reading, kind: "percentage")
    default: return nil
    }
  }

  // MARK: - Dates

  /// Makes "Rust 1.0 was released in 2015" ask when it was released.
  private func byDate(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> DocumentFact? {
    let words = sentence.words
    let language = reading.words.language
    guard let found = DatedVerb.find(words, language),
      let subject = SentenceSubject(
        sentence,
        before: found.verb,
        reading,
        isPlural: found.isPlural
      )
    else { return nil }
    return fact(found.question(subject.text), sentence, found.date, reading, kind: "date")
  }
}
