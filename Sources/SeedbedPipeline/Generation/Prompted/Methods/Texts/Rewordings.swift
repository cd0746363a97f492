import SeedbedData

/// What methods share that say a real text in other words.
struct Rewordings {
  let prompt: String
  let draw: PromptedDraw
  let original: Sample

  init(_ prompt: String, _ draw: PromptedDraw) throws {
    guard let original = draw.examples.first else {
      throw RequestFailure(.unusable, "there is no real text to reword", key: "")
    }
    self.prompt = prompt
    self.draw = draw
    self.original = original
  }

  func values(items: [[String: PromptValue]]) -> PromptValues {
    var values: PromptValues = [
      "count": .words(String(max(1, draw.count))), "text": .data(original.text),
      "items": .list(items),
    ]
    if let language = draw.language {
      values["language"] = .words(LanguageWords.name(of: language))
    }
    return values
  }

  /// The drafts of a reply: new wordings that keep all figures and names.
  func drafts(
    of reply: Reply,
    parameters: (Int) -> JSONObject = { _ in [:] }
  ) throws -> [PromptedDraft] {
    let read = NumberedTexts.read(reply, count: max(1, draw.count), shown: [])
    var dropped = read.dropped
    let facts = KeptFacts(of: original.text, language: draw.language)
    var kept: [PromptedDraft] = []
    for item in read.kept {
      let lost = facts.lost(in: item.text)
      if Self.isSame(item.text, original.text) {
        dropped.add("it says the original word for word", item.text)
      } else if !lost.isEmpty {
        dropped.add("it loses \(lost.joined(separator: ", "))", item.text)
      } else {
        kept.append(draft(item, reply, parameters(item.place)))
      }
    }
    guard !kept.isEmpty else { throw dropped.failure(of: reply) }
    if !dropped.items.isEmpty { kept[0].parameters["dropped"] = .array(dropped.items) }
    return kept
  }

  /// A small change is what a low strength asks for, so only the very same words are no rewording.
  private static func isSame(_ text: String, _ original: String) -> Bool {
    WordSequence(text).words == WordSequence(original).words
  }

  private func draft(
    _ item: NumberedTexts.Item,
    _ reply: Reply,
    _ parameters: JSONObject
  ) -> PromptedDraft {
    var own = parameters
    own["attributes"] = Demands(draw, draft: item.place).json
    own["overlap"] = .number(JSONNumber(DistinctWords.overlap(item.text, original.text)))
    var draft = PromptedDraft(
      text: item.text,
      label: original.label ?? draw.label,
      source: original.asSource,
      parents: [original.id],
      parameters: own,
      replies: [reply]
    )
    draft.parentDepth = original.provenance.depth
    let fields = draw.fields
    let places: [(PromptedDraft.Place, FieldPath?)] = [
      (.input, fields.input), (.context, fields.context), (.output, fields.output),
    ]
    for (place, path) in places {
      if let value = path?.value(in: original.fields), !value.isNull {
        draft.values.append((place, value))
      }
    }
    return draft
  }
}
