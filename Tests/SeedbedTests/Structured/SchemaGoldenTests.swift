import Foundation
import SeedbedData
import Testing

@Suite("JSON Schema against the Python package")
struct SchemaGoldenTests {
  @Test("finds the same places and keywords as jsonschema in 700 random cases")
  func golden() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../Golden/structured/schemas.json").standardized
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let cases = try #require(try JSONParser.parse(text).array)
    #expect(cases.count == 700)
    for (number, example) in cases.enumerated() {
      let schema = try JSONSchema(try #require(example["schema"]?.object))
      let value = try #require(example["value"])
      let found = Set(schema.validate(value, limit: 1000).map { [$0.path, $0.rule] })
      let wanted = Set(
        (example["found"]?.array ?? []).map { ($0.array ?? []).compactMap(\.string) }
      )
      #expect(found == wanted, "case \(number)")
      #expect(schema.accepts(value) == wanted.isEmpty, "case \(number)")
    }
  }
}
