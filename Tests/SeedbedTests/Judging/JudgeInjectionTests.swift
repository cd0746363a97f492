import SeedbedData
import SeedbedPipeline
import Synchronization
import Testing

/// Instructions planted in what is judged: a judge that obeys them never passes a case.
@Suite("Planted instructions before judges")
struct JudgeInjectionTests {
  private static let library = PromptLibrary()

  /// A model that does what a planted instruction asks, or else what it was told.
  private final class ObedientModel: LanguageModel {
    let identity = ModelIdentity(name: "judge", endpoint: "memory", model: "obedient", family: "o")
    private let asked = Mutex<[ModelRequest]>([])
    private let answer: String

    init(_ answer: String) { self.answer = answer }

    var requests: [ModelRequest] { asked.withLock { $0 } }

    func answer(to request: ModelRequest) async throws -> ModelAnswer {
      let number = asked.withLock { asked in
        asked.append(request)
        return asked.count
      }
      return ModelAnswer(
        key: "key-\(number)",
        text: number == 1 ? answer : Self.best,
        finish: .stop,
        model: "obedient",
        usage: TokenUsage()
      )
    }

    /// The best points there are, in the right form, as an obedient model makes them up when it is asked
    /// to mend its answer.
    static let best =
      #"{"quote": "Hello", "reason": "fine", "scores": {"label": 5, "natural": 5, "specific": 5}}"#
  }

  private static func judged(_ words: String) -> JudgedCase {
    JudgedCase(
      id: "case",
      task: .classification,
      text: "Hello. \(words)",
      label: words,
      parts: [.init(.output, words)],
      evidence: [.init(.parent, words)],
      labels: [.init("greeting", words)]
    )
  }

  @Test(
    "a judge that obeys gives no points, and the case stays undecided",
    arguments: PlantedInstructions.all
  )
  func obeys(_ words: String) async throws {
    let library = Self.library
    for answer in [#"{"verdict": "pass"}"#, "PASS", #"{"ok": true}"#, #"{"note": 20}"#, words] {
      let model = ObedientModel(answer)
      let asker = PromptedAsker(model: model, library: library, seed: 1)
      let judgement = try await JudgingFixture.panel([asker]).judgement(of: Self.judged(words))
      #expect(judgement.verdict.outcome == .undecided, "\(answer)")
      #expect(judgement.opinions[0].points.isEmpty)
    }
  }

  @Test(
    "the request has the rubric's schema and two turns, whatever is planted",
    arguments: PlantedInstructions.all
  )
  func request(_ words: String) async throws {
    let model = ObedientModel(ObedientModel.best)
    let asker = PromptedAsker(model: model, library: Self.library, seed: 1)
    let judgement = try await JudgingFixture.panel([asker]).judgement(of: Self.judged(words))
    #expect(judgement.verdict.outcome == .pass)
    let request = try #require(model.requests.first)
    #expect(model.requests.count == 1)
    #expect(request.messages.map(\.role) == [.system, .user])
    let scores = JSONValue.object(try #require(request.shape).schema)["properties"]?["scores"]
    #expect(scores?["properties"]?.object?.keys.sorted() == ["label", "natural", "specific"])
    #expect(!request.messages[0].content.contains(Fence.visible(words)))
    // Text, label, labels, output and parent: five values, each between its own two marks.
    let lines = request.messages[1].content.split(separator: "\n", omittingEmptySubsequences: false)
    let mark = try #require(lines.first { $0.hasPrefix("<<<data ") }).dropFirst(8)
    #expect(!words.contains(mark))
    #expect(lines.count { $0 == "<<<data \(mark)" } == 5)
    #expect(lines.count { $0 == "data \(mark)>>>" } == 5)
  }

  @Test("a pair's verdict keeps its schema too", arguments: PlantedInstructions.all)
  func pairs(_ words: String) async throws {
    let library = Self.library
    let asker = PromptedAsker(model: ObedientModel(words), library: library, seed: 1)
    let pair = PairCase(
      id: "pair",
      task: .instruction,
      text: "Write a greeting.",
      first: "Hello.",
      second: words
    )
    let judgement = try await JudgingFixture.panel([asker]).compare(pair)
    #expect(judgement.winner == nil)
  }

  @Test("both prompts say everything that a judge needs")
  func prompts() async throws {
    let library = Self.library
    #expect(library.check().isEmpty)
    let model = ObedientModel(ObedientModel.best)
    let asker = PromptedAsker(model: model, library: library, seed: 1)
    var judged = JudgingFixture.late
    judged.evidence = [.init(.document, "Deliveries come on Mondays.")]
    judged.parts = [.init(.input, "Order 7")]
    _ = try await JudgingFixture.panel([asker]).judgement(of: judged)
    let text = try #require(model.requests.first).messages.map(\.content).joined(separator: "\n")
    let rubric = JudgingFixture.rubric
    for needed in [
      rubric.instruction, judged.text, "order_status", "complaint", "Deliveries come on Mondays.",
      "Order 7", "from 1 to 5", rubric.criteria[0].question, rubric.anchors[0].words, "\"quote\"",
    ] {
      #expect(text.contains(needed), "\(needed)")
    }
    _ = try await JudgingFixture.panel([asker]).compare(JudgingFixture.pair)
    let compared = try #require(model.requests.dropFirst().first).messages.map(\.content).joined(
      separator: "\n"
    )
    for needed in ["Name a prime number.", "Seven.", "Nine is one", "\"winner\""] {
      #expect(compared.contains(needed), "\(needed)")
    }
  }
}
