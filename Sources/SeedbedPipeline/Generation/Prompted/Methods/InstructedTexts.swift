public import SeedbedData

/// Several new texts of one label in one request, each with demands of its own.
///
/// Asking for "ten different texts" gives ten of a kind. Here each text has its own length, tone, form and
/// opening, dealt with exact quotas (AttrPrompt: Yu et al., "Large language model as attributed training data
/// generator", 2023).
public struct InstructedTexts: PromptedMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "instruct",
      "Writes new texts of a label, each with its own length, tone, form and opening.",
      preserves: [.label],
      tasks: [.classification],
      needs: ["language model"],
      moves: ["length", "noise"]
    )
  }

  /// Four real texts that show what the label means; five drafts a request.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["instruct"])
    needs.draftsPerDraw = 5
    needs.examples = 4
    needs.attributes = VarietyAttribute.messages
    return needs
  }

  /// Asks once for all drafts.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    let texts = try LabelTexts("instruct", draw)
    let reply = try await asker.ask("instruct", texts.values, shape: NumberedTexts.shape)
    return try texts.drafts(of: reply)
  }
}
