import FoundationEssentials
import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Rewrites keep what they promise")
struct RewriteSafetyTests {
  static let all = RewriteSupport.rewrites + RewriteSupport.counterfactuals

  @Test("any text gives nothing or valid edits that keep every lock", arguments: all)
  func fuzz(_ name: String) throws {
    var random = CounterRandom(seed: 11, sample: 0, operation: 0, draw: 0)
    let labels = [nil, "positive", "true", "lock_door"]
    for number in 0..<1500 {
      let text = RewriteSupport.wildText(&random)
      let scalars = Array(text.unicodeScalars)
      var marks: [Seed.Mark] = []
      if !scalars.isEmpty, random.chance(0.6) {
        let start = random.index(below: scalars.count)
        let end = start + 1 + random.index(below: min(6, scalars.count - start))
        let before = String(String.UnicodeScalarView(scalars[..<start])).utf8.count
        let inside = String(String.UnicodeScalarView(scalars[start..<end])).utf8.count
        marks = [Seed.Mark(before..<(before + inside))]
      }
      let seed = Seed(
        reading: text,
        language: ["en", "es", "fr", "de", "ja", nil][random.index(below: 6)],
        label: labels[random.index(below: labels.count)],
        marks: marks
      )
      guard let made = try RewriteSupport.variation(name, seed, sample: number) else { continue }
      #expect(made.text != seed.text)
      #expect(try made.edits.applied(to: seed.text) == made.text)
      for (mark, moved) in zip(seed.marks, made.marks) {
        let old = GenerationSupport.slice(seed.text, mark.range)
        #expect(GenerationSupport.slice(made.text, moved) == old, "\(name) on \(seed.text)")
      }
      #expect(made.edits.edits.allSatisfy { !$0.reason.isEmpty })
    }
  }

  @Test("the same draw gives the same text, another draw or sample may not", arguments: all)
  func determinism(_ name: String) throws {
    var random = CounterRandom(seed: 5, sample: 0, operation: 0, draw: 0)
    for number in 0..<200 {
      let seed = Seed(
        reading: RewriteSupport.wildText(&random),
        language: "en",
        label: "true"
      )
      let first = try RewriteSupport.variation(name, seed, sample: number)
      #expect(try RewriteSupport.variation(name, seed, sample: number) == first)
    }
  }

  @Test("a text of any length takes time in proportion to it", arguments: all)
  func long(_ name: String) throws {
    let pieces = [
      "I don't know if they blocked my card because it is good, and you are not here. ",
      "Please call me at 5 pm about the $1,234.50 on May 3, 2024.\n", "a", "é", "不", "'", ", ",
      "1 ",
    ]
    for piece in pieces {
      let seed = Seed(
        reading: String(repeating: piece, count: 100_000 / piece.utf8.count),
        language: "en",
        label: "true"
      )
      // A quadratic method would not come back from all of them in the time of a test run.
      if let made = try RewriteSupport.variation(name, seed) { #expect(made.text != seed.text) }
    }
  }

  @Test("spans of real data cover the same words afterwards", arguments: RewriteSupport.rewrites)
  func spans(_ name: String) throws {
    var made = 0
    for (number, seed) in RewriteSpans.seeds.enumerated() {
      guard let variation = try RewriteSupport.variation(name, seed, sample: number) else {
        continue
      }
      made += 1
      for (mark, moved) in zip(seed.marks, variation.marks) {
        let old = GenerationSupport.slice(seed.text, mark.range)
        #expect(GenerationSupport.slice(variation.text, moved) == old, "\(name) on \(seed.text)")
      }
    }
    if !RewriteSpans.seeds.isEmpty, !["passive", "date_format", "format_prose"].contains(name) {
      #expect(made > 0)
    }
  }

  @Test("unknown languages are left alone by what is bound to a language", arguments: all)
  func languages(_ name: String) throws {
    let descriptor = try GenerationSupport.registry.transform(named: name).descriptor
    guard !descriptor.languages.isEmpty else { return }
    for language in ["xx", nil] {
      let seed = Seed(
        reading: "I don't know the good way, please help at 5 pm. They blocked my card.",
        language: language,
        label: "true"
      )
      #expect(try RewriteSupport.variation(name, seed) == nil)
    }
  }
}

/// Texts with spans of the shared datasets; none where they are missing.
enum RewriteSpans {
  static let seeds: [Seed] = restaurants + accounts + alarms + weather

  private static let restaurants: [Seed] = rows("restaurant8k/test.json").enumerated()
    .filter { $0.offset % 3 == 0 }
    .compactMap { _, row in
      guard let text = row.object?["userInput"]?.object?["text"]?.string else { return nil }
      let spans = (row.object?["labels"]?.array ?? []).compactMap { label -> Range<Int>? in
        guard let span = label.object?["valueSpan"]?.object, let end = span["endIndex"]?.int else {
          return nil
        }
        return min(span["startIndex"]?.int ?? 0, end)..<end
      }
      return seed(text, "en", spans)
    }

  private static let accounts: [Seed] = (0..<8).flatMap { rows("nlupp-banking/fold\($0).json") }
    .compactMap { row in
      guard let text = row.object?["text"]?.string else { return nil }
      let spans = (row.object?["slots"]?.object ?? [:]).compactMap { _, slot -> Range<Int>? in
        guard let span = slot.object?["span"]?.array, span.count == 2, let start = span[0].int,
          let end = span[1].int, start < end
        else { return nil }
        return start..<end
      }
      return seed(text, "en", spans)
    }

  private static let alarms: [Seed] = lines("fb-multilingual-tod/es/train-es.tsv").compactMap {
    line in
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count > 2 else { return nil }
    let spans = cells[1].split(separator: ",").compactMap { span -> Range<Int>? in
      let parts = span.split(separator: ":").prefix(2).compactMap { Int($0) }
      return parts.count == 2 && parts[0] < parts[1] ? parts[0]..<parts[1] : nil
    }
    return seed(cells[2], "es", spans)
  }

  private static let weather: [Seed] = ["GetWeather", "BookRestaurant", "PlayMusic"].flatMap {
    intent in
    let path = "snips/\(intent)/train_\(intent).json"
    return (json(path)?.object?[intent]?.array ?? []).compactMap { row -> Seed? in
      var text = ""
      var spans: [Range<Int>] = []
      for part in row.object?["data"]?.array ?? [] {
        let words = part.object?["text"]?.string ?? ""
        if part.object?["entity"] != nil, !words.isEmpty {
          let start = text.unicodeScalars.count
          spans.append(start..<(start + words.unicodeScalars.count))
        }
        text += words
      }
      return seed(text, "en", spans)
    }
  }

  private static func rows(_ path: String) -> [JSONValue] { json(path)?.array ?? [] }

  private static func json(_ path: String) -> JSONValue? {
    data(path).flatMap { try? JSONParser.parse(String(decoding: $0, as: UTF8.self)) }
  }

  private static func lines(_ path: String) -> [String] {
    (data(path) ?? Data()).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func data(_ path: String) -> Data? {
    TextResources.shared.flatMap { try? Data(contentsOf: URL(filePath: "\($0)/data/\(path)")) }
  }

  /// The seed of a text with spans in scalars; nil where a span does not fit.
  private static func seed(_ text: String, _ language: String, _ spans: [Range<Int>]) -> Seed? {
    let offsets = ScalarOffsets(text)
    var marks: [Seed.Mark] = []
    for span in spans {
      guard let start = offsets.utf8(fromScalar: span.lowerBound),
        let end = offsets.utf8(fromScalar: span.upperBound), start < end
      else { return nil }
      marks.append(Seed.Mark(start..<end))
    }
    return Seed(reading: text, language: language, marks: marks)
  }
}
