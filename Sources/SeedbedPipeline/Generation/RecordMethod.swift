public import SeedbedData
public import SeedbedKernels

/// A method that makes records of a JSON Schema.
public protocol RecordMethod: GenerationMethod {
  /// Makes one record.
  ///
  /// - Parameters:
  ///   - number: The number of the record, from 0: what must be unique or is taken in turn hangs on it.
  ///   - schema: The schema as read.
  ///   - random: The only source of chance.
  /// - Returns: The record; nil where the schema leaves none of this kind.
  /// - Throws: A `SeedbedError` that names a keyword which cannot be followed.
  func record(
    _ number: Int,
    of schema: JSONValue,
    random: inout CounterRandom
  ) throws -> MadeRecord?
}

/// A record with what is known of it.
public struct MadeRecord: Sendable, Hashable {
  /// The record.
  public var value: JSONValue
  /// The rule of the schema that it breaks on purpose, as `keyword at pointer`; nil for a valid record.
  public var violated: String?
  /// What was drawn, for provenance.
  public var parameters: JSONObject

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - value: The record.
  ///   - violated: The rule that it breaks on purpose.
  ///   - parameters: What was drawn.
  public init(_ value: JSONValue, violated: String? = nil, parameters: JSONObject = [:]) {
    self.value = value
    self.violated = violated
    self.parameters = parameters
  }
}
