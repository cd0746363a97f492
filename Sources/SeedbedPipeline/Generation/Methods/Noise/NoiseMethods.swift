/// The transforms that make a text look carelessly written or badly transmitted.
enum NoiseMethods {
  /// Each of them, in the order in which they are shown.
  static let all: [any TransformMethod] =
    [
      KeepingValues(SpellingMistakes()),
      KeepingValues(KeyboardSlips()),
      KeepingValues(CharacterSlips()),
      KeepingValues(RecognitionErrors()),
      KeepingValues(CasingChange()),
      KeepingValues(PunctuationChange()),
      KeepingValues(WhitespaceChange()),
      KeepingValues(WordSplit()),
      KeepingValues(WordMerge()),
      KeepingValues(SpeechStyle()),
      KeepingValues(MobileStyle()),
    ] + UnicodeKind.allCases.map { KeepingValues(UnicodeNoise($0)) }
}
