import SeedbedKernels

/// Scores how well a source supports a text, claim by claim, without a model.
public struct FaithfulnessScorer: Sendable {
  /// With less of its words in one sentence, a claim has no support that could deny it.
  private static let leastSupport = 0.5

  /// The source.
  public let source: SourceText

  /// Makes a scorer.
  ///
  /// - Parameter source: The source, prepared.
  public init(_ source: SourceText) {
    self.source = source
  }

  /// Scores a text that stands by itself, such as a summary.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - unit: What counts as a claim.
  /// - Returns: One score for each claim.
  public func score(_ text: String, by unit: Claims.Unit = .sentence) -> FaithfulnessScore {
    score(text, by: unit, given: nil)
  }

  /// Scores the answer to a question.
  ///
  /// What the question says is given: the answer may repeat it, and what it adds must be in the
  /// source. "Yes" and "no" claim what the question says.
  ///
  /// - Parameters:
  ///   - answer: The answer, as short as it may be.
  ///   - question: The question.
  ///   - unit: What counts as a claim.
  /// - Returns: One score for each claim of the answer.
  public func score(
    answer: String,
    question: String,
    by unit: Claims.Unit = .sentence
  ) -> FaithfulnessScore {
    let asked = TermList(question, language: source.lists)
    guard !asked.terms.isEmpty else { return score(answer, by: unit) }
    return score(answer, by: unit, given: (question, asked))
  }

  private func score(
    _ text: String,
    by unit: Claims.Unit,
    given: (text: String, terms: TermList)?
  ) -> FaithfulnessScore {
    let list = TermList(text, language: source.lists)
    let offsets = ScalarOffsets(text)
    let findings = FactCheck.findings(list, text, offsets, in: source)
    let context = given.map { GivenText($0.terms) }
    var claims: [SupportedClaim] = []
    var next = 0
    var nextFact = 0
    for range in Claims.ranges(of: text, by: unit) {
      while next < list.terms.count, list.terms[next].range.lowerBound < range.lowerBound {
        next += 1
      }
      let first = next
      while next < list.terms.count, list.terms[next].range.lowerBound < range.upperBound {
        next += 1
      }
      let place = scalars(range, offsets)
      let firstFact = nextFact
      while nextFact < findings.count,
        findings[nextFact].fact.range.lowerBound < place.upperBound
      { nextFact += 1 }
      let facts = Array(findings[firstFact..<nextFact])
      let words = text.withUTF8Bytes { String(decoding: $0[range], as: UTF8.self) }
      var claim = ClaimText(text: text, terms: list.terms[first..<next], stems: list.stems)
      if let given, let short = claim.withoutAssent(), first == 0 {
        if short.isEmpty {
          // A bare "yes" says what the question says.
          let asked = ClaimText(
            text: given.text,
            terms: given.terms.terms[...],
            stems: given.terms.stems
          )
          claims.append(
            judge(asked, range: place, text: words, facts: facts, given: nil, isAnswer: true)
          )
          continue
        }
        claim.terms = short
      }
      claims.append(
        judge(
          claim,
          range: place,
          text: words,
          facts: facts,
          given: context,
          isAnswer: given != nil
        )
      )
    }
    return FaithfulnessScore(claims: claims)
  }

  private func judge(
    _ claim: ClaimText,
    range: Range<Int>,
    text: String,
    facts: [FactFinding],
    given: GivenText?,
    isAnswer: Bool
  ) -> SupportedClaim {
    let reader = ClaimReader(source, claim.terms, stems: claim.stems, given: given)
    var signals = reader.signals()
    let figures = facts.filter { $0.fact.kind != .name }
    if !figures.isEmpty {
      signals.figures = Double(figures.count { $0.support == .supported }) / Double(figures.count)
    }
    let best = reader.bestSentence()
    var isDenied = false
    if let best, best.share >= Self.leastSupport { isDenied = reader.isDenied(by: best.sentence) }
    signals.denial = isDenied ? 0 : 1
    let weights: FaithfulnessWeights = isAnswer ? .answer : .prose
    return SupportedClaim(
      range: range,
      text: text,
      support: best.map { scalars(source.content.sentences[$0.sentence], source.offsets) },
      score: weights.score(signals),
      signals: signals,
      facts: facts,
      missing: reader.missing.map { range in
        claim.text.withUTF8Bytes { String(decoding: $0[range], as: UTF8.self) }
      },
      isDenied: isDenied,
      isBareAssent: isAnswer && given == nil
    )
  }
}

/// A claim inside a text that has been read.
struct ClaimText {
  var text: String
  var terms: ArraySlice<ClaimTerm>
  var stems: [UInt8]

  /// The terms after a "yes" or "no" at the beginning; nil when there is none.
  func withoutAssent() -> ArraySlice<ClaimTerm>? {
    guard let first = terms.first, Self.assents.contains(first.key) else { return nil }
    return terms.dropFirst()
  }

  private static let assents = HashSet64(
    ["yes", "no", "yeah", "nope", "ja", "nein", "oui", "non", "si"].map { WordFold.hash($0) }
  )
}
