import SeedbedData

extension Runner {
  /// Lets a moderation endpoint look at what models wrote and cheaper checks let pass.
  ///
  /// - Parameter candidates: The candidates.
  /// - Returns: The candidates, those that were looked at with one verdict more.
  /// - Throws: A gate error when answers are still to come; a `SeedbedError` where the endpoint is gone.
  func moderate(_ candidates: [Candidate]) async throws -> [Candidate] {
    guard let name = configuration.verification.moderation else { return candidates }
    let open = candidates.indices.filter { index in
      candidates[index].status != .rejected && candidates[index].sample.provenance.model != nil
    }
    guard !open.isEmpty else { return candidates }
    let entry = try models.entry(named: name)
    report("moderating", 0, of: open.count)
    return try await askedVerdicts(on: candidates, at: open, width: entry.width) { sample in
      let text = sample.writtenTexts(configuration.fields).joined(separator: "\n")
      do {
        let answer = try await entry.model.answer(to: ModelRequest([ChatMessage(.user, text)]))
        return Self.verdict(of: answer)
      } catch let failure as RequestFailure where failure.kind != .pending {
        return Verdict(check: Checks.moderation, .undecided, evidence: failure.reason)
      }
    }
  }

  private static func verdict(of answer: ModelAnswer) -> Verdict {
    guard let result = try? JSONParser.parse(answer.text), let isFlagged = result["flagged"]?.bool
    else {
      return Verdict(check: Checks.moderation, .undecided, evidence: "the answer cannot be read")
    }
    let flags = (result["categories"]?.object ?? JSONObject()).filter { $0.value.bool == true }
      .map(\.key).sorted()
    let scores = (result["category_scores"]?.object ?? JSONObject()).compactMap { $0.value.double }
    guard isFlagged else {
      return Verdict(
        check: Checks.moderation,
        .pass,
        score: scores.max(),
        evidence: "nothing is flagged"
      )
    }
    return Verdict(
      check: Checks.moderation,
      .fail,
      score: scores.max(),
      evidence: "flagged: " + (flags.isEmpty ? "no category named" : flags.joined(separator: ", "))
    )
  }
}
