import SeedbedData
import SeedbedKernels
import SeedbedText

/// Questions from what a section says, one kind a method.
struct FactQuestions: DocumentMethod {
  private let finder: any FactFinder

  private static let most = 3

  init(_ finder: any FactFinder) {
    self.finder = finder
  }

  var descriptor: MethodDescriptor {
    MethodDescriptor(
      finder.name,
      finder.summary,
      preserves: [],
      tasks: [.questionAnswering],
      languages: QuestionWords.languages,
      needs: ["documents"]
    )
  }

  func questions(
    about section: Int,
    in document: SectionedDocument,
    random: inout CounterRandom
  ) -> [DocumentQuestion] {
    guard document.sections.indices.contains(section), let reading = DocumentReading.of(document)
    else { return [] }
    let facts = Self.best(reading.facts(finder)[section], random: &random)
    guard !facts.isEmpty else { return [] }
    let distractors = Distractors(FactPlace(document: reading, section: section), finder)
    return facts.map { fact in
      var parameters: JSONObject = ["type": .string(finder.name), "kind": .string(fact.kind)]
      for (key, value) in fact.parameters { parameters[key] = value }
      return DocumentQuestion(
        question: fact.question,
        answer: fact.answer,
        answerRange: fact.range,
        distractors: fact.distractors ?? distractors.find(for: fact, random: &random),
        parameters: parameters
      )
    }
  }

  /// The best facts of a section: no two with one question or one answer, chance between equals.
  private static func best(
    _ facts: [DocumentFact],
    random: inout CounterRandom
  ) -> [DocumentFact] {
    var order = Array(facts.enumerated())
    random.shuffle(&order)
    // Chance has decided between equals; a stable order by rank keeps that.
    order = order.enumerated().sorted { left, right in
      let (first, second) = (left.element.element.rank, right.element.element.rank)
      return first != second ? first > second : left.offset < right.offset
    }.map(\.element)
    var kept: [DocumentFact] = []
    for (_, fact) in order where kept.count < most {
      let isNew = !kept.contains { other in
        other.question == fact.question || other.range.overlaps(fact.range)
          || other.answer.lowercased() == fact.answer.lowercased()
      }
      if isNew { kept.append(fact) }
    }
    return kept
  }
}
