import SeedbedKernels
import SeedbedText

/// Wrong answers that look right: answers of the same kind from sibling sections.
struct Distractors {
  private static let most = 3
  private static let longest = 400
  private static let short: Set<String> = ["code", "name", "term"]

  private let section: VerbatimText
  private let facts: [DocumentFact]

  /// Collects the answers of sibling sections.
  ///
  /// - Parameters:
  ///   - place: The section that is asked about.
  ///   - finder: What finds answers of the same kinds.
  init(_ place: FactPlace, _ finder: any FactFinder) {
    section = VerbatimText(place.reading.section.text, foldsCase: true)
    let all = place.document.facts(finder)
    facts = SiblingSections.of(place.section, in: place.document.document).flatMap { all[$0] }
  }

  /// The first word: `Vec<u8>` and `Vec<T>` are forms of one thing, and either may be right.
  private static func head(_ words: String) -> Substring {
    words.drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber }
  }

  /// Wrong answers for a fact, at most three.
  ///
  /// One that the section itself holds might be right too, so it is none; nor is one that holds the answer
  /// or is held by it, or that the question names.
  func find(for fact: DocumentFact, random: inout CounterRandom) -> [String] {
    var found: [String] = []
    let (answer, question) = (fact.answer.lowercased(), fact.question.lowercased())
    var candidates = facts.filter { $0.kind == fact.kind }.map(\.answer)
    random.shuffle(&candidates)
    for candidate in candidates where found.count < Self.most {
      let lower = candidate.lowercased()
      guard candidate.utf8.count <= Self.longest, !answer.contains(lower), !lower.contains(answer),
        !question.contains(lower), section.places(of: candidate, whole: true).isEmpty,
        !found.contains(where: { $0.lowercased() == lower }),
        !Self.short.contains(fact.kind) || Self.head(lower) != Self.head(answer)
      else { continue }
      found.append(candidate)
    }
    return found
  }
}
