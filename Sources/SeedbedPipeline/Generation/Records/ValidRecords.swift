public import SeedbedData
public import SeedbedKernels

/// Records that follow a JSON Schema.
///
/// Values are drawn by type, format, pattern and bounds, and by the names of fields where nothing else says
/// what they are; one in five comes from `examples` or `default` where there are some. A record is given
/// out only when the whole schema accepts it.
public struct ValidRecords: RecordMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "records",
      "Makes records that follow a JSON Schema, with values as formats, patterns, bounds and names ask.",
      preserves: [],
      tasks: [.extraction, .tabular],
      needs: ["JSON Schema"]
    )
  }

  /// Makes one record.
  ///
  /// - Parameters:
  ///   - number: The number of the record, from 0; ids go up with it.
  ///   - schema: The schema as read.
  ///   - random: The only source of chance.
  /// - Returns: The record; nil where a few tries found none.
  /// - Throws: A `SeedbedError` that names a keyword which cannot be followed.
  public func record(
    _ number: Int,
    of schema: JSONValue,
    random: inout CounterRandom
  ) throws -> MadeRecord? {
    var maker = RecordMaker(
      plan: try RecordPlan.shared(for: schema),
      number: number,
      random: random
    )
    let record = maker.record()
    random = maker.random
    return record.map { MadeRecord($0, parameters: ["number": .number(JSONNumber(number))]) }
  }
}
