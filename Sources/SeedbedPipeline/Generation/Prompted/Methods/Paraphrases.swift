public import SeedbedData

/// Other wordings of a real text, from a word or two to a new build of the sentence.
///
/// How far a wording is from the original is measured afterwards. Figures and names have to survive.
public struct Paraphrases: PromptedMethod {
  private static let strengths = [
    ("low", "change a word or two, a contraction or a small shift in order"),
    ("moderate", "reword most of it and keep the build of the sentences"),
    ("high", "say the same in another build, from another side, with hardly a word kept"),
  ]

  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "paraphrase",
      "Rewords a real text a little, moderately or thoroughly; figures and names have to survive.",
      preserves: [.label, .meaning],
      tasks: [.classification, .instruction, .questionAnswering],
      needs: ["language model"]
    )
  }

  /// One real text; three drafts a request, one of each strength.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["paraphrase"])
    needs.draftsPerDraw = 3
    needs.examples = 1
    needs.requiresExamples = true
    needs.attributes = [VarietyAttribute("strength", even: Self.strengths.map(\.0))]
    return needs
  }

  /// Asks once for all drafts.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    let rewording = try Rewordings("paraphrase", draw)
    let items: [[String: PromptValue]] = (0..<max(1, draw.count)).map { place in
      let strength = draw.drawn("strength", for: place) ?? "moderate"
      let words = Self.strengths.first { $0.0 == strength }?.1
      return [
        "number": .words(String(place + 1)),
        "demands": .words(words.map { "\(strength): \($0)" } ?? strength),
      ]
    }
    let reply = try await asker.ask(
      "paraphrase",
      rewording.values(items: items),
      shape: NumberedTexts.shape
    )
    return try rewording.drafts(of: reply)
  }
}
