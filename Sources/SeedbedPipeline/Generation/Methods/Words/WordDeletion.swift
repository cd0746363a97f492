import SeedbedData
import SeedbedKernels
import SeedbedText

/// Deletes random words, but none that denies, counts, obliges or carries the label.
///
/// It is random deletion of "EDA: Easy data augmentation techniques for boosting performance on
/// text classification tasks" by Wei and Zou (2019).
struct WordDeletion: TransformMethod {
  var descriptor: MethodDescriptor {
    MethodDescriptor(
      "word_delete",
      "Deletes words, but none that denies, counts or carries the label.",
      preserves: [.label, .spans],
      languages: ProtectedWords.languages,
      rate: WordRate.tenth
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard ProtectedWords.languages.contains(seed.language ?? "") else { return nil }
    let places = WordPlaces(seed.text)
    // Something must be left to read.
    guard places.words.count > 2 else { return nil }
    var wanted = min(
      WordRate.changes(seed, words: places.words.count, &random),
      places.words.count / 2
    )
    let guarded = WordGuard(seed)
    var draft = Draft(seed)
    var tries = 4 * wanted + 4
    while wanted > 0, tries > 0 {
      tries -= 1
      let index = random.index(below: places.words.count)
      guard places.isFree(index), guarded.allows(places.words[index]),
        !Self.isDenied(index, places, guarded), Self.delete(index, places, seed.text, &draft)
      else { continue }
      wanted -= 1
    }
    return draft.proposal()
  }

  /// Whether a negator stands before the word, which would deny the next word instead.
  private static func isDenied(_ index: Int, _ places: WordPlaces, _ guarded: WordGuard) -> Bool {
    index > 0 && guarded.kind(of: places.words[index - 1]).contains(.negator)
  }

  /// Takes a word out with one space, and gives its capital to the word that is first now.
  private static func delete(
    _ index: Int,
    _ places: WordPlaces,
    _ text: String,
    _ draft: inout Draft
  ) -> Bool {
    let bytes = text.utf8Span.span
    let word = places.words[index]
    if index > 0, bytes[word.lowerBound - 1] == 0x20, !places.startsSentence(index) {
      return draft.replace(word.lowerBound - 1..<word.upperBound, with: "", because: "delete")
    }
    // The first word of a sentence goes with the space after it.
    guard index + 1 < places.words.count, places.followsDirectly(index + 1) else { return false }
    let next = places.words[index + 1].lowerBound
    guard places.isCapitalised(index), bytes[next] &- 0x61 < 26 else {
      return draft.replace(word.lowerBound..<next, with: "", because: "delete")
    }
    let capital = String(UnicodeScalar(bytes[next] - 0x20))
    return draft.replace(word.lowerBound..<(next + 1), with: capital, because: "delete")
  }
}
