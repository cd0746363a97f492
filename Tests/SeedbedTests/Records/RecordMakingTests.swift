import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Records are made from a JSON Schema")
struct RecordMakingTests {
  @Test("there are schemas")
  func schemas() { #expect(RecordSchemas.all.count > 30) }

  @Test("every valid record follows its schema", arguments: RecordSchemas.all.indices)
  func valid(number: Int) throws {
    let schema = RecordSchemas.all[number]
    let check = try JSONSchema(try #require(schema.object))
    var random = RecordSchemas.random(number)
    var distinct: Set<String> = []
    for record in 0..<200 {
      let made = try #require(try ValidRecords().record(record, of: schema, random: &random))
      #expect(check.validate(made.value).isEmpty, "\(made.value.serialized(.compact))")
      #expect(made.violated == nil)
      distinct.insert(made.value.serialized(.canonical))
    }
    #expect(distinct.count > 3)
  }

  @Test("every record at an edge follows its schema too", arguments: RecordSchemas.all.indices)
  func boundaries(number: Int) throws {
    let schema = RecordSchemas.all[number]
    let check = try JSONSchema(try #require(schema.object))
    var random = RecordSchemas.random(number, "edges")
    for record in 0..<60 {
      guard let made = try BoundaryRecords().record(record, of: schema, random: &random) else {
        continue
      }
      #expect(check.validate(made.value).isEmpty, "\(made.value.serialized(.compact))")
      #expect(made.parameters["boundary"]?.string?.contains(" at ") == true)
    }
  }

  @Test(
    "every other record breaks the recorded rule and no more",
    arguments: RecordSchemas.all.indices
  )
  func violations(number: Int) throws {
    let schema = RecordSchemas.all[number]
    let check = try JSONSchema(try #require(schema.object))
    var random = RecordSchemas.random(number, "violations")
    for record in 0..<200 {
      let made = try #require(try ViolatingRecords().record(record, of: schema, random: &random))
      let found = check.validate(made.value)
      #expect(found.count == 1, "\(made.value.serialized(.compact))")
      let place = found.first.map { $0.path.isEmpty ? "#" : $0.path } ?? ""
      #expect(made.violated == found.first.map { "\($0.rule) at \(place)" })
    }
  }

  @Test("rules and edges are taken in turn, so that each has its records")
  func coverage() throws {
    let schema = try JSONParser.parse(
      """
      {"type": "object", "properties": {"name": {"type": "string", "minLength": 2, "maxLength": 9},
       "age": {"type": "integer", "minimum": 18, "maximum": 65, "multipleOf": 1},
       "plan": {"enum": ["basic", "plus"]}, "mail": {"type": "string", "format": "email"},
       "code": {"type": "string", "pattern": "^[A-Z]{2}[0-9]{2}$"},
       "tags": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 3,
                "uniqueItems": true}},
       "required": ["name", "age", "plan", "mail", "code", "tags"], "additionalProperties": false}
      """
    )
    var random = RecordSchemas.random(0, "coverage")
    var broken: Set<String> = [], edges: Set<String> = []
    for number in 0..<240 {
      if let made = try ViolatingRecords().record(number, of: schema, random: &random) {
        broken.insert(made.violated ?? "")
      }
      if let made = try BoundaryRecords().record(number, of: schema, random: &random) {
        edges.insert(made.parameters["boundary"]?.string ?? "")
      }
    }
    let wanted = [
      "minLength at /name", "maxLength at /name", "minimum at /age", "maximum at /age",
      "type at /age", "enum at /plan", "format at /mail", "pattern at /code", "minItems at /tags",
      "maxItems at /tags", "uniqueItems at /tags", "required at #", "additionalProperties at #",
    ]
    #expect(wanted.filter { !broken.contains($0) }.isEmpty)
    let wantedEdges = [
      "minLength at /name", "maxLength at /name", "minimum at /age", "maximum at /age",
      "minItems at /tags", "maxItems at /tags",
    ]
    #expect(wantedEdges.filter { !edges.contains($0) }.isEmpty)
  }

  @Test("edges are the very bounds")
  func edgeValues() throws {
    let schema = try JSONParser.parse(
      """
      {"type": "object", "properties": {"age": {"type": "integer", "minimum": 18, "maximum": 65},
       "pin": {"type": "string", "pattern": "^[0-9]+$", "minLength": 4, "maxLength": 6}},
       "required": ["age", "pin"]}
      """
    )
    var random = RecordSchemas.random(1, "edge values")
    for number in 0..<20 {
      let made = try #require(try BoundaryRecords().record(number, of: schema, random: &random))
      switch made.parameters["boundary"]?.string {
      case "minimum at /age": #expect(made.value["age"]?.int == 18)
      case "maximum at /age": #expect(made.value["age"]?.int == 65)
      case "minLength at /pin": #expect(made.value["pin"]?.string?.count == 4)
      case "maxLength at /pin": #expect(made.value["pin"]?.string?.count == 6)
      default: Issue.record("\(made.parameters)")
      }
    }
  }

  @Test("the same numbers give the same records")
  func determinism() throws {
    for number in RecordSchemas.all.indices {
      let schema = RecordSchemas.all[number]
      for method in [ValidRecords(), BoundaryRecords(), ViolatingRecords()] as [any RecordMethod] {
        var first = RecordSchemas.random(number), second = RecordSchemas.random(number)
        for record in 0..<5 {
          let left = try method.record(record, of: schema, random: &first)
          let right = try method.record(record, of: schema, random: &second)
          #expect(left == right)
        }
      }
    }
  }

  @Test(
    "what cannot be followed is an error that names the keyword and its place",
    arguments: [
      (##"{"type":"object","properties":{"a":{"contains":{}}}}"##, "contains", "#/properties/a"),
      (##"{"if":{}}"##, "if", "#"),
      (##"{"properties":{"a":{"format":"duration"}}}"##, "duration", "#/properties/a/format"),
      (##"{"properties":{"a":{"pattern":"(?=x)"}}}"##, "pattern", "#/properties/a/pattern"),
      (##"{"$ref":"#/nowhere"}"##, "#/nowhere", "#/$ref"),
      (##"{"$ref":"#"}"##, "itself", "#"),
    ]
  )
  func unknown(text: String, keyword: String, place: String) throws {
    let schema = try JSONParser.parse(text)
    var random = RecordSchemas.random(0)
    for method in [ValidRecords(), BoundaryRecords(), ViolatingRecords()] as [any RecordMethod] {
      let error = #expect(throws: SeedbedError.self) {
        _ = try method.record(0, of: schema, random: &random)
      }
      #expect(error?.message.contains(keyword) == true && error?.message.contains(place) == true)
    }
  }

  @Test(
    "a schema that nothing or nothing bounded fits gives no record and does not hang",
    arguments: [
      ##"{"type":"object","properties":{"a":false},"required":["a"]}"##,
      ##"{"properties":{"a":{"type":"integer","minimum":5,"maximum":4}},"required":["a"]}"##,
      ##"{"type":"object","properties":{"next":{"$ref":"#"}},"required":["next"]}"##,
      ##"{"type":"array","minItems":1000000000}"##,
      ##"{"type":"string","minLength":999999999}"##,
      ##"{"enum":[1],"type":"string"}"##,
      ##"{"type":"array","items":{"enum":[1,2]},"uniqueItems":true,"minItems":3}"##,
      ##"{"type":"number","minimum":1e300}"##,
      ##"{"type":"integer","minimum":-9223372036854775808,"maximum":-9223372036854775807}"##,
      ##"{"type":"number","multipleOf":1e-18,"maximum":1e17}"##,
      ##"{"type":"number","minimum":1e-9223372036854775807}"##,
    ]
  )
  func impossible(text: String) throws {
    let schema = try JSONParser.parse(text)
    var random = RecordSchemas.random(0)
    #expect(try ValidRecords().record(0, of: schema, random: &random) == nil)
  }

  @Test("values look like what their fields are called")
  func names() throws {
    let schema = try JSONParser.parse(
      """
      {"type": "object", "properties": {"customerName": {"type": "string"},
       "contact_email": {"type": "string"}, "city": {"type": "string"},
       "age": {"type": "integer"}, "unit_price": {"type": "number"},
       "order_date": {"type": "string"}}, "required": ["customerName", "contact_email", "city",
       "age", "unit_price", "order_date"]}
      """
    )
    var random = RecordSchemas.random(0, "names")
    for number in 0..<50 {
      let made = try #require(try ValidRecords().record(number, of: schema, random: &random)).value
      #expect(made["customerName"]?.string?.split(separator: " ").count == 2)
      #expect(made["contact_email"]?.string?.contains("@") == true)
      #expect(made["city"]?.string?.contains(where: \.isNumber) == false)
      #expect((18...90).contains(try #require(made["age"]?.int)))
      #expect((1...2000).contains(try #require(made["unit_price"]?.double)))
      #expect(made["order_date"]?.string?.utf8.count == 10)
    }
  }

  @Test("random schemas never crash, and what they give is right")
  func fuzz() throws {
    for seed in 0..<250 {
      var random = RecordSchemas.random(seed, "fuzz")
      let schema = JSONValue.object(Self.randomSchema(&random, depth: 0))
      guard let object = schema.object, let check = try? JSONSchema(object) else { continue }
      for number in 0..<3 {
        if let made = try ValidRecords().record(number, of: schema, random: &random) {
          #expect(check.accepts(made.value), "\(schema.serialized(.compact))")
        }
        if let made = try BoundaryRecords().record(number, of: schema, random: &random) {
          #expect(check.accepts(made.value), "\(schema.serialized(.compact))")
        }
        if let made = try ViolatingRecords().record(number, of: schema, random: &random) {
          #expect(check.validate(made.value).count == 1, "\(schema.serialized(.compact))")
        }
      }
    }
  }

  private static func randomSchema(_ random: inout CounterRandom, depth: Int) -> JSONObject {
    var schema = JSONObject()
    let types = ["string", "integer", "number", "boolean", "array", "object", "null"]
    if random.chance(0.8) { schema["type"] = .string(random.pick(types) ?? "null") }
    func some(_ share: Double, _ keyword: String, _ value: JSONValue) {
      if random.chance(share) { schema[keyword] = value }
    }
    for keyword in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] {
      some(0.15, keyword, .number(JSONNumber(random.index(below: 40) - 20)))
    }
    for keyword in ["minLength", "maxLength", "minItems", "maxItems", "minProperties"] {
      some(0.15, keyword, .number(JSONNumber(random.index(below: 6))))
    }
    some(0.1, "multipleOf", [.number(JSONNumber(3)), 0.25, 7][random.index(below: 3)])
    some(0.1, "pattern", ["^[a-c]+$", "x|yz", "^\\d{2,3}", "[^a]"][random.index(below: 4)])
    some(0.1, "format", ["date", "email", "ipv6", "uuid"][random.index(below: 4)])
    some(0.1, "uniqueItems", true)
    some(0.05, "enum", ["a", 1, nil, ["x"]])
    guard depth < 3 else { return schema }
    if random.chance(0.4) {
      var properties = JSONObject()
      for name in ["a", "b", "c"].prefix(1 + random.index(below: 3)) {
        properties[name] = .object(randomSchema(&random, depth: depth + 1))
      }
      schema["properties"] = .object(properties)
      some(0.5, "required", ["a"])
      some(0.3, "additionalProperties", false)
    }
    if random.chance(0.3) { schema["items"] = .object(randomSchema(&random, depth: depth + 1)) }
    for keyword in ["anyOf", "oneOf", "allOf"] where random.chance(0.1) {
      schema[keyword] = .array(
        (0..<2).map { _ in .object(randomSchema(&random, depth: depth + 1)) }
      )
    }
    if random.chance(0.05) { schema["not"] = .object(randomSchema(&random, depth: depth + 1)) }
    return schema
  }
}
