import SeedbedData
import SeedbedKernels
import SeedbedText

/// Replaces words by synonyms in the same inflection, where both most likely have the same meaning
/// (English).
struct SynonymReplacement: TransformMethod {
  var descriptor: MethodDescriptor {
    MethodDescriptor(
      "synonyms",
      "Replaces words by synonyms that fit their sentence.",
      languages: ["en"],
      needs: ["WordNet"],
      isAvailable: SynonymSource.isInstalled,
      rate: WordRate.tenth
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard seed.language == "en", let synonyms = SynonymSource.installed else { return nil }
    return synonyms.reading(seed.text) { reading in
      var places = SynonymDraw(reading)
      var wanted = WordRate.changes(seed, words: reading.wordCount, &random)
      // Few words have synonyms: more or fewer than the mean of them give copies that differ.
      if seed.rate == nil { wanted = 1 + random.index(below: 2 * wanted - 1) }
      let guarded = WordGuard(seed)
      var draft = Draft(seed)
      while wanted > 0, let index = places.next(&random) {
        let range = reading.range(at: index)
        guard draft.isFree(range), !guarded.carriesLabel(range),
          let replacement = places.replacement(for: index, &random)
        else { continue }
        let article = replacement.articleEdit
        // Without the right article the text would have a mistake, so both change or neither.
        if let article, !draft.isFree(article.range) { continue }
        guard draft.replace(range, with: replacement.text, because: replacement.reason) else {
          continue
        }
        if let article {
          draft.replace(article.range, with: article.replacement, because: "article")
        }
        wanted -= 1
      }
      return draft.proposal()
    }
  }
}
