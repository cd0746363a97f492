import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

/// A folder of its own for one test, removed with the value.
final class PipelineFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "seedbed-pipeline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try FileText.write(text, to: file(name))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: file(name))))
  }

  func write(_ name: String, bytes: [UInt8]) throws {
    try? FileManager.default.removeItem(atPath: file(name))
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
  }
}

/// Samples, candidates and random choices for the tests of the stages.
enum PipelineFixture {
  static let fields: FieldMap = {
    var fields = FieldMap()
    fields.text = FieldPath(field: "text")
    fields.label = FieldPath(field: "label")
    return fields
  }()

  static func random(_ seed: Int) -> CounterRandom {
    CounterRandom(seed: UInt64(seed), sample: 1, operation: 2, draw: 3)
  }

  static func id(_ number: Int) -> SampleID {
    var hash = ContentHash(domain: "test.sample")
    hash.add(number)
    return SampleID(hash.digest)
  }

  static func real(_ texts: [(text: String, label: String)]) throws -> [Sample] {
    var builder = SampleBuilder(fields: fields, file: "rows.csv")
    return try texts.enumerated().map { index, row in
      try builder.sample(
        from: RawRow(
          number: index + 1,
          byteOffset: 0,
          fields: ["text": .string(row.text), "label": .string(row.label)]
        )
      )
    }
  }

  static func child(
    of parent: Sample,
    _ text: String,
    draw: Int = 0,
    label: String? = nil,
    method: String = "casing"
  ) -> Sample {
    let provenance = Provenance(
      synthetic: SourceReference(id: parent.id.hex, span: 0..<parent.text.unicodeScalars.count),
      method: MethodApplication(name: method, parameters: JSONObject(), seed: 42, draw: draw),
      parents: [parent.id],
      depth: 1,
      edits: [],
      batch: "batch"
    )
    var sample = parent.derived(text: text, spans: [], fields: fields, provenance: provenance)
    if let label { sample.label = label }
    return sample
  }

  static func fromTemplate(
    _ template: String,
    _ text: String,
    label: String,
    draw: Int = 0
  ) -> Sample {
    let provenance = Provenance(
      synthetic: SourceReference(id: "template:\(template)", span: 0..<1),
      method: MethodApplication(name: "templates", parameters: JSONObject(), seed: 42, draw: draw),
      parents: [],
      depth: 1,
      edits: [],
      batch: "batch"
    )
    return Sample.synthetic(
      row: ["text": .string(text), "label": .string(label)],
      text: text,
      textPath: fields.text,
      comparisonText: text,
      label: label,
      spans: [],
      fields: fields,
      provenance: provenance
    )
  }

  /// Words without meaning, so that two random texts have next to nothing in common.
  static func words(_ count: Int, _ random: inout CounterRandom) -> String {
    let letters = Array("bcdfghklmnprstvwz"), vowels = Array("aeiou")
    return (0..<count).map { _ in
      String(
        (0..<(2 + random.index(below: 3))).flatMap { _ in
          [letters[random.index(below: letters.count)], vowels[random.index(below: 5)]]
        }
      )
    }.joined(separator: " ")
  }

  static func sketches(_ samples: [Sample]) -> [TextSketch] {
    samples.map { TextSketch($0.comparisonText) }
  }

  static func leakIndex(_ samples: [Sample]) async throws -> LeakIndex {
    let folder = try PipelineFolder()
    let holdout = try SealedHoldout(sealing: samples, at: folder.file("holdout.jsonl"))
    return try await holdout.leakIndex(threshold: 0.8, threads: 1)
  }

  static func permuted<Element>(_ items: [Element], seed: Int) -> [Element] {
    var items = items, random = random(seed)
    random.shuffle(&items)
    return items
  }

  /// The root of the package.
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized.path

  /// The shared datasets; nil when they are not on this machine.
  static let shared: String? = {
    let folder =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"] ?? root + "/../shared"
    let path = URL(filePath: folder).standardized.path + "/data"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()
}
