public import SeedbedData
import SeedbedKernels

/// The values that a JSON Schema allows for the fields of a record, as far as they can be drawn from it.
///
/// Drawn are `const`, `enum` and `examples`, truth values, and whole numbers between `minimum` and `maximum`.
/// Every other value comes from real records.
public struct RecordSchema: Sendable, Hashable {
  private let properties: JSONObject
  private let required: [String]

  /// How often a field that may be missing is there.
  private static let optionalShare = 0.75

  /// Takes a schema of an object.
  ///
  /// - Parameter schema: The schema.
  /// - Throws: A `SeedbedError` when it describes no object with properties.
  public init(_ schema: JSONObject) throws {
    guard let properties = schema["properties"]?.object, !properties.isEmpty else {
      throw SeedbedError(
        .configuration,
        "the schema of the records has no `properties`",
        hint: "give a JSON Schema of an object, with one property a field"
      )
    }
    self.properties = properties
    required = schema["required"]?.array?.compactMap(\.string) ?? []
  }

  /// Draws a record.
  ///
  /// - Parameters:
  ///   - real: Fields of real records, for values that the schema only describes.
  ///   - random: The only source of chance.
  /// - Returns: The record, or nil where a required field has no value to draw.
  func record(from real: [GoldRecord.Field], random: inout CounterRandom) -> GoldRecord? {
    var fields: [GoldRecord.Field] = []
    for (name, description) in properties {
      let isRequired = required.contains(name)
      let isWanted = random.chance(Self.optionalShare)
      guard isRequired || isWanted else { continue }
      if let value = value(description, &random) {
        fields.append(GoldRecord.Field(name: name, value: value, origin: nil))
      } else if let field = random.pick(real.filter { $0.name == name }) {
        fields.append(field)
      } else if isRequired {
        return nil
      }
    }
    return fields.isEmpty ? nil : GoldRecord(fields: fields)
  }

  private func value(_ description: JSONValue, _ random: inout CounterRandom) -> JSONValue? {
    if let value = description["const"] { return value }
    if let values = (description["enum"] ?? description["examples"])?.array {
      return random.pick(values.filter { !$0.isNull })
    }
    let types =
      description["type"]?.string.map { [$0] }
      ?? description["type"]?.array?.compactMap(\.string) ?? []
    if types.contains("boolean") { return .bool(random.chance(0.5)) }
    guard types.contains("integer"), let low = description["minimum"]?.int,
      let high = description["maximum"]?.int, low <= high
    else { return nil }
    let (width, overflow) = high.subtractingReportingOverflow(low)
    guard !overflow, width < Int.max else { return nil }
    return .number(JSONNumber(low + random.index(below: width + 1)))
  }
}
