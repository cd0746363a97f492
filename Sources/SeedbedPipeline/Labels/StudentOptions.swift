import SeedbedLearning

extension TextClassifier.Options {
  /// Words with character n-grams inside them, so that a typo does not hide a word; rare labels weigh as
  /// much as common ones.
  static let labels = TextClassifier.Options(
    features: .init(wordLengths: 1...1, characterLengths: 2...4),
    student: .init(classWeight: .balanced, tolerance: 1e-3, maximumIterations: 60)
  )
}
