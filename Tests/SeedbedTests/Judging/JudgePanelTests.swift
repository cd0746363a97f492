import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Panels of judges")
struct JudgePanelTests {
  private let late = JudgingFixture.late

  @Test("a case passes at the threshold and fails below it")
  func threshold() async throws {
    for (points, outcome) in [(5, Outcome.pass), (4, .pass), (3, .fail), (1, .fail)] {
      let panel = try JudgingFixture.panel([ScriptedJudge(points: points)])
      let verdict = try await panel.verdict(for: late)
      #expect(verdict.check == "judge")
      #expect(verdict.outcome == outcome)
      #expect(verdict.score == Double(points - 1) / 4)
      #expect(verdict.threshold == 0.7)
    }
  }

  @Test("the evidence names each judge with its score and quotes nothing")
  func evidence() async throws {
    let panel = try JudgingFixture.panel([
      ScriptedJudge("kind", points: 5), ScriptedJudge("stern", points: 4),
    ])
    let verdict = try await panel.verdict(for: late)
    #expect(verdict.evidence == "good enough: `kind` 1.00, `stern` 0.75")
    #expect(verdict.score == 0.875)
  }

  @Test("judges that differ by more than the spread leave the case undecided")
  func spread() async throws {
    let judges = [ScriptedJudge("a", points: 5), ScriptedJudge("b", points: 2)]
    let verdict = try await JudgingFixture.panel(judges).verdict(for: late)
    #expect(verdict.outcome == .undecided)
    #expect(verdict.evidence == "the judges differ by 0.75: `a` 1.00, `b` 0.25")
    var rubric = JudgingFixture.rubric
    rubric.spread = 0.75
    let wide = try await JudgingFixture.panel(judges, rubric: rubric).verdict(for: late)
    #expect(wide.outcome == .fail)
  }

  @Test("a majority needs more than half of the judges")
  func majority() async throws {
    func outcome(_ points: [Int]) async throws -> Outcome {
      var rubric = JudgingFixture.rubric
      rubric.spread = 1
      let judges = points.enumerated().map { ScriptedJudge("j\($0)", points: $1) }
      return try await JudgingFixture.panel(judges, rubric: rubric, rule: .majority)
        .verdict(for: late).outcome
    }
    #expect(try await outcome([5, 4, 1]) == .pass)
    #expect(try await outcome([5, 3, 1]) == .fail)
    #expect(try await outcome([5, 1]) == .undecided)
  }

  @Test(
    "an answer that does not follow the rubric to the letter is never a pass",
    arguments: [
      #"{"quote": "parcel", "reason": "r", "scores": {"label": 6, "natural": 5, "specific": 5}}"#,
      #"{"quote": "parcel", "reason": "r", "scores": {"label": 5, "natural": 5}}"#,
      #"{"quote": "parcel", "reason": "r", "scores": {"label": "5", "natural": 5, "specific": 5}}"#,
      #"{"quote": "parcel", "reason": "r", "scores": {"label": 4.5, "natural": 5, "specific": 5}}"#,
      #"{"reason": "r", "scores": {"label": 5, "natural": 5, "specific": 5}}"#,
      #"{"quote": "parcel", "reason": "r", "scores": {"label": 5, "natural": 5, "specific": 5}, "pass": true}"#,
      #"{"quote": "parcel", "reason": 1, "scores": {"label": 5, "natural": 5, "specific": 5}}"#,
      #"{"quote": "parcel", "reason": "r", "scores": {"label": 5, "natural": 5, "specific": 5, "text": 5}}"#,
      #"{"score": 5, "label_ok": true, "reason": "r"}"#, #"[5, 5, 5]"#, #""pass""#, "null",
    ]
  )
  func unusable(_ answer: String) async throws {
    let value = try JSONParser.parse(answer)
    let judge = ScriptedJudge { _ in value }
    let judgement = try await JudgingFixture.panel([judge]).judgement(of: late)
    #expect(judgement.verdict.outcome == .undecided)
    #expect(judgement.opinions[0].problem == .unusable)
    #expect(judgement.verdict.score == nil)
  }

  @Test(
    "a judge that fails leaves the case undecided, whatever the others say",
    arguments: [
      (RequestFailure.Kind.unanswered, JudgeProblem.unanswered), (.refused, .refused),
      (.filtered, .filtered), (.unusable, .unusable),
    ]
  )
  func failures(_ kind: RequestFailure.Kind, _ problem: JudgeProblem) async throws {
    let lost = ScriptedJudge("lost") { _ in throw RequestFailure(kind, "secret words", key: "k") }
    let panel = try JudgingFixture.panel([ScriptedJudge("kind", points: 5), lost])
    let judgement = try await panel.judgement(of: late)
    #expect(judgement.verdict.outcome == .undecided)
    #expect(!judgement.verdict.evidence.contains("secret"))
    #expect(judgement.opinions.map(\.problem) == [nil, problem])
    #expect(judgement.opinions[1].requests == ["k"])
    var tally = JudgeTally()
    tally.add(judgement)
    #expect(tally.undecided == 1 && tally.passed == 0)
    #expect(tally.judges.map(\.decided) == [1, 0])
    #expect(tally.judges[1].problems == [problem: 1])
  }

  @Test("an answer that is still to come is thrown, after every judge was asked")
  func pending() async throws {
    let first = ScriptedJudge("first") { _ in throw RequestFailure(.pending, "later", key: "k") }
    let second = ScriptedJudge("second", points: 5)
    let failure = await #expect(throws: RequestFailure.self) {
      try await JudgingFixture.panel([first, second]).verdict(for: late)
    }
    #expect(failure?.kind == .pending)
    #expect(second.questions.count == 1)
    let pairs = ScriptedJudge("pairs") { _ in throw RequestFailure(.pending, "later", key: "k") }
    await #expect(throws: RequestFailure.self) {
      try await JudgingFixture.panel([pairs]).compare(JudgingFixture.pair)
    }
    #expect(pairs.questions.count == 2)
  }

  @Test("what ends the run is passed on")
  func fatal() async throws {
    let judge = ScriptedJudge { _ in throw SeedbedError(.gate, "the budget is used up") }
    await #expect(throws: SeedbedError.self) {
      try await JudgingFixture.panel([judge]).verdict(for: late)
    }
  }

  @Test(
    "a quote must stand in the case word for word, white space aside",
    arguments: [
      ("parcel should", true), ("parcel  should\nhave", true), ("Parcel should", false),
      ("parcel … Monday", false), ("\"parcel\"", false), ("", false), (" \n", false),
      ("on Monday.", true), ("order_status", false), ("the passage itself", true),
    ]
  )
  func quotes(_ quote: String, _ isThere: Bool) async throws {
    var judged = late
    judged.evidence = [.init(.document, "This is the\n passage itself.")]
    let judge = ScriptedJudge { $0.points(5, quote: quote) }
    let judgement = try await JudgingFixture.panel([judge]).judgement(of: judged)
    #expect((judgement.verdict.outcome == .pass) == isThere)
    #expect(judgement.opinions[0].problem == (isThere ? nil : .misquoted))
  }

  @Test("a quote of a long text of one letter is found or not in good time")
  func longQuotes() async throws {
    var judged = late
    judged.text = String(repeating: "a", count: 300_000)
    let quote = String(repeating: "a", count: 100_000) + "b"
    let judge = ScriptedJudge { $0.points(5, quote: quote) }
    let outcome = try await JudgingFixture.panel([judge]).verdict(for: judged).outcome
    #expect(outcome == .undecided)
  }

  @Test("a judge sees the evidence, and everything from rows is data")
  func sees() async throws {
    var judged = late
    judged.parts = [.init(.output, "It is on its way.")]
    judged.evidence = [.init(.document, "the manual"), .init(.parent, "Where is my parcel?")]
    let judge = ScriptedJudge(points: 5)
    _ = try await JudgingFixture.panel([judge]).verdict(for: judged)
    let question = try #require(judge.questions.first)
    #expect(question.prompt == "judge_score")
    #expect(question.values["text"] == .data(judged.text))
    #expect(question.values["label"] == .data("order_status"))
    #expect(question.list("evidence").map { $0["text"] } == judged.evidence.map { .data($0.text) })
    #expect(question.list("parts").map { $0["text"] } == [.data("It is on its way.")])
    let words = question.values.values.compactMap { value -> String? in
      guard case .words(let text) = value else { return nil }
      return text
    }
    for text in [judged.text, "the manual", "order_status", "Where is my parcel?"] {
      #expect(!words.contains { $0.contains(text) })
    }
  }

  @Test("criteria and labels are shown in an order of the case and the judge, the same every time")
  func order() async throws {
    var orders: Set<[String]> = []
    var lists: Set<String> = []
    for number in 0..<40 {
      var judged = late
      judged.id = "case \(number)"
      let first = ScriptedJudge("first", points: 5)
      let again = ScriptedJudge("first", points: 5)
      _ = try await JudgingFixture.panel([first]).verdict(for: judged)
      _ = try await JudgingFixture.panel([again]).verdict(for: judged)
      #expect(first.questions[0].values == again.questions[0].values)
      #expect(first.questions[0].shape == again.questions[0].shape)
      #expect(first.questions[0].criteria.sorted() == ["label", "natural", "specific"])
      orders.insert(first.questions[0].criteria)
      lists.insert(first.questions[0].data("labels"))
    }
    #expect(orders.count == 6)
    #expect(lists.count > 15)
  }

  @Test("a judge that names the same text in both orders names the winner")
  func steady() async throws {
    let judge = ScriptedJudge { $0.winner($0.data("a") == "Seven." ? "A" : "B") }
    let judgement = try await JudgingFixture.panel([judge]).compare(JudgingFixture.pair)
    #expect(judgement.winner == .side(.first))
    #expect(judge.questions.map { $0.data("a") } == ["Seven.", "Nine is one, I believe."])
    #expect(judge.questions.map { $0.data("b") } == ["Nine is one, I believe.", "Seven."])
    #expect(judgement.evidence == "all judges agree: `judge` prefers the first")
  }

  @Test(
    "a judge that changes its mind with the order is undecided, and counted",
    arguments: ["A", "B"]
  )
  func flips(_ place: String) async throws {
    let judge = ScriptedJudge { $0.winner(place) }
    let judgement = try await JudgingFixture.panel([judge]).compare(JudgingFixture.pair)
    #expect(judgement.winner == nil)
    #expect(judgement.opinions[0].isFlipped)
    #expect(judgement.evidence == "undecided: `judge` changed its mind with the order")
    var tally = JudgeTally()
    tally.add(judgement)
    #expect(tally.judges[0].problems == [.flipped: 1])
  }

  @Test("ties stand, judges that disagree do not decide")
  func tiesAndDisagreement() async throws {
    let tie = ScriptedJudge("tie") { $0.winner("tie") }
    let first = ScriptedJudge("first") { $0.winner($0.data("a") == "Seven." ? "A" : "B") }
    let pair = JudgingFixture.pair
    #expect(try await JudgingFixture.panel([tie]).compare(pair).winner == .tie)
    let both = try await JudgingFixture.panel([tie, first]).compare(pair)
    #expect(both.winner == nil)
    #expect(both.evidence == "the judges disagree: `tie` sees a tie, `first` prefers the first")
    let bad = ScriptedJudge("bad") { question in question.winner("C") }
    let mixed = try await JudgingFixture.panel([first, bad]).compare(pair)
    #expect(mixed.winner == nil)
    #expect(mixed.opinions[1].problem == .unusable)
  }

  @Test("a panel needs judges, each with a name of its own")
  func names() {
    let none = #expect(throws: SeedbedError.self) { try JudgingFixture.panel([]) }
    #expect(none?.message == "the panel has no judge")
    let twice = #expect(throws: SeedbedError.self) {
      try JudgingFixture.panel([ScriptedJudge("a", points: 1), ScriptedJudge("a", points: 1)])
    }
    #expect(twice?.message == "the judge `a` is named twice")
  }
}
