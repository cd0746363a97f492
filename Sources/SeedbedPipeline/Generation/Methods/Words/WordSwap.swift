import SeedbedData
import SeedbedKernels
import SeedbedText

/// Lets two words of a sentence change places, but none that denies, counts, obliges or carries the
/// label, and none across a negator.
///
/// It is random swap of "EDA" by Wei and Zou (2019).
struct WordSwap: TransformMethod {
  /// How many words apart the two are at most.
  private static let reach = 5

  var descriptor: MethodDescriptor {
    MethodDescriptor(
      "word_swap",
      "Lets words of a sentence change places, but none that denies, counts or carries the label.",
      preserves: [.label, .spans],
      languages: ProtectedWords.languages,
      rate: WordRate.tenth
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard ProtectedWords.languages.contains(seed.language ?? "") else { return nil }
    let places = WordPlaces(seed.text)
    guard places.words.count > 1 else { return nil }
    // One swap changes two words.
    var wanted = (WordRate.changes(seed, words: places.words.count, &random) + 1) / 2
    let guarded = WordGuard(seed)
    var draft = Draft(seed)
    var tries = 4 * wanted + 4
    while wanted > 0, tries > 0 {
      tries -= 1
      let first = random.index(below: places.words.count - 1)
      let second = first + 1 + random.index(below: min(Self.reach, places.words.count - 1 - first))
      guard isMovable(first, places, guarded, draft), isMovable(second, places, guarded, draft),
        isOneClause(first, second, places, guarded), swap(first, second, places, guarded, &draft)
      else { continue }
      wanted -= 1
    }
    return draft.proposal()
  }

  private func isMovable(
    _ index: Int,
    _ places: WordPlaces,
    _ guarded: WordGuard,
    _ draft: Draft
  ) -> Bool {
    places.isFree(index) && draft.isFree(places.words[index]) && guarded.allows(places.words[index])
  }

  /// Whether no sentence ends and nothing is denied between two words.
  private func isOneClause(
    _ first: Int,
    _ second: Int,
    _ places: WordPlaces,
    _ guarded: WordGuard
  ) -> Bool {
    (first + 1...second).allSatisfy { index in
      !places.startsSentence(index)
        && (index == second || !guarded.kind(of: places.words[index]).contains(.negator))
    }
  }

  private func swap(
    _ first: Int,
    _ second: Int,
    _ places: WordPlaces,
    _ guarded: WordGuard,
    _ draft: inout Draft
  ) -> Bool {
    var (moved, later) = (places.word(second), places.word(first))
    guard moved != later else { return false }
    if places.startsSentence(first), places.isCapitalised(first) {
      moved = LetterCase.capitalised.applied(to: moved)
      // A name keeps its capital; "The" and "My" lose theirs, "I" does not.
      if later != "I", guarded.kind(of: places.words[first]).contains(.function) {
        later = later.lowercased()
      }
    }
    guard draft.replace(places.words[first], with: moved, because: "swap") else { return false }
    return draft.replace(places.words[second], with: later, because: "swap")
  }
}
