import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline

/// A folder with files to compare, removed when the test ends.
final class ComparisonFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "seedbed-comparison-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = url.appending(path: name).path
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Writes rows as JSON Lines.
  func file(_ name: String, _ rows: [ComparisonRow]) throws -> String {
    try file(name, rows.map { $0.json + "\n" }.joined())
  }

  /// Compares two sets of rows with the built-in embedder.
  func compare(
    _ real: [ComparisonRow],
    _ synthetic: [ComparisonRow],
    holdout: [ComparisonRow]? = nil,
    _ options: ComparisonOptions = ComparisonOptions(sample: 150, refits: 9, seed: 1, threads: 2)
  ) async throws -> ComparisonReport {
    try await compare(
      file("real.jsonl", real),
      file("synthetic.jsonl", synthetic),
      holdout: holdout.map { try file("holdout.jsonl", $0) },
      options
    )
  }

  /// Compares two files.
  func compare(
    _ real: String,
    _ synthetic: String,
    holdout: String? = nil,
    text: String? = nil,
    label: String? = nil,
    onBadRow: BadRowPolicy = .stop,
    _ options: ComparisonOptions = ComparisonOptions(sample: 150, refits: 9, seed: 1, threads: 2)
  ) async throws -> ComparisonReport {
    var reading = Configuration.Reading()
    reading.onBadRow = onBadRow
    let files = try ComparedFiles(
      real: real,
      synthetic: synthetic,
      holdout: holdout,
      reading: reading,
      text: text.flatMap { FieldPath($0) },
      label: label.flatMap { FieldPath($0) }
    )
    return try await FileComparison.compare(
      files,
      embedder: HashedEmbedder(dimensions: 128),
      options: options
    )
  }
}

/// A row with a text and a label, drawn from a small grammar.
struct ComparisonRow {
  var text: String
  var label: String
  var price: Double?
  var channel: String?

  var json: String {
    var object: JSONObject = ["text": .string(text), "label": .string(label)]
    if let price { object["price"] = .number(JSONNumber(price)) }
    if let channel { object["channel"] = .string(channel) }
    return JSONValue.object(object).serialized(.compact)
  }

  /// Draws rows; every seed gives other ones of the same distribution.
  static func draw(_ count: Int, seed: UInt64, from number: Int = 0) -> [ComparisonRow] {
    (number..<(number + count)).map { row in
      var random = CounterRandom(seed: seed, sample: "row", operation: "draw", draw: row)
      let label = random.pick(topics.keys.sorted()) ?? ""
      var words = [random.pick(openings) ?? ""]
      for _ in 0..<(3 + random.index(below: 9)) {
        words.append(
          random.chance(0.3) ? random.pick(topics[label] ?? []) ?? "" : word(&random)
        )
      }
      let mark = random.pick([".", ".", "?", "!"]) ?? ""
      return ComparisonRow(text: words.joined(separator: " ") + mark, label: label)
    }
  }

  /// A made-up word, of some thousand.
  private static func word(_ random: inout CounterRandom) -> String {
    (0..<2).reduce(into: "") { word, _ in
      word +=
        random.pick(["ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "la", "me", "nu", "po"]) ?? ""
      word += random.pick(["n", "r", "s", "t", "l", "m"]) ?? ""
    }
  }

  private static let openings = ["Please", "Could", "My", "The", "When", "Why", "Hello", "We"]
  private static let topics = [
    "billing": ["invoice", "charge", "payment", "price", "tax", "bill"],
    "delivery": ["parcel", "courier", "address", "late", "door", "tracking"],
    "login": ["password", "account", "code", "email", "locked", "reset"],
    "refund": ["money", "return", "back", "cancel", "damaged", "receipt"],
  ]
}
