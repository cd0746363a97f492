import SeedbedData
import SeedbedPipeline
import SeedbedKernels

/// Draws and samples for tests of methods that ask a model.
enum MethodDraws {
  static var fields: FieldMap {
    var fields = FieldMap()
    fields.text = FieldPath("text")
    fields.label = FieldPath("label")
    fields.input = FieldPath("input")
    fields.output = FieldPath("output")
    return fields
  }

  static func sample(_ text: String, label: String? = nil, row: JSONObject = [:]) -> Sample {
    var hash = ContentHash(domain: "test")
    hash.add(text)
    var fields = row
    fields["text"] = .string(text)
    return Sample(
      id: SampleID(hash.digest),
      origin: .real,
      fields: fields,
      text: text,
      textPath: FieldPath("text"),
      comparisonText: text,
      label: label,
      spans: [],
      provenance: Provenance(real: SourceReference(id: "data.csv", row: 1, byte: 0)),
      tags: []
    )
  }

  /// A draw as the generator makes it.
  static func draw(
    of method: any PromptedMethod,
    label: String? = "card_arrival",
    examples: [String],
    row: JSONObject = [:],
    task: TaskKind = .classification,
    number: Int = 0,
    count: Int? = nil
  ) -> PromptedDraw {
    let count = count ?? method.needs.draftsPerDraw
    let stream = "train/label=\(label ?? "")/\(method.descriptor.name)"
    var draw = PromptedDraw(
      number: number,
      count: count,
      cell: Cell(label.map { [Cell.Coordinate("label", $0)] } ?? []),
      task: task,
      fields: fields,
      seed: 42,
      stream: stream
    )
    draw.label = label
    draw.labels = label.map { [$0, "lost_card", "other"] } ?? []
    draw.language = "en"
    draw.examples = examples.map { sample($0, label: label, row: row) }
    let deck = VarietyDeck(attributes: method.needs.attributes, stream: stream, seed: 42)
    draw.attributes = (0..<count).map { deck.attributes(of: number * count + $0) }
    return draw
  }

  /// An answer with a text for each number from 1.
  static func numbered(_ texts: [String]) -> String {
    let items = texts.enumerated().map { index, text -> JSONValue in
      ["number": .number(JSONNumber(index + 1)), "text": .string(text)]
    }
    return JSONValue.object(["texts": .array(items)]).serialized()
  }

  static func asker(_ model: ScriptedLanguageModel) -> PromptedAsker {
    PromptedAsker(model: model, library: PromptLibrary(), seed: 42)
  }
}
