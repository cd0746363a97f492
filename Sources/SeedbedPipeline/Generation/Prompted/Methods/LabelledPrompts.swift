public import SeedbedData
import SeedbedKernels

/// Texts written without any label in sight, then labelled in requests of their own.
///
/// Whoever writes for a label writes what is typical of it; here the label is found afterwards, twice, with
/// the labels and the texts in other orders. Where the two labels differ, or none fits, the text is dropped.
public struct LabelledPrompts: PromptedMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "labelled_prompts",
      "Writes texts without a label, has them labelled twice, and keeps those of the wanted label.",
      preserves: [],
      tasks: [.classification],
      needs: ["language model"],
      moves: ["length", "noise"]
    )
  }

  /// Four real texts of the label and those of a rival, shown without their labels for writing.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["unlabelled", "label_texts"])
    needs.draftsPerDraw = 5
    needs.examples = 4
    needs.requiresExamples = true
    needs.rival = true
    needs.attributes = VarietyAttribute.messages
    return needs
  }

  /// Asks for the texts, then twice for their labels.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    guard let wanted = draw.label, !draw.labels.isEmpty else {
      throw RequestFailure(.unusable, "there is no label to write for", key: "")
    }
    let written = try await asker.ask(
      "unlabelled",
      writing(draw),
      shape: Self.textShape,
      sampling: SamplingSettings(),
      variant: draw.number
    )
    let texts = fresh(written, draw)
    guard !texts.isEmpty else { throw written.rejected("no text is new") }
    let none = TextLabels.none(besides: draw.labels)
    var passes: [TextLabels] = []
    for pass in 0..<2 {
      passes.append(try await TextLabels(texts, pass: pass, draw, none: none, asking: asker))
    }
    var kept: [Int] = [], dropped: [JSONValue] = []
    for index in texts.indices {
      let both = passes.map { $0.labels[index] }
      if both == [wanted, wanted] {
        kept.append(index)
      } else {
        dropped.append([
          "text": .string(texts[index]), "labels": .array(both.map { .optional($0) }),
        ])
      }
    }
    let last = passes[1].reply
    guard !kept.isEmpty else {
      throw last.rejected("of \(texts.count) texts, none was labelled `\(wanted)` both times")
    }
    return kept.prefix(max(1, draw.count)).enumerated().map { place, index in
      var parameters: JSONObject = [
        "labelled": .number(JSONNumber(texts.count)), "kept": .number(JSONNumber(kept.count)),
      ]
      // What was dropped is told once.
      if place == 0, !dropped.isEmpty { parameters["dropped"] = .array(dropped) }
      var draft = PromptedDraft(
        text: texts[index],
        label: wanted,
        source: draw.examples.first?.asSource ?? PromptDefaults.source(of: "unlabelled"),
        parents: parents(draw),
        parameters: parameters,
        replies: [written] + passes.map(\.reply)
      )
      draft.parentDepth =
        (draw.examples + (draw.rival?.examples ?? []))
        .map(\.provenance.depth).max() ?? 0
      return draft
    }
  }

  private func parents(_ draw: PromptedDraw) -> [SampleID] {
    var parents = draw.exampleIDs
    for sample in draw.rival?.examples ?? [] where !parents.contains(sample.id) {
      parents.append(sample.id)
    }
    return parents
  }

  /// The texts that are neither empty nor known.
  private func fresh(_ reply: Reply, _ draw: PromptedDraw) -> [String] {
    var seen = Set(
      (draw.examples + (draw.rival?.examples ?? [])).map { DuplicateView.normalized($0.text) }
    )
    let texts = (reply.value["texts"]?.array ?? []).compactMap { $0.string?.trimmed }
    return texts.filter { text in
      let plain = DuplicateView.normalized(text)
      return !plain.isEmpty && seen.insert(plain).inserted
    }
  }

  private func writing(_ draw: PromptedDraw) -> PromptValues {
    // In a shuffled row, so that nothing shows which of them are of one label.
    var shown = draw.examples + (draw.rival?.examples ?? [])
    var random = draw.chance("labelled_prompts.examples")
    random.shuffle(&shown)
    let own: PromptValues = [
      "count": .words(String(max(1, draw.count))),
      "examples": .list(shown.map { ["text": .data($0.text)] }),
      "items": .list(
        (0..<max(1, draw.count)).map { number in
          let line = Demands(draw, draft: number).line
          return [
            "number": .words(String(number + 1)),
            "demands": .words(line.isEmpty ? "as you like" : line),
          ]
        }
      ),
    ]
    var common = draw.commonValues(0, except: [])
    common["demands"] = nil
    return common.merging(own) { $1 }
  }

  private static let textShape = AnswerShape(
    "texts",
    [
      "type": "object",
      "properties": ["texts": ["type": "array", "items": ["type": "string"]]],
      "required": ["texts"],
      "additionalProperties": false,
    ]
  )
}
