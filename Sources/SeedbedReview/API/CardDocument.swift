import SeedbedData
import SeedbedPipeline

extension ReviewCard {
  /// Everything that the page shows of one sample.
  var json: JSONObject {
    [
      "sample": .object(sampleJSON),
      "status": .optional(status?.rawValue),
      "position": .number(JSONNumber(position)),
      "why": .string(why),
      "changes": .array(
        TextPieces.pieces(of: sample, from: source).map { piece in
          .object(["kind": .string(piece.kind.rawValue), "text": .string(piece.text)])
        }
      ),
      "source": source.map { .object($0.relativeJSON) } ?? .null,
      "making": making,
      "verdicts": .array(verdicts.map { .object($0.json) }),
      "neighbors": .array(
        neighbors.map { neighbor in
          var json = neighbor.sample.relativeJSON
          json["similarity"] = .number(JSONNumber(neighbor.similarity))
          return .object(json)
        }
      ),
      "lineage": .array(lineage.map { .object($0.relativeJSON) }),
      "labels": .array(labels.map(JSONValue.string)),
    ]
  }

  private var sampleJSON: JSONObject {
    [
      "id": .string(sample.id.hex),
      "short_id": .string(sample.id.short),
      "origin": .string(sample.origin.rawValue),
      "text": .string(sample.text),
      "label": .optional(sample.label),
      "spans": .array(sample.spans.map(\.json)),
      "difficulty": sample.difficulty.map { .object($0.json) } ?? .null,
      "tags": .array(sample.tags.map(JSONValue.string)),
      "split": .optional(sample.split?.rawValue),
      "fields": .array(sample.otherFields),
    ]
  }

  private var making: JSONValue {
    guard let method = sample.provenance.method else { return .null }
    return .object([
      "method": .string(method.name),
      "parameters": .object(method.json),
      "model": .optional(sample.provenance.model),
      "prompt": .optional(sample.provenance.promptVersion),
      "batch": .optional(sample.provenance.batch),
      "depth": .number(JSONNumber(sample.provenance.depth)),
    ])
  }
}

extension Sample {
  /// The most Unicode scalars of a text that only accompanies the sample in question.
  private static let excerptLength = 1000

  /// A sample that is shown beside another: `id`, `origin`, `text`, `is_cut`, `label`, `method`, `depth`, `from`.
  fileprivate var relativeJSON: JSONObject {
    let start = text.unicodeScalars.prefix(Self.excerptLength)
    let isCut = start.endIndex < text.endIndex
    return [
      "id": .string(id.hex),
      "short_id": .string(id.short),
      "origin": .string(origin.rawValue),
      "text": .string(String(start)),
      "is_cut": .bool(isCut),
      "label": .optional(label),
      "method": .optional(provenance.method?.name),
      "depth": .number(JSONNumber(provenance.depth)),
      "from": origin == .real ? .object(provenance.source.json) : .null,
    ]
  }

  /// The user's fields beside those that are shown as text and label already: `name` and `value` as text.
  fileprivate var otherFields: [JSONValue] {
    fields.compactMap { name, value in
      if case .key(name)? = textPath?.steps.first, textPath?.steps.count == 1 { return nil }
      if let label, value.string == label { return nil }
      guard !value.isNull else { return nil }
      let shown = value.string ?? value.serialized(.pretty)
      return .object(["name": .string(name), "value": .string(shown)])
    }
  }
}
