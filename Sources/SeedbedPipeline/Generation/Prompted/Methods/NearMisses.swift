public import SeedbedData

/// A text that reads nearly like one of another label, and is not.
///
/// Both members of the pair are asked for, so that the model has to say what tells them apart; only the one of
/// the cell's label becomes a draft.
public struct NearMisses: PromptedMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "near_miss",
      "Writes a text of a label that reads nearly like one of a label it is confused with.",
      preserves: [.label],
      tasks: [.classification],
      needs: ["language model"],
      moves: ["length", "noise"]
    )
  }

  /// Two real texts of either label; one draft a request.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["near_miss"])
    needs.examples = 2
    needs.rival = true
    needs.attributes = VarietyAttribute.messages.filter { ["length", "form"].contains($0.name) }
    return needs
  }

  /// Asks once for the pair.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    let texts = try LabelTexts("near_miss", draw)
    guard let rival = draw.rival, rival.label != texts.label else {
      throw RequestFailure(.unusable, "there is no label that this one is confused with", key: "")
    }
    var values = texts.values
    values["count"] = nil
    values["others"] = nil
    values["items"] = nil
    let line = Demands(draw, draft: 0).line
    if !line.isEmpty { values["demands"] = .words(line) }
    values["rival"] = .data(rival.label)
    values["rival_examples"] = .list(rival.examples.map { ["text": .data($0.text)] })
    let shape = Self.shape(texts.label, rival.label)
    let reply = try await asker.ask("near_miss", values, shape: shape)
    let pair = try Self.pair(in: reply, texts.label, rival.label)
    let shown = draw.examples + rival.examples
    if let copy = CopyFinder(shown.map(\.text)).find(pair.own) {
      throw reply.rejected("the text copies an example (similarity \(copy.similarity))")
    }
    guard DistinctWords.overlap(pair.own, pair.other) < 1 else {
      throw reply.rejected("the two texts of the pair say the same")
    }
    var draft = texts.draft(
      pair.own,
      [
        "attributes": Demands(draw, draft: 0).json, "rival": .string(rival.label),
        "rival_text": .string(pair.other),
        "difference": .optional(reply.value["difference"]?.string),
        "overlap": .number(JSONNumber(DistinctWords.overlap(pair.own, pair.other))),
      ],
      [reply]
    )
    for sample in rival.examples where !draft.parents.contains(sample.id) {
      draft.parents.append(sample.id)
    }
    draft.parentDepth = shown.map(\.provenance.depth).max() ?? 0
    if draw.examples.isEmpty, let first = rival.examples.first { draft.source = first.asSource }
    return [draft]
  }

  /// One text of each label; an answer with two of one label is a fault that nobody can mend.
  private static func pair(
    in reply: Reply,
    _ label: String,
    _ rival: String
  ) throws -> (own: String, other: String) {
    let members = reply.value["pair"]?.array ?? []
    func texts(_ wanted: String) -> [String] {
      members.filter { $0["label"]?.string == wanted }
        .compactMap { $0["text"]?.string?.trimmed }.filter { !$0.isEmpty }
    }
    let (own, other) = (texts(label), texts(rival))
    guard members.count == 2, own.count == 1, other.count == 1 else {
      throw reply.rejected("the pair has not one text of each of the two labels")
    }
    return (own[0], other[0])
  }

  private static func shape(_ label: String, _ rival: String) -> AnswerShape {
    AnswerShape(
      "near_miss",
      [
        "type": "object",
        "properties": [
          "difference": ["type": "string"],
          "pair": [
            "type": "array",
            "items": [
              "type": "object",
              "properties": [
                "label": ["type": "string", "enum": [.string(label), .string(rival)]],
                "text": ["type": "string"],
              ],
              "required": ["label", "text"],
              "additionalProperties": false,
            ],
          ],
        ],
        "required": ["difference", "pair"],
        "additionalProperties": false,
      ]
    )
  }
}
