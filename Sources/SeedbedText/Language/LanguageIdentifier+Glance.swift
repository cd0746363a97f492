import SeedbedKernels

extension LanguageIdentifier {
  /// The votes of function words from which a text needs no closer look.
  private static let enoughVotes: Float = 2
  /// The lead that they must have over every other language's.
  private static let enoughLead: Float = 1.5

  /// The language of a text, by its function words alone where they leave no doubt.
  ///
  /// Several times as fast as ``identify(_:)-(String)`` on whole sentences of the six languages with
  /// function words, and the same on all else.
  ///
  /// - Parameter text: The text.
  /// - Returns: An ISO 639-1 code; nil where the language is unknown.
  public func glance(at text: String) -> String? {
    let words = FunctionWordEvidence(text.utf8Span.span)
    if let best = words.best(in: .max), best.votes >= Self.enoughVotes,
      best.votes - words.rival(of: best.code) >= Self.enoughLead,
      languages.isEmpty || languages.contains(best.code)
    {
      return best.code
    }
    return identify(text).code
  }
}
