import SeedbedData
import SeedbedText

/// Two rows of a table or two sentences that give the same measure of two things.
struct ComparisonFacts: FactFinder {
  let name = "comparison"
  let summary =
    "Asks which of two things has more of something, where a table or two sentences give figures for both."

  func facts(_ place: FactPlace) -> [DocumentFact] {
    place.reading.section.kind == .table ? inTable(place.reading) : inSentences(place.reading)
  }

  // MARK: - Tables

  private func inTable(_ reading: SectionReading) -> [DocumentFact] {
    let rows = TableCells(reading.section).rows
    guard let head = rows.first, rows.count >= 3 else { return [] }
    let cells = rows.map { $0.map { ProseText(reading.section, part: $0).text } }
    guard !cells[0].contains(where: { $0.contains(where: \.isNumber) }) else { return [] }
    var facts: [DocumentFact] = []
    for column in head.indices.dropFirst() where !cells[0][column].isEmpty {
      let measures = cells.dropFirst().map { ComparedFigure($0[column]) }
      guard measures.allSatisfy({ $0 != nil }), Set(measures.map { $0?.unit ?? "" }).count == 1
      else {
        continue
      }
      let table = Table(reading: reading, rows: rows, cells: cells, column: column)
      let values = measures.compactMap { $0?.value }
      facts += table.pairs(values) + table.extremes(values)
    }
    return facts
  }

  // MARK: - Sentences

  /// A sentence that gives a measure of something.
  private struct Statement {
    var sentence: SectionReading.Sentence
    var subject: SentenceSubject
    var verb: NumberVerb
    var measure: ComparedFigure
    var noun: String
  }

  private func inSentences(_ reading: SectionReading) -> [DocumentFact] {
    guard reading.words.language == "en" else { return [] }
    let statements = reading.sentences.compactMap { statement($0, reading) }
    var facts: [DocumentFact] = []
    for (left, right) in zip(statements, statements.dropFirst()) {
      guard left.verb.form == right.verb.form, left.noun == right.noun,
        left.measure.unit == right.measure.unit, left.measure.value != right.measure.value,
        left.subject.text.lowercased() != right.subject.text.lowercased()
      else { continue }
      let winner = left.measure.value > right.measure.value ? left : right
      let loser = left.measure.value > right.measure.value ? right : left
      guard let range = reading.slice(winner.sentence, 0..<winner.subject.count) else { continue }
      let what =
        switch left.verb.sense {
        case .cost: "costs more"
        case .last: left.verb.form == "take" ? "takes longer" : "lasts longer"
        default: "\(left.verb.isPlural ? left.verb.form : left.verb.thirdPerson) more \(left.noun)"
        }
      facts.append(
        DocumentFact(
          question: "Which \(what), \(left.subject.text) or \(right.subject.text)?",
          range: range,
          answer: reading.answer(range),
          kind: "subject",
          distractors: [loser.subject.text],
          isChoice: true,
          rank: 4
        )
      )
    }
    return facts
  }

  private func statement(
    _ sentence: SectionReading.Sentence,
    _ reading: SectionReading
  ) -> Statement? {
    let words = sentence.words
    guard reading.standsAlone(sentence, words: 4...25) else { return nil }
    for index in 1..<max(1, min(9, words.count - 1)) where !words[index].isCode {
      guard let verb = NumberVerb.find(words[index].lower, "en"), verb.sense != .be else {
        continue
      }
      guard words[index].flowsOn, let figure = Figure(words, index + 1, "en"),
        let subject = SentenceSubject(sentence, before: index, reading, isPlural: verb.isPlural),
        let end = figure.end(words)
      else { return nil }
      let noun = verb.sense == .have ? CountedNoun(words, end, "en")?.text : ""
      let unit = figure.kind == .count ? words[min(end, words.count - 1)].text : ""
      let text = words[(index + 1)..<end].map(\.text).joined(separator: " ") + " " + unit
      guard let noun, let measure = ComparedFigure(text),
        verb.sense != .cost || figure.kind == .money
      else {
        return nil
      }
      return Statement(
        sentence: sentence,
        subject: subject,
        verb: verb,
        measure: measure,
        noun: noun
      )
    }
    return nil
  }
}

extension NumberVerb {
  /// The form for one thing, in English.
  var thirdPerson: String { form == "have" ? "has" : form + "s" }
}
