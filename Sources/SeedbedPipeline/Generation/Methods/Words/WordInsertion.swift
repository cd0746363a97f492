import SeedbedData
import SeedbedKernels
import SeedbedText

/// Inserts synonyms of the text's own words at random places (English).
///
/// It is random insertion of "EDA" by Wei and Zou (2019). The synonyms are those that could replace
/// the word where it stands; function words have none.
struct WordInsertion: TransformMethod {
  var descriptor: MethodDescriptor {
    MethodDescriptor(
      "word_insert",
      "Inserts synonyms of words at other places of the text.",
      preserves: [.label, .spans],
      languages: ["en"],
      needs: ["WordNet"],
      isAvailable: SynonymSource.isInstalled,
      rate: WordRate.tenth
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard seed.language == "en", let synonyms = SynonymSource.installed else { return nil }
    return synonyms.reading(seed.text) { reading in
      var draw = SynonymDraw(reading)
      var wanted = WordRate.changes(seed, words: reading.wordCount, &random)
      let guarded = WordGuard(seed)
      var draft = Draft(seed)
      while wanted > 0, let index = draw.next(&random) {
        guard guarded.allows(reading.range(at: index)),
          let synonym = draw.replacement(for: index, &random),
          insert(synonym, seed.text, reading, guarded, &draft, &random)
        else { continue }
        wanted -= 1
      }
      return draft.proposal()
    }
  }

  /// Puts a synonym before one of the words; tries some places.
  private func insert(
    _ synonym: Replacement,
    _ text: String,
    _ reading: SynonymReading,
    _ guarded: WordGuard,
    _ draft: inout Draft,
    _ random: inout CounterRandom
  ) -> Bool {
    guard reading.wordCount > 1 else { return false }
    let bytes = text.utf8Span.span
    for _ in 0..<4 {
      let next = 1 + random.index(below: reading.wordCount - 1)
      let place = reading.range(at: next).lowerBound
      guard bytes[place - 1] == 0x20,
        !guarded.kind(of: reading.range(at: next - 1)).contains(.negator),
        Self.fits(synonym.text, after: text.slice(reading.range(at: next - 1)))
      else { continue }
      let word = synonym.text.lowercased() + " "
      if draft.replace(place..<place, with: word, because: "insert, " + synonym.reason) {
        return true
      }
    }
    return false
  }

  /// Whether an article before the word, if there is one, is the right one.
  private static func fits(_ word: String, after previous: Substring) -> Bool {
    guard previous.utf8.count < 3 else { return true }
    let article = previous.lowercased()
    guard article == "a" || article == "an" else { return true }
    return IndefiniteArticle.article(before: word) == article
  }
}
