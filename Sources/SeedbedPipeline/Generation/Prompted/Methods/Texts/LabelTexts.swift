import SeedbedData
import SeedbedKernels

/// What methods share that write several texts of one label in one request.
struct LabelTexts {
  /// The most other labels that a prompt names.
  static let maximumLabels = 20

  let prompt: String
  let draw: PromptedDraw
  let label: String

  init(_ prompt: String, _ draw: PromptedDraw) throws {
    guard let label = draw.label else {
      throw RequestFailure(.unusable, "there is no label to write for", key: "")
    }
    self.prompt = prompt
    self.draw = draw
    self.label = label
  }

  /// What every such prompt is given.
  var values: PromptValues {
    let count = max(1, draw.count)
    var values: PromptValues = [
      "count": .words(String(count)),
      "label": .data(label),
      "examples": .list(draw.examples.map { ["text": .data($0.text)] }),
      "items": .list(
        (0..<count).map { place in
          let line = Demands(draw, draft: place).line
          return [
            "number": .words(String(place + 1)),
            "demands": .words(line.isEmpty ? "as you like" : line),
          ]
        }
      ),
    ]
    let others = otherLabels
    if !others.isEmpty { values["others"] = .data(others.joined(separator: "\n")) }
    if let cell = Demands(draw, draft: 0).cellData { values["cell"] = cell }
    if let language = draw.language {
      values["language"] = .words(LanguageWords.name(of: language))
    }
    return values
  }

  /// The drafts of a reply.
  func drafts(of reply: Reply, parameters: JSONObject = [:]) throws -> [PromptedDraft] {
    let count = max(1, draw.count)
    let shown = draw.examples.map(\.text)
    let (kept, dropped) = NumberedTexts.read(reply, count: count, shown: shown)
    guard !kept.isEmpty else { throw dropped.failure(of: reply) }
    let likeness = CopyFinder(kept.map(\.text)).meanSimilarity
    return kept.enumerated().map { index, item in
      var own = parameters
      own["attributes"] = Demands(draw, draft: item.place).json
      own["asked"] = .number(JSONNumber(count))
      own["answered"] = .number(JSONNumber(dropped.answered))
      // Near 1 where a model writes the same text again and again.
      own["likeness"] = .number(JSONNumber(likeness))
      // What was dropped is told once.
      if index == 0, !dropped.items.isEmpty { own["dropped"] = .array(dropped.items) }
      return draft(item.text, own, [reply])
    }
  }

  /// A draft with the examples as its parents.
  func draft(_ text: String, _ parameters: JSONObject, _ replies: [Reply]) -> PromptedDraft {
    var draft = PromptedDraft(
      text: text,
      label: label,
      source: draw.examples.first?.asSource ?? PromptDefaults.source(of: prompt),
      parents: draw.exampleIDs,
      parameters: parameters,
      replies: replies
    )
    draft.parentDepth = draw.exampleDepth
    return draft
  }

  /// The other labels; some of them where there are many.
  private var otherLabels: [String] {
    let others = draw.labels.filter { $0 != label }
    guard others.count > Self.maximumLabels else { return others }
    var random = draw.chance("prompt.labels")
    return random.sample(Self.maximumLabels, of: others.count).map { others[$0] }
  }
}

extension PromptDefaults {
  /// The source of a draft for which no example was shown: the whole prompt.
  static func source(of prompt: String) -> SourceReference {
    let text = all.first { $0.name == prompt }?.text ?? ""
    return SourceReference(id: "prompt:\(prompt)", span: 0..<text.unicodeScalars.count)
  }
}
