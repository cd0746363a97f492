import SeedbedKernels

extension Sample {
  /// The row as Seedbed writes it: the user's fields, then one object `seedbed` with the provenance.
  ///
  /// What does not apply is null, never absent.
  ///
  /// - Parameters:
  ///   - verdicts: The verdicts on this sample, in the order of the checks.
  ///   - further: Members that the object `seedbed` has beyond the usual ones.
  /// - Returns: The row.
  public func row(verdicts: [Verdict], adding further: JSONObject = JSONObject()) -> JSONObject {
    var row = fields
    var object = seedbedObject(verdicts: verdicts)
    for (name, value) in further { object[name] = value }
    row["seedbed"] = .object(object)
    return row
  }

  private func seedbedObject(verdicts: [Verdict]) -> JSONObject {
    [
      "id": .string(id.hex),
      "origin": .string(origin.rawValue),
      "split": .optional(split?.rawValue),
      "difficulty": difficulty.map { .object($0.json) } ?? .null,
      "tags": .array(tags.map(JSONValue.string)),
      "source": .object(provenance.source.json),
      "method": .optional(provenance.method?.name),
      "parameters": provenance.method.map { .object($0.json) } ?? .null,
      "model": .optional(provenance.model),
      "prompt": .optional(provenance.promptVersion),
      "parents": .array(provenance.parents.map { .string($0.hex) }),
      "depth": .number(JSONNumber(provenance.depth)),
      "batch": .optional(provenance.batch),
      "verdicts": .array(verdicts.map { .object($0.json) }),
    ]
  }
}

extension JSONValue {
  /// A text, or null.
  ///
  /// - Parameter text: The text, if there is one.
  /// - Returns: The value.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A number, or null.
  ///
  /// - Parameter number: The number, if there is one.
  /// - Returns: The value.
  public static func optional(_ number: Double?) -> JSONValue {
    number.map { .number(JSONNumber($0)) } ?? .null
  }

  /// A whole number, or null.
  ///
  /// - Parameter number: The number, if there is one.
  /// - Returns: The value.
  public static func optional(_ number: Int?) -> JSONValue {
    number.map { .number(JSONNumber($0)) } ?? .null
  }
}

extension SourceReference {
  /// `id`, `row`, `byte`, and `span` as `{"start", "end"}`.
  public var json: JSONObject {
    let range: JSONValue =
      span.map {
        [
          "start": .number(JSONNumber($0.lowerBound)), "end": .number(JSONNumber($0.upperBound)),
        ]
      } ?? .null
    return ["id": .string(id), "row": .optional(row), "byte": .optional(byte), "span": range]
  }

  /// Reads what `json` wrote.
  ///
  /// - Parameter json: The object; nil where it has no `id`.
  public init?(json: JSONObject) {
    guard let id = json["id"]?.string else { return nil }
    self.init(id: id, row: json["row"]?.int, byte: json["byte"]?.int)
    if let start = json["span"]?["start"]?.int, let end = json["span"]?["end"]?.int, start <= end {
      span = start..<end
    }
  }
}

extension MethodApplication {
  /// The parameters with `seed` and `draw` beside them.
  public var json: JSONObject {
    var object = parameters
    object["seed"] = .number(JSONNumber(seed))
    object["draw"] = .number(JSONNumber(draw))
    return object
  }
}

extension DifficultyTag {
  /// `tier` and `reasons`.
  public var json: JSONObject {
    ["tier": .string(tier.rawValue), "reasons": .array(reasons.map(JSONValue.string))]
  }
}

extension Verdict {
  /// `check`, `outcome`, `score`, `threshold` and `evidence`.
  public var json: JSONObject {
    [
      "check": .string(check), "outcome": .string(outcome.rawValue), "score": .optional(score),
      "threshold": .optional(threshold), "evidence": .string(evidence),
    ]
  }
}
