import SeedbedKernels

/// Finds personal data in texts, offline: by form, check digits, context and short lists of names.
///
/// Where findings overlap, the higher score wins, then the longer one, then the type that is declared
/// first, then the one that begins first. The time is linear in the length of the text.
///
/// ```swift
/// let findings = PersonalDataFinder().findings(in: "Mail ann@corp.example or call +34 612 345 678")
/// ```
public struct PersonalDataFinder: Sendable {
  /// What is looked for.
  public let types: Set<PersonalDataType>
  /// The least score of a finding, 0 to 1.
  public let minimumScore: Double

  /// Makes a finder.
  ///
  /// - Parameters:
  ///   - types: What to look for; all types by default.
  ///   - minimumScore: The least score of a finding, 0 to 1.
  public init(
    types: Set<PersonalDataType> = Set(PersonalDataType.allCases),
    minimumScore: Double = 0.5
  ) {
    self.types = types
    self.minimumScore = minimumScore
  }

  /// Finds the personal data of a text.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The findings in the order of the text, without overlap.
  public func findings(in text: String) -> [PersonalDataFinding] {
    let tokens = TokenText(text, lexicon: .shared)
    var candidates: [PersonalDataCandidate] = []
    for recognizer in PersonalDataRecognizers.all { recognizer.find(in: tokens, &candidates) }
    candidates.removeAll { $0.score < minimumScore }
    let chosen = Self.resolved(candidates, count: tokens.count)
      .filter { types.contains($0.type) }
    guard !chosen.isEmpty else { return [] }
    let offsets = ScalarOffsets(text)
    return chosen.compactMap { candidate in
      let start = tokens[candidate.tokens.lowerBound].start
      let end = tokens[candidate.tokens.upperBound - 1].end
      guard let first = offsets.scalar(fromUTF8: start), let last = offsets.scalar(fromUTF8: end)
      else { return nil }
      return PersonalDataFinding(
        utf8: start..<end,
        scalars: first..<last,
        type: candidate.type,
        score: candidate.score,
        evidence: candidate.evidence
      )
    }
  }

  /// Drops what overlaps something better.
  private static func resolved(
    _ candidates: [PersonalDataCandidate],
    count: Int
  ) -> [PersonalDataCandidate] {
    guard candidates.count > 1 else { return candidates }
    let ranked = candidates.sorted {
      ($1.score, $1.tokens.count, $0.type.rank, $0.tokens.lowerBound)
        < ($0.score, $0.tokens.count, $1.type.rank, $1.tokens.lowerBound)
    }
    var isTaken = [Bool](repeating: false, count: count)
    var chosen: [PersonalDataCandidate] = []
    for candidate in ranked where !candidate.tokens.contains(where: { isTaken[$0] }) {
      for index in candidate.tokens { isTaken[index] = true }
      chosen.append(candidate)
    }
    chosen.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return chosen
  }
}
