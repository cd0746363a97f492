import Foundation
import SeedbedKernels
import SeedbedLearning

/// An embedder for tests: signed hashes of character trigrams and words, of length 1.
struct TrigramEmbedder: Embedder {
  let identity = "test-trigrams"
  let dimensions = 128

  func embed(_ texts: [String], threads: Int) async throws -> VectorTable {
    vectors(texts)
  }

  func vectors(_ texts: [String]) -> VectorTable {
    var table = VectorTable(dimensions: dimensions)
    for text in texts {
      var vector = [Float](repeating: 0, count: dimensions)
      let bytes = Array(DuplicateView.normalized(" \(text) ").utf8)
      for start in bytes.indices.dropLast(2) {
        let hash = hash64(bytes.span.extracting(start..<start + 3), seed: 1)
        vector[Int(hash % 128)] += hash >> 63 == 0 ? 1 : -1
      }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if length > 0 { vector = vector.map { $0 / length } }
      table.append(VectorTable(dimensions: dimensions, values: vector))
    }
    return table
  }
}

/// Vectors of a plane by their angle in degrees.
func plane(_ degrees: [Double]) -> VectorTable {
  VectorTable(
    dimensions: 2,
    values: degrees.flatMap { [Float(cos($0 * .pi / 180)), Float(sin($0 * .pi / 180))] }
  )
}

/// Seeded numbers for properties.
struct MeaningRandom {
  var random: CounterRandom

  init(_ draw: Int) {
    random = CounterRandom(seed: 7, sample: "", operation: "meaning tests", draw: draw)
  }

  mutating func vector(_ dimensions: Int) -> [Float] {
    (0..<dimensions).map { _ in
      Float((0..<4).reduce(-2.0) { sum, _ in sum + random.unit() })
    }
  }

  /// Unit vectors round a few centres.
  mutating func table(count: Int, dimensions: Int, centres: Int, spread: Float) -> VectorTable {
    let middle = (0..<centres).map { _ in vector(dimensions) }
    var values: [Float] = []
    for _ in 0..<count {
      let centre = middle[random.index(below: centres)]
      let row = zip(centre, vector(dimensions)).map { $0 + spread * $1 }
      let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
      values += row.map { $0 / length }
    }
    return VectorTable(dimensions: dimensions, values: values)
  }
}

/// The values of `Golden/meaning/meaning.json`, made by the script beside it.
struct MeaningGolden: Decodable {
  struct Choice: Decodable {
    var rows: [Int]
    var gains: [Double]?
  }

  var dimensions: Int
  var values: [Float]
  var facilityLocation: Choice
  var farthestFirst: Choice
  var vendi1: Double
  var vendi2: Double
  var nearestCosine: Double

  var table: VectorTable { VectorTable(dimensions: dimensions, values: values) }

  static func read() throws -> MeaningGolden {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/meaning/meaning.json")
    return try JSONDecoder().decode(MeaningGolden.self, from: Data(contentsOf: file))
  }
}

/// The training rows of banking77 in the shared data folder.
enum MeaningBanking {
  static var file: URL? {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let shared =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared")
    let file = shared.appending(path: "data/banking77/train.csv")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  /// The texts and labels; a label holds no comma or quotation mark, so it is what follows the last
  /// comma of a record.
  static func rows() throws -> (texts: [String], labels: [String?]) {
    guard let file else { return ([], []) }
    var texts: [String] = [], labels: [String?] = []
    var record = ""
    let content = try String(contentsOf: file, encoding: .utf8)
      .replacingOccurrences(of: "\r\n", with: "\n")
    for line in content.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
      record += record.isEmpty ? String(line) : "\n" + line
      guard record.count(where: { $0 == "\"" }).isMultiple(of: 2) else { continue }
      if let comma = record.lastIndex(of: ",") {
        var text = String(record[..<comma])
        if text.hasPrefix("\"") {
          text = text.dropFirst().dropLast().replacingOccurrences(of: "\"\"", with: "\"")
        }
        texts.append(text)
        labels.append(String(record[record.index(after: comma)...]))
      }
      record = ""
    }
    return (texts, labels)
  }
}
