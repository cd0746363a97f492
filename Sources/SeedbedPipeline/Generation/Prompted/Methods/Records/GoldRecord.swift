import SeedbedData
import SeedbedKernels

/// A record that a text is to be written from, with where each value comes from.
struct GoldRecord {
  /// One field of a record.
  struct Field {
    var name: String
    var value: JSONValue
    /// The real sample that the value was taken from; nil for one that a schema gave.
    var origin: SampleID?
  }

  var fields: [Field]

  /// The record as JSON; of fields of one name the first counts.
  var json: JSONObject {
    var object = JSONObject()
    for field in fields where object[field.name] == nil { object[field.name] = field.value }
    return object
  }

  /// Every value that a text can mention, by its path; what is null, empty or false has no words.
  var leaves: [(name: String, value: JSONValue)] {
    fields.flatMap { Self.leaves(of: $0.value, name: $0.name) }
  }

  private static func leaves(
    of value: JSONValue,
    name: String
  ) -> [(name: String, value: JSONValue)] {
    switch value {
    case .null, .bool(false): return []
    case .string(let text): return text.trimmed.isEmpty ? [] : [(name, value)]
    case .number, .bool: return [(name, value)]
    case .array(let elements):
      return elements.enumerated().flatMap { leaves(of: $1, name: "\(name)[\($0)]") }
    case .object(let object):
      return object.flatMap { leaves(of: $0.value, name: "\(name).\($0.key)") }
    }
  }

  /// The fields as provenance keeps them.
  var provenance: JSONValue {
    .array(
      fields.map { field in
        [
          "field": .string(field.name), "value": field.value,
          "from": .optional(field.origin?.hex),
        ]
      }
    )
  }
}

extension GoldRecord {
  /// Puts a new record together from those of real samples.
  ///
  /// One of them gives the fields; each value is drawn from all that have the field, so that a record is
  /// plausible field by field and new as a whole where the samples allow it.
  ///
  /// - Parameters:
  ///   - samples: Real samples with records.
  ///   - place: Where the records are.
  ///   - map: The fields of the project.
  ///   - random: The only source of chance.
  /// - Returns: The record, or nil where no sample has one.
  static func recombined(
    from samples: [Sample],
    at place: RecordPlace,
    map: FieldMap,
    random: inout CounterRandom
  ) -> GoldRecord? {
    let records = samples.map { place.record(of: $0, map: map) }
    let bases = records.filter { !$0.fields.isEmpty }
    guard var record = random.pick(bases) else { return nil }
    let all = records.flatMap(\.fields)
    for index in record.fields.indices {
      let name = record.fields[index].name
      let used = record.fields[..<index].filter { $0.name == name }.map(\.value)
      let choices = distinct(all.filter { $0.name == name && !used.contains($0.value) })
      if let choice = random.pick(choices) { record.fields[index] = choice }
    }
    let known = Set(records.map(\.json))
    guard known.contains(record.json) else { return record }
    // The draw gave a real record again: one field gets another value, if there is one.
    var order = Array(record.fields.indices)
    random.shuffle(&order)
    for index in order {
      let field = record.fields[index]
      var others = distinct(all.filter { $0.name == field.name && $0.value != field.value })
      random.shuffle(&others)
      for other in others {
        var changed = record
        changed.fields[index] = other
        if !known.contains(changed.json) { return changed }
      }
    }
    return record
  }

  private static func distinct(_ fields: [Field]) -> [Field] {
    var seen: Set<JSONValue> = []
    return fields.filter { seen.insert($0.value).inserted }
  }
}
