import Foundation
import SeedbedData
import SeedbedKernels

/// Schemas of many kinds, for properties that all records must have.
enum RecordSchemas {
  static let all: [JSONValue] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Golden/records/schemas.json")
    let text = try? String(contentsOf: file, encoding: .utf8)
    return text.flatMap { try? JSONParser.parse($0) }?.array ?? []
  }()

  static func random(_ draw: Int, _ operation: String = "records") -> CounterRandom {
    CounterRandom(seed: 3, sample: "schema", operation: operation, draw: draw)
  }
}
