import SeedbedData
import SeedbedKernels

/// The labels that a model finds for some texts in one request.
struct TextLabels {
  /// One label a text; nil where none fits, or the model said nothing.
  let labels: [String?]
  let reply: Reply

  /// Has texts labelled.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - pass: The number of the request; labels and texts stand in another order in each.
  ///   - draw: The labels, and real samples to show what two of them mean.
  ///   - none: The name for no label.
  ///   - asker: Who is asked.
  /// - Throws: What asking throws.
  init(
    _ texts: [String],
    pass: Int,
    _ draw: PromptedDraw,
    none: String,
    asking asker: any Asker
  ) async throws {
    var random = draw.chance("labelled_prompts.label.\(pass)")
    var names = draw.labels
    random.shuffle(&names)
    var order = Array(texts.indices)
    random.shuffle(&order)
    var meanings = [(draw.label, draw.examples), (draw.rival?.label, draw.rival?.examples ?? [])]
    random.shuffle(&meanings)
    let values: PromptValues = [
      "labels": .data(JSONValue.array(names.map(JSONValue.string)).serialized(.compact)),
      "none": .words(none),
      "meanings": .list(
        meanings.flatMap { label, examples in
          examples.map { ["label": .data(label ?? ""), "text": .data($0.text)] }
        }
      ),
      "texts": .list(
        order.enumerated().map { place, index in
          ["number": .words(String(place + 1)), "text": .data(texts[index])]
        }
      ),
    ]
    reply = try await asker.ask(
      "label_texts",
      values,
      shape: Self.shape(names + [none]),
      // The same texts are labelled in every pass, as soberly as the model can.
      sampling: SamplingSettings(temperature: 0),
      variant: pass
    )
    var found = [String?](repeating: nil, count: texts.count)
    for entry in reply.value["labels"]?.array ?? [] {
      guard let number = entry["text"]?.int, order.indices.contains(number &- 1),
        let label = entry["label"]?.string, names.contains(label)
      else { continue }
      found[order[number - 1]] = label
    }
    labels = found
  }

  /// A name for no label that is no label itself.
  ///
  /// - Parameter labels: The labels.
  /// - Returns: The name.
  static func none(besides labels: [String]) -> String {
    var name = "none"
    while labels.contains(name) { name = "no_" + name }
    return name
  }

  private static func shape(_ names: [String]) -> AnswerShape {
    AnswerShape(
      "labels",
      [
        "type": "object",
        "properties": [
          "labels": [
            "type": "array",
            "items": [
              "type": "object",
              "properties": [
                "text": ["type": "integer"],
                "label": ["type": "string", "enum": .array(names.map(JSONValue.string))],
              ],
              "required": ["text", "label"],
              "additionalProperties": false,
            ],
          ]
        ],
        "required": ["labels"],
        "additionalProperties": false,
      ]
    )
  }
}
