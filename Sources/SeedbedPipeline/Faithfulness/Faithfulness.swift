public import SeedbedData

/// Whether a text is faithful to its source, as far as that can be told without a model.
public enum Faithfulness {
  /// What was found, in the words of a check.
  public typealias Finding = (outcome: Outcome, score: Double, threshold: Double, evidence: String)

  /// From this score on a text passes.
  public static let passThreshold = 0.9
  /// Below this score a text fails; between the two the check is undecided.
  public static let failThreshold = 0.6
  /// So many claims and quotes are named.
  private static let mostNamed = 3

  /// Judges a text against its source.
  ///
  /// The score is that of the claim with the least support, and no more than the similarity of the
  /// least exact quote. A quote that is not in the source fails the text, as does a number, date or
  /// code for which the source has another value in the same place; a fuzzy quote, a bare "yes" or
  /// "no" and anything between the thresholds leave it undecided.
  ///
  /// - Parameters:
  ///   - answer: The text: an answer, a summary, a row.
  ///   - source: What it must follow from.
  ///   - question: The question that it answers; nil for a text that stands by itself.
  ///   - quotes: Citations that must stand in the source.
  ///   - language: The language of the texts, an ISO 639-1 code.
  /// - Returns: The outcome with the score, 0...1, the threshold it missed or met, and one sentence
  ///   that names what has no support.
  public static func verdict(
    answer: String,
    source: String,
    question: String?,
    quotes: [String] = [],
    language: String = "en"
  ) -> Finding {
    verdict(
      answer: answer,
      source: SourceText(source, language: language),
      question: question,
      quotes: quotes
    )
  }

  /// Judges a text against a source that has been prepared.
  ///
  /// - Parameters:
  ///   - answer: The text: an answer, a summary, a row.
  ///   - source: What it must follow from.
  ///   - question: The question that it answers; nil for a text that stands by itself.
  ///   - quotes: Citations that must stand in the source.
  /// - Returns: As for a source that has not been prepared.
  public static func verdict(
    answer: String,
    source: SourceText,
    question: String?,
    quotes: [String] = []
  ) -> Finding {
    let scorer = FaithfulnessScorer(source)
    let scored =
      question.map { scorer.score(answer: answer, question: $0) } ?? scorer.score(answer)
    let matcher = quotes.isEmpty ? nil : CitationMatcher(source)
    let matches = quotes.map { ($0, matcher?.find($0)) }
    guard !scored.claims.isEmpty || !quotes.isEmpty else {
      return (.undecided, 0, passThreshold, "the text makes no claim")
    }
    let lowest = matches.compactMap { $0.1?.similarity }.min() ?? 1
    let score = min(scored.minimum, lowest)
    let missing = matches.filter { $0.1?.kind == .absent }.map(\.0)
    if !missing.isEmpty {
      let named = missing.prefix(mostNamed).map { "“\(ClaimEvidence.shortened($0))”" }
      let evidence = "not in the source: " + named.joined(separator: ", ")
      return (.fail, score, CitationMatcher.fuzzyThreshold, evidence)
    }
    let contradicted = scored.claims.first { $0.isContradicted }
    if let contradicted { return (.fail, score, failThreshold, contradicted.reason) }
    let reasons = scored.claims.filter { $0.score < passThreshold }
      .sorted { $0.score < $1.score }.prefix(mostNamed).map(\.reason).joined(separator: " ")
    if score < failThreshold { return (.fail, score, failThreshold, reasons) }
    if let open = openQuestion(scored, matches) {
      return (.undecided, score, passThreshold, reasons.isEmpty ? open : reasons)
    }
    return score < passThreshold
      ? (.undecided, score, passThreshold, reasons)
      : (.pass, score, passThreshold, praise(scored, quotes.count))
  }

  /// What keeps a good score from passing; nil for nothing.
  private static func openQuestion(
    _ scored: FaithfulnessScore,
    _ matches: [(String, CitationMatch?)]
  ) -> String? {
    if let claim = scored.claims.first(where: \.isBareAssent) {
      return "“\(claim.text)” alone cannot be told from its opposite by the words of the source"
    }
    guard let fuzzy = matches.first(where: { $0.1?.kind == .fuzzy }) else { return nil }
    return "the source has “\(ClaimEvidence.shortened(fuzzy.0))” only in other words"
  }

  private static func praise(_ scored: FaithfulnessScore, _ quotes: Int) -> String {
    let claims = scored.claims.count == 1 ? "1 claim has" : "all \(scored.claims.count) claims have"
    guard quotes > 0 else { return claims + " support in the source" }
    return claims + " support in the source, "
      + (quotes == 1 ? "and the quote stands there" : "and all \(quotes) quotes stand there")
  }
}

extension SupportedClaim {
  /// Whether the source has another value for one of its numbers, dates or codes.
  ///
  /// A name that shares a word with another one is often somebody else, so it does not count.
  var isContradicted: Bool {
    facts.contains { $0.support == .contradicted && $0.fact.kind != .name }
  }
}
