/// A compiled JSON Schema (draft 2020-12), as wide as answers of models need it.
///
/// Known are `type`, `enum`, `const`, `properties`, `patternProperties`, `required`,
/// `additionalProperties`, `minProperties`, `maxProperties`, `items`, `prefixItems`, `minItems`,
/// `maxItems`, `uniqueItems`, `minLength`, `maxLength`, `pattern`, `format`, `minimum`, `maximum`,
/// `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`, `allOf`, `anyOf`, `oneOf`, `not`, and
/// `$ref` within the schema. Titles, descriptions, defaults, examples and the like are stepped
/// over. Every other keyword is an error: a rule that is silently not checked is worse than none.
///
/// A keyword checks only values of its kind, as the draft says: `minLength` lets numbers pass.
public struct JSONSchema: Sendable {
  let nodes: [SchemaRules]

  /// Compiles a schema.
  ///
  /// - Parameter schema: The schema.
  /// - Throws: A `SeedbedError` that names the first keyword that is unknown or has a wrong value,
  ///   and where it stands.
  public init(_ schema: JSONObject) throws(SeedbedError) {
    var compiler = SchemaCompiler(root: schema)
    nodes = try compiler.compile().map(SchemaRules.init)
  }

  /// Finds how a value breaks the schema.
  ///
  /// The work is bounded: a value on which a recursive schema or a pattern takes too long is
  /// refused with the rule `effort`.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - limit: How many violations are enough, at least 1.
  /// - Returns: The violations in the order of the value; empty where there are none.
  public func validate(_ value: JSONValue, limit: Int = 20) -> [SchemaViolation] {
    var check = SchemaCheck(nodes: nodes, limit: max(1, limit))
    return check.run(value, against: 0).map(\.violation)
  }

  /// Whether a value follows the schema.
  ///
  /// - Parameter value: The value.
  /// - Returns: Whether there is no violation.
  public func accepts(_ value: JSONValue) -> Bool {
    validate(value, limit: 1).isEmpty
  }
}
