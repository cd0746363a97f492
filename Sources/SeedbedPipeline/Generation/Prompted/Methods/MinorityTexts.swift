public import SeedbedData

/// New situations for a label of which there are only few real texts.
///
/// With few examples a model tends to hand them back with a word changed; such copies are dropped, and what
/// was dropped is recorded.
public struct MinorityTexts: PromptedMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "minority",
      "Writes new situations for a rare label from its few real texts; copies are dropped.",
      preserves: [.label],
      tasks: [.classification],
      needs: ["language model"],
      moves: ["length", "noise"]
    )
  }

  /// Six real texts, at least one; four drafts a request.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["minority"])
    needs.draftsPerDraw = 4
    needs.examples = 6
    needs.requiresExamples = true
    needs.attributes = VarietyAttribute.messages.filter { $0.name != "detail" }
    return needs
  }

  /// Asks once for all drafts.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    let texts = try LabelTexts("minority", draw)
    guard !draw.examples.isEmpty else {
      throw RequestFailure(.unusable, "there is no real text of the label to start from", key: "")
    }
    let reply = try await asker.ask("minority", texts.values, shape: NumberedTexts.shape)
    return try texts.drafts(of: reply)
  }
}
