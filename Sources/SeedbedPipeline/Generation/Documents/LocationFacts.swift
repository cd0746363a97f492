import SeedbedData
import SeedbedText

/// Where something is said: the answer is the sentence that says it.
struct LocationFacts: FactFinder {
  let name = "location_question"
  let summary =
    "Asks where the document says something or names two things together; the answer is the sentence."

  func facts(_ place: FactPlace) -> [DocumentFact] {
    let reading = place.reading
    return reading.sentences.flatMap { sentence -> [DocumentFact] in
      guard reading.standsAlone(sentence, words: 8...40),
        let range = reading.slice(sentence, 0..<sentence.words.count)
      else { return [] }
      return [claim(sentence, reading), pair(sentence, place)].compactMap(\.self)
        .map { question, rank in
          DocumentFact(
            question: question,
            // The full stop belongs to the sentence.
            range: range.lowerBound..<end(range.upperBound, reading),
            answer: reading.answer(range.lowerBound..<end(range.upperBound, reading)),
            kind: "sentence",
            parameters: ["heading": .string(reading.section.heading)],
            rank: rank
          )
        }
    }
  }

  private func end(_ end: Int, _ reading: SectionReading) -> Int {
    reading.section.text.unicodeScalars.dropFirst(end).first == "." ? end + 1 : end
  }

  /// Makes "X does y, which z" ask where it is said that x does y.
  private func claim(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> (String, Int)? {
    let words = sentence.words
    let links: Set<String> =
      switch reading.words.language {
      case "en": ["which", "so", "because", "but", "even", "since"]
      case "es": ["porque", "pero", "lo", "aunque"]
      case "fr": ["parce", "mais", "car"]
      default: []
      }
    guard !links.isEmpty,
      let last = words.indices.dropFirst(4).first(where: { index in
        index + 4 < words.count && links.contains(words[index + 1].lower)
          && (words[index].tail == ","
            || words[index].tail.isEmpty && words[index + 1].lower == "because")
      }),
      words[..<last].allSatisfy({ $0.flowsOn && $0.lead.isEmpty }),
      !reading.isUnclear(words[0])
    else { return nil }
    let clause = reading.within(sentence, 0..<(last + 1))
    switch reading.words.language {
    case "es": return ("¿Dónde se dice que \(clause)?", 3)
    case "fr":
      let isVowel = clause.unicodeScalars.first.map { "aeiouéèêh".unicodeScalars.contains($0) }
      return ("Où est-il dit \(isVowel == true ? "qu’" : "que ")\(clause) ?", 3)
    default: return ("Where is it said that \(clause)?", 3)
    }
  }

  /// Two terms that stand in one sentence of the document only.
  private func pair(
    _ sentence: SectionReading.Sentence,
    _ place: FactPlace
  ) -> (String, Int)? {
    let prose = place.reading.passages[sentence.passage]
    var terms: [String] = []
    for mark in prose.marks
    where mark.kind != .link && sentence.range.contains(mark.range.lowerBound) {
      let words = prose.text(mark.range)
      let isNew = !terms.contains { $0.contains(words) || words.contains($0) }
      if (3...30).contains(words.unicodeScalars.count), words.contains(where: \.isLetter), isNew {
        terms.append(words)
      }
    }
    guard terms.count >= 2 else { return nil }
    let (first, second) = (terms[0], terms[terms.count - 1])
    let together = place.document.sections(holding: [first, second])
    let inSection = place.reading.sentences.count {
      $0.text.contains(first) && $0.text.contains(second)
    }
    guard together == 1, inSection == 1 else { return nil }
    switch place.reading.words.language {
    case "es": return ("¿Dónde se mencionan juntos «\(first)» y «\(second)»?", 2)
    case "fr": return ("Où « \(first) » et « \(second) » sont-ils mentionnés ensemble ?", 2)
    case "de": return ("Wo werden „\(first)“ und „\(second)“ zusammen erwähnt?", 2)
    default: return ("Where are “\(first)” and “\(second)” mentioned together?", 2)
    }
  }
}
