public import SeedbedData
public import SeedbedKernels

/// Records that break exactly one rule of a JSON Schema.
///
/// A record that follows the schema is changed in one place; it is given out only when the schema's check
/// names one violation and no more, and that is what is recorded.
public struct ViolatingRecords: RecordMethod {
  private static let tries = 6

  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "record_violations",
      "Makes records that break exactly one rule of a JSON Schema, with the rule and its place recorded.",
      preserves: [],
      tasks: [.extraction, .tabular],
      needs: ["JSON Schema"],
      use: .evaluation
    )
  }

  /// Makes one record.
  ///
  /// - Parameters:
  ///   - number: The number of the record, from 0; rules are broken in turn.
  ///   - schema: The schema as read.
  ///   - random: The only source of chance.
  /// - Returns: The record; nil where no rule can be broken alone.
  /// - Throws: A `SeedbedError` that names a keyword which cannot be followed.
  public func record(
    _ number: Int,
    of schema: JSONValue,
    random: inout CounterRandom
  ) throws -> MadeRecord? {
    let plan = try RecordPlan.shared(for: schema)
    for _ in 0..<Self.tries {
      var maker = RecordMaker(plan: plan, number: number, random: random)
      let record = maker.record()
      random = maker.random
      guard let record else { continue }
      for place in maker.placesInTurn {
        let faults = RecordFaults(at: place, of: record, madeBy: maker).found
        for fault in maker.inTurn(Self.turns(faults)).joined() {
          if let made = Self.broken(record, by: fault, plan.schema, number) { return made }
        }
      }
    }
    return nil
  }

  /// The changes by what they are about, so that a rule with many ways to break it gets one turn.
  private static func turns(_ faults: [RecordChange]) -> [[RecordChange]] {
    var order: [String] = []
    var byRule: [String: [RecordChange]] = [:]
    for fault in faults {
      if byRule[fault.words] == nil { order.append(fault.words) }
      byRule[fault.words, default: []].append(fault)
    }
    return order.compactMap { byRule[$0] }
  }

  private static func broken(
    _ record: JSONValue,
    by fault: RecordChange,
    _ schema: JSONSchema,
    _ number: Int
  ) -> MadeRecord? {
    // What is no object or list at all is no record.
    guard !fault.steps.isEmpty || fault.value.kind == record.kind,
      let changed = record.replacing(fault.steps[...], with: fault.value)
    else { return nil }
    let violations = schema.validate(changed, limit: 2)
    guard violations.count == 1, let violation = violations.first, violation.rule != "effort" else {
      return nil
    }
    let place = violation.path.isEmpty ? "#" : violation.path
    return MadeRecord(
      changed,
      violated: "\(violation.rule) at \(place)",
      parameters: [
        "number": .number(JSONNumber(number)), "message": .string(violation.description),
      ]
    )
  }
}
