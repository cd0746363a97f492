import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import SeedbedText

/// Labelled texts for the tests of the learned detectors: real sets, and made ones with known faults.
enum LearnedGapsFixture {
  typealias Rows = (texts: [String], labels: [String])

  static let shared: String? = {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized.path
    let folder = ProcessInfo.processInfo.environment["SEEDBED_SHARED"] ?? root + "/../shared"
    let path = URL(filePath: folder).standardized.path + "/data"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  static let isMissing = "the shared datasets are not here; set SEEDBED_SHARED to their folder"

  static func random(_ seed: Int) -> CounterRandom {
    CounterRandom(seed: UInt64(seed), sample: 1, operation: 2, draw: 3)
  }

  static func banking(_ part: String) throws -> Rows {
    let path = (shared ?? "") + "/banking77/\(part).csv"
    var reader = try RowReader(path: path, options: RowReaderOptions())
    var rows: Rows = ([], [])
    while let row = try reader.next() {
      rows.texts.append(row.fields["text"]?.string ?? "")
      rows.labels.append(row.fields["category"]?.string ?? "")
    }
    return rows
  }

  /// Two parts of a set that is not the same twice: training rows and held-out ones.
  static func parts(_ name: String) throws -> (train: Rows, test: Rows) {
    switch name {
    case "banking77": return (try banking("train"), try banking("test"))
    case "emotion": return (try tweets("train"), try tweets("test"))
    default:
      let all = try news()
      func part(_ rest: Int) -> Rows {
        let rows = all.texts.indices.filter { $0 % 2 == rest }
        return (rows.map { all.texts[$0] }, rows.map { all.labels[$0] })
      }
      return (part(0), part(1))
    }
  }

  private static func tweets(_ part: String) throws -> Rows {
    let folder = (shared ?? "") + "/tweeteval/emotion/\(part)_"
    func lines(_ name: String) throws -> [String] {
      try String(contentsOfFile: folder + name, encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
    return (try lines("text.txt"), try lines("labels.txt"))
  }

  private static func news() throws -> Rows {
    let text = try String(contentsOfFile: (shared ?? "") + "/ag-news/test.csv", encoding: .utf8)
    var rows: Rows = ([], [])
    for line in text.split(whereSeparator: \.isNewline) {
      rows.labels.append(String(line.dropFirst().prefix { $0 != "\"" }))
      rows.texts.append(String(line.drop { $0 != "," }.dropFirst()))
    }
    return rows
  }

  static func inputs(_ texts: [String], _ labels: [String] = []) -> [DimensionInput] {
    texts.indices.map {
      DimensionInput(
        text: texts[$0],
        label: labels.isEmpty ? nil : labels[$0],
        fields: JSONObject()
      )
    }
  }

  static func samples(_ rows: Rows) throws -> [Sample] {
    var fields = FieldMap()
    fields.text = FieldPath(field: "text")
    fields.label = FieldPath(field: "label")
    var builder = SampleBuilder(fields: fields, file: "rows.csv")
    return try rows.texts.indices.map { index in
      try builder.sample(
        from: RawRow(
          number: index + 1,
          byteOffset: 0,
          fields: ["text": .string(rows.texts[index]), "label": .string(rows.labels[index])]
        )
      )
    }
  }

  /// Words that two labels share, with one word in each text that tells the label, unless it is hidden.
  static func made(
    _ count: Int,
    seed: Int,
    hides: (_ row: Int, _ city: String) -> Bool = { _, _ in false }
  ) -> LearnedRows {
    var random = random(seed)
    let filler = ["the", "order", "from", "my", "shop", "on", "monday", "came", "with", "again"]
    let signs = [
      "a": ["refund", "money"], "b": ["parcel", "courier"], "c": ["login", "password"],
    ]
    var texts: [String] = [], labels: [String] = [], cities: [String] = [], sizes: [String] = []
    for row in 0..<count {
      let label = ["a", "b", "c"][random.index(below: 3)]
      let city = ["x", "y", "z"][random.index(below: 3)]
      var words = (0..<6).map { _ in filler[random.index(below: filler.count)] }
      let sign = signs[label]?[random.index(below: 2)] ?? ""
      if !hides(row, city) { words.insert(sign, at: random.index(below: words.count)) }
      texts.append(words.joined(separator: " "))
      labels.append(label)
      cities.append(city)
      sizes.append(["small", "large"][random.index(below: 2)])
    }
    return LearnedRows(
      texts: texts,
      labels: labels,
      dimensions: ["label", "city", "size"],
      values: [labels, cities, sizes]
    )
  }

  static func cell(_ coordinates: (String, String)...) -> Cell {
    Cell(coordinates.map { Cell.Coordinate($0.0, $0.1) })
  }

  static func supply(_ cell: Cell) -> GapEvidence.Supply {
    GapEvidence.Supply(seeds: 50, expansions: 0, hasTransforms: true)
  }

  /// Rows of three labels with a topic of their own, about holidays, whose labels are random; it is the last 120 rows.
  static func withHolidays() async throws -> LearnedEvidence {
    let base = made(600, seed: 11)
    let holiday = (0..<120).map { "a flight to the sea in summer with luggage \($0)" }
    var draw = random(12)
    let labels = base.labels + holiday.map { _ in ["a", "b", "c"][draw.index(below: 3)] }
    let texts = base.texts + holiday
    return LearnedEvidence(
      rows: LearnedRows(texts: texts, labels: labels, dimensions: ["label"], values: [labels]),
      vectors: try await HashedEmbedder().embed(texts, threads: 2),
      threads: 2
    )
  }
}
