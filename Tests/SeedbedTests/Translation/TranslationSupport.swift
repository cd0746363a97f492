import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedModels
import SeedbedPipeline
import Synchronization
import Testing

/// What the tests of translators share.
enum Translation {
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

  static let shared: URL = {
    let named = ProcessInfo.processInfo.environment["SEEDBED_SHARED"]
    return named.map { URL(filePath: $0) } ?? root.appending(path: "../shared").standardized
  }()

  static let hasData = FileManager.default.fileExists(
    atPath: shared.appending(path: "data/snips").path
  )

  static func seeds(_ texts: [String], language: String? = "en") -> [Seed] {
    texts.map { Seed(reading: $0, language: language) }
  }

  static func random(_ count: Int, seed: UInt64 = 1) -> [CounterRandom] {
    (0..<count).map { CounterRandom(seed: seed, sample: UInt64($0), operation: 9, draw: 0) }
  }

  /// A seed whose text has marks between `[` and `]`.
  static func marked(_ text: String, language: String = "en") -> Seed {
    var plain = ""
    var marks: [Seed.Mark] = []
    var start = 0
    for character in text {
      switch character {
      case "[": start = plain.utf8.count
      case "]": marks.append(Seed.Mark(start..<plain.utf8.count, label: "x"))
      default: plain.append(character)
      }
    }
    return Seed(reading: plain, language: language, marks: marks)
  }

  /// The texts that marks cover.
  static func covered(_ text: String, _ marks: [Range<Int>]) -> [String] {
    let bytes = Array(text.utf8)
    return marks.map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}

/// A translator that does as it is told.
final class ScriptedTranslator: Translator {
  let identity = "scripted"
  private let rule: @Sendable (String, String, String) -> String
  private let log = Mutex<[(texts: Int, way: String)]>([])

  init(_ rule: @escaping @Sendable (_ text: String, _ from: String, _ to: String) -> String) {
    self.rule = rule
  }

  /// How many texts each call had, and its direction, in the order of directions.
  var calls: [String] { log.withLock { $0.map { "\($0.way) \($0.texts)" }.sorted() } }

  func translate(
    _ texts: [String],
    from source: String,
    to target: String
  ) async throws -> [String] {
    log.withLock { $0.append((texts.count, "\(source)>\(target)")) }
    return texts.map { rule($0, source, target) }
  }
}

/// Rows of the span datasets as seeds.
enum SpanRows {
  static func snips(_ perIntent: Int) throws -> [Seed] {
    let folder = Translation.shared.appending(path: "data/snips")
    var seeds: [Seed] = []
    for intent in ["AddToPlaylist", "BookRestaurant", "GetWeather", "PlayMusic", "RateBook"] {
      let data = try Data(
        contentsOf: folder.appending(path: "\(intent)/validate_\(intent).json")
      )
      let rows = try JSONParser.parse([UInt8](data).span)[intent]?.array ?? []
      for row in rows.prefix(perIntent) {
        var text = ""
        var marks: [Seed.Mark] = []
        for chunk in row["data"]?.array ?? [] {
          let start = text.utf8.count
          text += chunk["text"]?.string ?? ""
          if let entity = chunk["entity"]?.string {
            marks.append(Seed.Mark(start..<text.utf8.count, label: entity))
          }
        }
        seeds.append(Seed(reading: text, language: "en", marks: marks))
      }
    }
    return seeds
  }

  static func restaurants(_ count: Int) throws -> [Seed] {
    let file = Translation.shared.appending(path: "data/restaurant8k/test.json")
    let rows = try JSONParser.parse([UInt8](try Data(contentsOf: file)).span).array ?? []
    var seeds: [Seed] = []
    for row in rows where seeds.count < count {
      let text = row["userInput"]?["text"]?.string ?? ""
      let offsets = ScalarOffsets(text)
      let marks = (row["labels"]?.array ?? []).compactMap { label -> Seed.Mark? in
        let span = label["valueSpan"]
        guard let end = span?["endIndex"]?.int, end <= offsets.scalarCount,
          let lower = offsets.utf8(fromScalar: span?["startIndex"]?.int ?? 0),
          let upper = offsets.utf8(fromScalar: end), lower < upper
        else { return nil }
        return Seed.Mark(lower..<upper, label: label["slot"]?.string ?? "")
      }
      if !marks.isEmpty { seeds.append(Seed(reading: text, language: "en", marks: marks)) }
    }
    return seeds
  }
}
