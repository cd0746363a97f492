import SeedbedData
import Synchronization

extension RecordPlan {
  private static let last = Mutex<(schema: JSONValue, plan: RecordPlan)?>(nil)

  /// The plan of a schema; that of the schema asked for last is kept, since one is used for many records.
  static func shared(for schema: JSONValue) throws -> RecordPlan {
    if let known = last.withLock({ $0 }), known.schema == schema { return known.plan }
    let plan = try RecordPlan(schema)
    last.withLock { $0 = (schema, plan) }
    return plan
  }
}
