import SeedbedData
import SeedbedKernels
import SeedbedText

/// Replaces one to three words by synonyms of their first sense, in the same inflection (English).
struct SynonymReplacement: TransformMethod {
  /// The most words to replace in one text.
  private static let mostWords = 3
  /// At most one of so many words is replaced, so that the text stays recognisable.
  private static let wordsPerReplacement = 4

  private let source: SynonymSource?

  /// Makes the method with the dictionary of this machine.
  init() { source = SynonymSource.installed }

  var descriptor: MethodDescriptor {
    MethodDescriptor(
      "synonyms",
      "Replaces one to three words by synonyms of their most frequent meaning.",
      languages: ["en"],
      needs: ["WordNet"],
      isAvailable: source != nil
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let source, seed.language == "en" else { return nil }
    let label = LabelWords(seed.label)
    var (choices, wordCount) = source.choices(in: seed.text)
    choices.removeAll { seed.isLocked($0.word.range) || label.contains($0.word.lower) }
    guard !choices.isEmpty else { return nil }
    random.shuffle(&choices)
    let most = max(1, wordCount / Self.wordsPerReplacement)
    var wanted = min(1 + random.index(below: Self.mostWords), most)
    var draft = Draft(seed)
    for choice in choices where wanted > 0 {
      let replacements = source.replacements(for: choice, in: seed.text)
      guard let index = random.weightedIndex(replacements.map { Double($0.taggedCount) }) else {
        continue
      }
      let replacement = replacements[index]
      // Without the right article the text would have a mistake, so both change or neither.
      if let article = replacement.articleEdit, !draft.isFree(article.range) { continue }
      let sense = "\(replacement.lemma), sense \(replacement.senseNumber)"
      guard draft.replace(choice.word.range, with: replacement.text, rule: sense) else { continue }
      if let article = replacement.articleEdit {
        draft.replace(article.range, with: article.replacement, rule: "article")
      }
      wanted -= 1
    }
    return draft.proposal()
  }
}
