import SeedbedData

/// Where the rows of an extraction project keep what is to be extracted.
enum RecordPlace {
  /// Marked spans of the text.
  case spans
  /// An object in the output field.
  case output
  /// The text of an object in the output field.
  case outputText
  /// Fields of the row itself.
  case fields([String])

  /// Tells the place from the field map and from real rows.
  init(of samples: [Sample], map: FieldMap) {
    if map.spans != nil || map.spanColumns != nil {
      self = .spans
      return
    }
    let outputs = samples.lazy.compactMap { map.output?.value(in: $0.fields) }
    if outputs.contains(where: { $0.object != nil }) {
      self = .output
    } else if outputs.contains(where: { Self.parsed($0) != nil }) {
      self = .outputText
    } else {
      self = .fields(Self.names(samples, map))
    }
  }

  /// The record of a sample; without fields where it has none.
  func record(of sample: Sample, map: FieldMap) -> GoldRecord {
    let members: [(key: String, value: JSONValue)]
    switch self {
    case .spans: members = sample.spans.map { ($0.label, .string($0.text)) }
    case .output: members = Array(map.output?.value(in: sample.fields)?.object ?? JSONObject())
    case .outputText:
      let value = map.output?.value(in: sample.fields).flatMap(Self.parsed)
      members = Array(value ?? JSONObject())
    case .fields(let names): members = names.map { ($0, sample.fields[$0] ?? .null) }
    }
    return GoldRecord(
      fields: members.filter { $0.value != .null && $0.value != .string("") }
        .map { GoldRecord.Field(name: $0.key, value: $0.value, origin: sample.id) }
    )
  }

  /// The values that put a record into a row; spans go by themselves.
  func values(of record: GoldRecord) -> [(place: PromptedDraft.Place, value: JSONValue)] {
    switch self {
    case .spans: []
    case .output: [(.output, .object(record.json))]
    case .outputText: [(.output, .string(JSONValue.object(record.json).serialized(.compact)))]
    case .fields: record.fields.map { (.field($0.name), $0.value) }
    }
  }

  private static func parsed(_ value: JSONValue) -> JSONObject? {
    guard let text = value.string, text.trimmed.hasPrefix("{") else { return nil }
    return (try? JSONParser.parse(text))?.object
  }

  /// The fields of the rows that play no other part, in the order of the first row.
  private static func names(_ samples: [Sample], _ map: FieldMap) -> [String] {
    let paths = [map.text, map.conversation, map.label, map.id, map.input, map.context, map.output]
    let taken = paths.compactMap { path -> String? in
      guard case .key(let name)? = path?.steps.first else { return nil }
      return name
    }
    return (samples.first?.fields.keys ?? []).filter { !taken.contains($0) && $0 != "seedbed" }
  }
}
