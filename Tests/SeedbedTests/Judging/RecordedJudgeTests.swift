import Foundation
import SeedbedData
import SeedbedPipeline
import Testing

/// Answers of judges that were recorded with planted faults; its README names them.
@Suite("Recorded judges", .enabled(if: JudgingFixture.shared("model-answers") != nil))
struct RecordedJudgeTests {
  /// The answers by the name of their request.
  private let answers: [String: JSONValue]

  init() throws {
    let path = try #require(JudgingFixture.shared("model-answers/responses.jsonl")).path
    var reader = try RowReader(path: path)
    var answers: [String: JSONValue] = [:]
    while let row = try reader.next() {
      guard let name = row.fields["custom_id"]?.string,
        name.hasPrefix("judge-") || name.hasPrefix("pair-"),
        let choice = row.fields["response"]?["body"]?["choices"]?.array?.first,
        let text = choice["message"]?["content"]?.string
      else { continue }
      answers[name] = try JSONParser.parse(text)
    }
    self.answers = answers
  }

  private var names: [String] { answers.keys.filter { $0.hasPrefix("judge-") }.sorted() }

  /// The recorded judges say `label_ok` and give a reason.
  private static let rubric = Rubric(
    name: "recorded",
    instruction: "Does the text fulfil its label?",
    scale: 0...1,
    criteria: [.init("label_ok", "Does it?")],
    evidence: [.reason]
  )

  @Test("answers in the recorded form are no answers to another rubric")
  func foreignForm() async throws {
    #expect(names.count == 30)
    for name in names {
      let answer = try #require(answers[name])
      let judge = ScriptedJudge { _ in answer }
      let outcome = try await JudgingFixture.panel([judge]).verdict(for: JudgingFixture.late)
        .outcome
      #expect(outcome == .undecided, "\(name)")
    }
  }

  @Test("held against people, the ten wrong judgements are found by name")
  func wrongJudgements() async throws {
    let wrong = [4, 6, 8, 14, 16, 18, 24, 25, 27, 29].map {
      $0 < 10 ? "judge-0\($0)" : "judge-\($0)"
    }
    let answers = answers
    let judge = ScriptedJudge { question in
      let answer = answers[question.data("text")]
      let points: JSONValue = answer?["label_ok"]?.bool == true ? 1 : 0
      return ["reason": answer?["reason"] ?? "", "scores": ["label_ok": points]]
    }
    let cases = names.map { name in
      let isGood = (answers[name]?["label_ok"]?.bool == true) != wrong.contains(name)
      return ScoredCase(
        JudgedCase(id: name, task: .classification, text: name),
        human: isGood ? 1 : 0,
        isGood: isGood
      )
    }
    let report = try await Calibration(judges: [judge], rubric: Self.rubric, seed: 1)
      .run(.scored(cases))
    #expect(report.judges[0].decisions.misjudged == wrong)
    #expect(!report.isStable)
  }

  @Test("the two judges that follow the place are found by name, the tie stands")
  func flips() async throws {
    var rubric = Self.rubric
    rubric.evidence = [.reason]
    let answers = answers
    var tally = JudgeTally()
    var winners: [String: PairOpinion.Winner] = [:]
    for number in 1...6 {
      let name = "pair-0\(number)"
      let judge = ScriptedJudge { question in
        let answer = answers["\(name)-\(question.data("a"))\(question.data("b"))"]
        return ["reason": answer?["reason"] ?? "", "winner": answer?["winner"] ?? ""]
      }
      let judgement = try await JudgingFixture.panel([judge], rubric: rubric).compare(
        PairCase(id: name, task: .classification, text: "", first: "a", second: "b")
      )
      tally.add(judgement)
      winners[name] = judgement.winner
      #expect(judgement.opinions[0].isFlipped == [3, 5].contains(number), "\(name)")
    }
    #expect(tally.judges[0].problems == [.flipped: 2])
    #expect(winners["pair-01"] == .side(.first) && winners["pair-02"] == .side(.second))
    #expect(winners["pair-06"] == .tie)
  }
}
