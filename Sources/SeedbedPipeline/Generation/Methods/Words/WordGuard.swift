import SeedbedKernels
import SeedbedText

/// Tells which words of a seed a method of words may touch: none that the label hangs on, and none
/// that denies, counts or obliges.
struct WordGuard {
  private let seed: Seed
  private let kinds: WordKinds
  private let label: LabelWords?

  init(_ seed: Seed) {
    self.seed = seed
    kinds = WordKinds.for(language: seed.language ?? "")
    label = seed.label.map { LabelWords($0, language: seed.language) }
  }

  /// What kind of word stands at a place.
  func kind(of range: Range<Int>) -> WordKinds.Kind { kinds.kind(of: range, in: seed.text) }

  /// Whether the word at a place may be touched.
  func allows(_ range: Range<Int>) -> Bool {
    guard kind(of: range).isDisjoint(with: [.negator, .measure]), !seed.isLocked(range) else {
      return false
    }
    return !carriesLabel(range)
  }

  /// Whether the label may hang on the word at a place.
  func carriesLabel(_ range: Range<Int>) -> Bool {
    guard label != nil || !seed.keywords.isEmpty else { return false }
    let word = String(seed.text.slice(range)).lowercasedPlain
    return label?.contains(word) == true
      || seed.keywords.contains(word, language: seed.language)
  }
}
