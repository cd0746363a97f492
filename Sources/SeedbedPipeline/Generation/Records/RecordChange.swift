import SeedbedData

/// Another value for one place of a record, with the rule that it is about.
struct RecordChange: Sendable, Hashable {
  /// The keyword.
  var rule: String
  var steps: [RecordStep]
  var value: JSONValue

  /// The rule and the place, as in `maximum at /age`.
  var words: String { "\(rule) at \(steps.pointer)" }
}
