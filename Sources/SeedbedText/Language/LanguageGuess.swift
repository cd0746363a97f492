/// The language that a text was found to be in.
public struct LanguageGuess: Sendable, Equatable {
  /// The ISO 639-1 code, or nil when the text does not show its language.
  public var code: String?
  /// How much of the evidence speaks for the code, from 0 to 1.
  ///
  /// The share of the text's letters in that language when the identifier is sure of itself; at most
  /// 0.8 when function words or the script had to decide a short text; 0 when the code is nil.
  public var score: Double

  /// Makes a guess.
  ///
  /// - Parameters:
  ///   - code: The ISO 639-1 code, or nil for unknown.
  ///   - score: The weight of the evidence, 0...1.
  public init(code: String?, score: Double) {
    self.code = code
    self.score = score
  }

  /// No language could be told.
  public static let unknown = Self(code: nil, score: 0)
}
