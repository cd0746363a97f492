import FoundationEssentials
import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText

/// Methods, seeds and data sets for the tests of typed substitution.
enum SubstitutionSupport {
  static let names = [
    "people", "places", "organizations", "products", "amounts", "dates", "times", "numbers",
    "identifiers", "emails", "phones", "urls", "entities",
  ]

  private static let registry = MethodRegistry(
    configuration: Configuration(
      name: "test",
      data: .init(path: "rows.csv"),
      task: .classification,
      fields: FieldMap(),
      dimensions: ["label"]
    )
  )

  static func method(_ name: String) throws -> any TransformMethod {
    try registry.transform(named: name)
  }

  static func random(_ sample: Int, _ draw: Int = 0) -> CounterRandom {
    CounterRandom(seed: 7, sample: UInt64(sample), operation: 11, draw: UInt64(draw))
  }

  static func vary(_ name: String, _ seed: Seed, draw: Int = 0) throws -> Variation? {
    var random = random(0, draw)
    return try method(name).variation(of: seed, random: &random)
  }

  /// The different texts that many draws give.
  static func results(_ name: String, _ seed: Seed, draws: Int = 100) throws -> Set<String> {
    var texts: Set<String> = []
    for draw in 0..<draws {
      if let variation = try vary(name, seed, draw: draw) { texts.insert(variation.text) }
    }
    return texts
  }

  /// The new values of a variation by the old ones.
  static func values(_ variation: Variation) -> [String: String] {
    var values: [String: String] = [:]
    for value in variation.parameters["values"]?.array ?? [] {
      if let object = value.object, let old = object["old"]?.string {
        values[old] = object["new"]?.string
      }
    }
    return values
  }

  static func mark(_ words: String, in text: String, _ label: String) -> Seed.Mark {
    guard let found = text.firstRange(of: words) else { return Seed.Mark(0..<0, label: label) }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return Seed.Mark(start..<(start + words.utf8.count), label: label)
  }

  static func slice(_ text: String, _ range: Range<Int>) -> String? {
    let bytes = Array(text.utf8)
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    return String(validating: bytes[range], as: UTF8.self)
  }

  // MARK: - Data sets

  private static let shared: String = {
    if let named = ProcessInfo.processInfo.environment["SEEDBED_SHARED"] { return named }
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appending(path: "../shared").path
  }()

  static var hasShared: Bool {
    FileManager.default.fileExists(atPath: shared + "/data/snips/LICENSE")
  }

  static func json(_ path: String) -> JSONValue? {
    guard let data = try? Data(contentsOf: URL(filePath: shared + "/data/" + path)) else {
      return nil
    }
    return try? JSONParser.parse(String(decoding: data, as: UTF8.self))
  }

  static func lines(_ path: String) -> [String] {
    guard let data = try? Data(contentsOf: URL(filePath: shared + "/data/" + path)) else {
      return []
    }
    return data.split(whereSeparator: { $0 == 0x0A }).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
  }

  /// A text with the spans that a data set gives it.
  struct Row {
    var text: String
    var label: String
    var language: String
    var marks: [Seed.Mark]
  }

  static let snips: [Row] = [
    "AddToPlaylist", "BookRestaurant", "GetWeather", "PlayMusic", "RateBook", "SearchCreativeWork",
    "SearchScreeningEvent",
  ].flatMap { intent -> [Row] in
    let rows = json("snips/\(intent)/train_\(intent).json")?.object?[intent]?.array ?? []
    return rows.map { row in
      var text = "", marks: [Seed.Mark] = []
      for part in row.object?["data"]?.array ?? [] {
        let words = part.object?["text"]?.string ?? ""
        if let label = part.object?["entity"]?.string, !words.isEmpty {
          let start = text.utf8.count
          marks.append(Seed.Mark(start..<(start + words.utf8.count), label: label))
        }
        text += words
      }
      return Row(text: text, label: intent, language: "en", marks: marks)
    }
  }

  static let restaurants: [Row] = (json("restaurant8k/test.json")?.array ?? []).compactMap { row in
    guard let text = row.object?["userInput"]?.object?["text"]?.string else { return nil }
    let spans = (row.object?["labels"]?.array ?? []).compactMap { label -> TextSpan? in
      guard let object = label.object, let span = object["valueSpan"]?.object,
        let slot = object["slot"]?.string, let end = span["endIndex"]?.int
      else { return nil }
      return TextSpan(start: span["startIndex"]?.int ?? 0, end: end, label: slot, text: "")
    }
    return Row(text: text, label: "book", language: "en", marks: marks(text, spans))
  }

  static let banking: [Row] = (json("nlupp-banking/fold0.json")?.array ?? []).compactMap { row in
    guard let object = row.object, let text = object["text"]?.string else { return nil }
    let slots = object["slots"]?.object ?? [:]
    let spans = slots.compactMap { name, slot -> TextSpan? in
      guard let span = slot.object?["span"]?.array, span.count == 2, let start = span[0].int,
        let end = span[1].int
      else { return nil }
      return TextSpan(start: start, end: end, label: name, text: "")
    }
    return Row(text: text, label: "bank", language: "en", marks: marks(text, spans))
  }

  static let dialogues: [Row] = lines("fb-multilingual-tod/es/train-es.tsv").compactMap { line in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count > 2 else { return nil }
    let spans = cells[1].split(separator: ",").compactMap { span -> TextSpan? in
      let parts = span.split(separator: ":", maxSplits: 2).map(String.init)
      guard parts.count == 3, let start = Int(parts[0]), let end = Int(parts[1]) else { return nil }
      return TextSpan(start: start, end: end, label: parts[2], text: "")
    }
    return Row(text: cells[2], label: cells[0], language: "es", marks: marks(cells[2], spans))
  }

  static let customers: [Row] = lines(
    "bitext-customer-support/train/Bitext_Sample_Customer_Service_Training_Dataset.csv"
  )
  .dropFirst().compactMap { line in
    guard !line.contains("\"") else { return nil }
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 8 else { return nil }
    var spans: [TextSpan] = []
    if let start = Int(cells[4]), let end = Int(cells[5]) {
      spans.append(TextSpan(start: start, end: end, label: cells[2], text: ""))
    }
    return Row(text: cells[0], label: cells[1], language: "en", marks: marks(cells[0], spans))
  }

  /// Spans in Unicode scalars as marks in bytes; those that do not fit the text are left out.
  private static func marks(_ text: String, _ spans: [TextSpan]) -> [Seed.Mark] {
    let offsets = ScalarOffsets(text)
    return spans.compactMap { span in
      guard let start = offsets.utf8(fromScalar: span.start),
        let end = offsets.utf8(fromScalar: span.end), start < end
      else { return nil }
      return Seed.Mark(start..<end, label: span.label)
    }
  }
}
