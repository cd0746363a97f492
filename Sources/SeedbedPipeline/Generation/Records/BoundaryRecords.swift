public import SeedbedData
public import SeedbedKernels

/// Records that follow a JSON Schema with one value at the edge of what is allowed.
public struct BoundaryRecords: RecordMethod {
  private static let tries = 6

  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "record_boundaries",
      """
      Makes records of a JSON Schema with one value at an edge: least and greatest number, shortest and \
      longest text or list, optional members all absent or all there.
      """,
      preserves: [],
      tasks: [.extraction, .tabular],
      needs: ["JSON Schema"]
    )
  }

  /// Makes one record.
  ///
  /// - Parameters:
  ///   - number: The number of the record, from 0; edges are taken in turn.
  ///   - schema: The schema as read.
  ///   - random: The only source of chance.
  /// - Returns: The record with its edge as `boundary`; nil where the schema has no edges.
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
        let edges = RecordEdges(at: place, of: record, madeBy: maker).found
        for edge in maker.inTurn(edges) {
          guard let changed = record.replacing(edge.steps[...], with: edge.value),
            plan.schema.accepts(changed)
          else { continue }
          return MadeRecord(
            changed,
            parameters: [
              "number": .number(JSONNumber(number)), "boundary": .string(edge.words),
            ]
          )
        }
      }
    }
    return nil
  }
}
