public import SeedbedData

/// A text of a label as a certain person would write it.
///
/// Ge et al., "Scaling synthetic data creation with 1,000,000,000 personas" (2024), with personas of our own.
public struct PersonaTexts: PromptedMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "persona",
      "Writes a text of a label as a person of a certain role, situation and manner would.",
      preserves: [.label],
      tasks: [.classification],
      needs: ["language model"],
      moves: ["length", "noise"]
    )
  }

  /// One person and one draft a request; three real texts show what the label means.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["persona"])
    needs.examples = 3
    needs.persona = true
    needs.attributes = VarietyAttribute.messages.filter { ["length", "noise"].contains($0.name) }
    return needs
  }

  /// Asks once.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    let texts = try LabelTexts("persona", draw)
    guard let persona = draw.persona else {
      throw RequestFailure(.unusable, "there is no persona to write as", key: "")
    }
    var values = texts.values
    values["persona"] = .data(persona)
    let reply = try await asker.ask("persona", values, shape: NumberedTexts.shape)
    return try texts.drafts(of: reply, parameters: ["persona": .string(persona)])
  }
}
