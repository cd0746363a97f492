import FoundationEssentials
import SeedbedData
import SeedbedKernels
import SeedbedPipeline

/// The transforms under test, and what the tests of all of them share.
enum AugmentationMethods {
  /// Every transform that can run on this machine.
  static let all: [any TransformMethod] = MethodRegistry(configuration: configuration).transforms
    .filter(\.descriptor.isAvailable)

  static let names = all.map(\.descriptor.name)

  static let spanPreserving = all.filter { $0.descriptor.preserves.contains(.spans) }

  /// Whether everything is to be run, and not only what fits into a few seconds.
  static let isFull = ProcessInfo.processInfo.environment["SEEDBED_FULL"] == "1"

  static func method(_ name: String) -> any TransformMethod {
    all.first { $0.descriptor.name == name } ?? all[0]
  }

  /// The chance that the program would give a method for a row.
  static func random(_ name: String, sample: Int, draw: Int = 0, seed: UInt64 = 42) -> CounterRandom
  {
    CounterRandom(
      seed: seed,
      sample: UInt64(sample),
      operation: hash64(name),
      draw: UInt64(draw)
    )
  }

  private static let configuration = Configuration(
    name: "test",
    data: .init(path: "rows.csv"),
    task: .classification,
    fields: FieldMap(),
    dimensions: ["label"]
  )
}

/// The public datasets beside the project.
enum AugmentationData {
  static let folder: URL? = {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let shared =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared")
    let folder = shared.appending(path: "data")
    return FileManager.default.fileExists(atPath: folder.appending(path: "snips").path)
      ? folder : nil
  }()

  static let isMissing = "the shared datasets are not here; set SEEDBED_SHARED to their folder"

  /// A file as text; bytes that are no UTF-8 are read as Latin-1, as one of the files needs it.
  static func text(_ path: String) -> String {
    guard let folder, let data = try? Data(contentsOf: folder.appending(path: path)) else {
      return ""
    }
    if let text = String(validating: data, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(data.map { Unicode.Scalar($0) }))
  }

  /// The rows of a CSV file.
  static func rows(_ path: String) throws -> [JSONObject] {
    guard let folder else { return [] }
    var reader = try RowReader(path: folder.appending(path: path).path)
    var rows: [JSONObject] = []
    while let row = try reader.next() { rows.append(row.fields) }
    return rows
  }

  static func json(_ path: String) throws -> JSONValue { try JSONParser.parse(text(path)) }
}
