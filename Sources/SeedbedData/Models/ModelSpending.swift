/// What answers of one model cost.
public struct ModelSpending: Sendable, Hashable {
  /// The name of the model in `seedbed.yaml`.
  public var name: String
  /// How many answers were paid.
  public var answers: Int
  /// Their tokens.
  public var usage: TokenUsage
  /// What they cost; nil where none of them has a price.
  public var cost: Double?

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - name: The name of the model.
  ///   - answers: How many answers were paid.
  ///   - usage: Their tokens.
  ///   - cost: What they cost.
  public init(name: String, answers: Int, usage: TokenUsage, cost: Double?) {
    self.name = name
    self.answers = answers
    self.usage = usage
    self.cost = cost
  }

  /// The spending as a JSON object.
  public var json: JSONObject {
    [
      "model": .string(name), "answers": .number(JSONNumber(answers)),
      "input_tokens": .number(JSONNumber(usage.input)),
      "cached_tokens": .number(JSONNumber(usage.cachedInput)),
      "output_tokens": .number(JSONNumber(usage.output)), "cost": .optional(cost),
    ]
  }

  /// Reads what ``json`` wrote.
  ///
  /// - Parameter json: The object.
  public init?(json: JSONValue) {
    guard let name = json["model"]?.string else { return nil }
    self.init(
      name: name,
      answers: json["answers"]?.int ?? 0,
      usage: TokenUsage(
        input: json["input_tokens"]?.int ?? 0,
        cachedInput: json["cached_tokens"]?.int ?? 0,
        output: json["output_tokens"]?.int ?? 0
      ),
      cost: json["cost"]?.double
    )
  }
}
