/// The transforms that try to mislead a classifier or a language model.
enum AdversarialMethods {
  /// Each of them, in the order in which they are shown; the first draws any of the others.
  static let all: [any TransformMethod] = [AdversarialTwist(attacks)] + attacks

  private static let attacks: [any TransformMethod] = encodings + disguises + framings

  private static let encodings: [any TransformMethod] = TextEncoding.allCases.map(EncodedText.init)

  private static let disguises: [any TransformMethod] = [
    DisguisedLetters(.leetspeak, rate: 8, "Writes digits and signs for letters."),
    DisguisedLetters(.homoglyphs, rate: 5, "Writes look-alikes of other scripts for letters."),
    DisguisedLetters(.zeroWidth, rate: 5, "Puts characters that cannot be seen between letters."),
    PigLatin(),
  ]

  private static let framings: [any TransformMethod] = [
    FramedText.injection,
    FramedText.rolePlay,
    FramedText.authority,
    FramedText.refusalSuppression,
    FramedText.distraction,
    PayloadSplitting(),
    FormatBreaking(),
    ContextPadding(),
    ConflictingConstraints(),
    Repetition(),
  ]
}
