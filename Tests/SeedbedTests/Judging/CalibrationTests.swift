import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import Synchronization
import Testing

@Suite("Calibration of judges")
struct CalibrationTests {
  /// Cases of which every second is good; the length of a text says nothing about it.
  private static func cases(_ count: Int) -> [ScoredCase] {
    (0..<count).map { number in
      let isGood = number % 2 == 0
      let words = String(repeating: "word ", count: 1 + (number * 7) % 13)
      return ScoredCase(
        JudgedCase(id: "c\(number)", task: .classification, text: "case \(number) \(words)"),
        human: isGood ? 1 : 0,
        isGood: isGood
      )
    }
  }

  private static func number(_ question: ScriptedJudge.Question) -> Int {
    Int(question.data("text").split(separator: " ").dropFirst().first ?? "0") ?? 0
  }

  private static func run(
    _ cases: CalibrationCases,
    repeats: Int = 3,
    _ rule: @escaping @Sendable (ScriptedJudge.Question) throws -> JSONValue
  ) async throws -> JudgeCalibration {
    try await Calibration(
      judges: [ScriptedJudge("judge", rule)],
      rubric: JudgingFixture.rubric,
      repeats: repeats,
      seed: 1
    ).run(cases).judges[0]
  }

  @Test("a judge that agrees with people is stable")
  func stable() async throws {
    let judge = try await Self.run(.scored(Self.cases(60))) { question in
      question.points(Self.number(question) % 2 == 0 ? 5 : 2)
    }
    #expect(judge.record.isStable, "\(judge.record.reasons)")
    #expect(judge.record.kappa == 1 && judge.record.kappaLower == 1)
    #expect(judge.record.threshold == 1)
    #expect(judge.record.consistency == 1)
    #expect(judge.decisions.rows.map(\.threshold) == [0.25, 1])
    #expect(judge.decisions.misjudged.isEmpty)
  }

  @Test("a judge that tosses coins is unstable, with its numbers as reasons")
  func chance() async throws {
    let judge = try await Self.run(.scored(Self.cases(80))) { question in
      var random = CounterRandom(
        seed: 4,
        sample: question.data("text"),
        operation: "coin",
        draw: question.variant
      )
      return question.points(random.chance(0.5) ? 5 : 1)
    }
    #expect(!judge.record.isStable)
    #expect(judge.record.reasons.contains { $0.hasPrefix("its kappa is ") })
    #expect(judge.record.reasons.contains { $0.hasPrefix("its repeats agree to 0.") })
  }

  @Test("too few cases, one repeat and failures are reasons of their own")
  func reasons() async throws {
    let judge = try await Self.run(.scored(Self.cases(20)), repeats: 1) { question in
      if Self.number(question) % 5 == 0 { throw RequestFailure(.refused, "no", key: "k") }
      return question.points(Self.number(question) % 2 == 0 ? 5 : 2)
    }
    let reasons = judge.record.reasons
    #expect(reasons.contains("it was measured on 20 cases; at least 50 are asked for"))
    #expect(reasons.contains("its consistency is not known: every case was asked once only"))
    #expect(reasons.contains("it left 0.20 of the cases undecided; at most 0.10 is allowed"))
    #expect(judge.decisions.undecided == ["c0", "c5", "c10", "c15"])
    #expect(judge.problems.map(\.problem) == [.refused] && judge.problems[0].count == 4)
    // A good case without a verdict does not pass, and counts against recall.
    #expect(judge.record.recall == 0.8)
  }

  @Test("where people say the same of every case, kappa has no value and nothing is proved")
  func oneClass() async throws {
    let cases = Self.cases(60).map { ScoredCase($0.judged, human: 1, isGood: true) }
    let judge = try await Self.run(.scored(cases)) { $0.points(5) }
    #expect(judge.record.kappa == nil && judge.record.kappaLower == nil)
    #expect(!judge.record.isStable)
    #expect(judge.record.reasons.contains { $0.hasPrefix("its kappa is not defined") })
  }

  @Test("among thresholds of equal kappa the lowest is taken")
  func ties() async throws {
    // The points of good cases are 4 or 5: passing from 4 is right for all, from 5 for half of them.
    let cases = Self.cases(60)
    let judge = try await Self.run(.scored(cases)) { question in
      let number = Self.number(question)
      return question.points(number % 2 == 0 ? 4 + (number / 2) % 2 : 1)
    }
    #expect(judge.record.threshold == 0.75)
    // A judge that errs alike at both ends has one kappa at two thresholds.
    let even = try await Self.run(.scored(Self.cases(4))) { question in
      question.points([5, 3, 1, 3][Self.number(question)])
    }
    let kappas = even.decisions.rows.map(\.kappa)
    #expect(kappas == [0, -0.5, 0.5])
    let level = try await Self.run(.scored(Self.cases(4))) { question in
      question.points([5, 1, 3, 3][Self.number(question)])
    }
    #expect(level.decisions.rows.map(\.kappa) == [0, 0.5, 0.5])
    #expect(level.record.threshold == 0.5)
  }

  @Test("a judge that likes length is found out, one that follows people is not")
  func length() async throws {
    let likesLength = try await Self.run(.scored(Self.cases(130)), repeats: 1) { question in
      question.points(min(5, 1 + question.data("text").split(separator: " ").count / 3))
    }
    #expect((likesLength.record.lengthBias ?? 0) > 0.9)
    let fair = try await Self.run(.scored(Self.cases(130)), repeats: 1) { question in
      question.points(Self.number(question) % 2 == 0 ? 5 : 2)
    }
    #expect(abs(fair.record.lengthBias ?? 0) < 0.1)
  }

  private static func pairs(_ count: Int) -> [LabelledPair] {
    (0..<count).map { number in
      let isFirst = (number / 2) % 2 == 0
      return LabelledPair(
        PairCase(
          id: "p\(number)",
          task: .instruction,
          text: "task \(number)",
          first: isFirst ? "right" : "wrong",
          second: isFirst ? "wrong, at length" : "right, at length"
        ),
        human: isFirst ? .first : .second
      )
    }
  }

  @Test("a judge that prefers the first place is undecided, and its bias is measured")
  func position() async throws {
    let judge = try await Self.run(.pairs(Self.pairs(60))) { $0.winner("A") }
    #expect(judge.record.positionBias == 0.5)
    #expect(judge.record.undecidedShare == 1)
    #expect(judge.problems.map(\.problem) == [.flipped] && judge.problems[0].count == 180)
    #expect(judge.record.reasons.contains { $0.hasPrefix("the first place wins by 0.50 more") })
    let last = try await Self.run(.pairs(Self.pairs(60))) { $0.winner("B") }
    #expect(last.record.positionBias == -0.5)
    #expect(last.record.reasons.contains { $0.hasPrefix("the first place wins by 0.50 less") })
  }

  @Test("a judge that prefers the longer text has a length bias, and no position bias")
  func longerWins() async throws {
    let judge = try await Self.run(.pairs(Self.pairs(60))) { question in
      question.winner(question.data("a").count > question.data("b").count ? "A" : "B")
    }
    #expect(judge.record.positionBias == 0)
    #expect(judge.record.lengthBias == 0.5)
    #expect(judge.decisions.misjudged.count == 30)
  }

  @Test("a fair judge of pairs is stable; ties are decisions that are wrong")
  func fairPairs() async throws {
    let fair = try await Self.run(.pairs(Self.pairs(60))) { question in
      question.winner(question.data("a").hasPrefix("right") ? "A" : "B")
    }
    #expect(fair.record.isStable, "\(fair.record.reasons)")
    #expect(fair.record.f1 == 1 && fair.record.lengthBias == 0)
    let tie = try await Self.run(.pairs(Self.pairs(60))) { $0.winner("tie") }
    #expect(tie.record.undecidedShare == 0)
    #expect(tie.decisions.misjudged.count == 60)
    #expect(tie.record.positionBias == nil)
  }

  @Test("several judges: their agreement, and what they decide together")
  func panel() async throws {
    let good = ScriptedJudge("good") { $0.points(Self.number($0) % 2 == 0 ? 5 : 2) }
    let stern = ScriptedJudge("stern") { $0.points(Self.number($0) % 2 == 0 ? 4 : 1) }
    let report = try await Calibration(
      judges: [good, stern],
      rubric: JudgingFixture.rubric,
      seed: 1
    ).run(.scored(Self.cases(60)))
    #expect(report.judges.map(\.record.judge.name) == ["good", "stern"])
    #expect(report.judges.map(\.record.threshold) == [1, 0.75])
    #expect(report.panel?.best?.threshold == 0.875)
    #expect((report.agreement?.estimate ?? 0) > 0.7)
    #expect(report.isStable)
    let same = try await Calibration(judges: [good], rubric: JudgingFixture.rubric, seed: 1)
      .run(.scored(Self.cases(10)))
    #expect(same.panel == nil && same.agreement == nil)
  }

  @Test("each repeat is a variant with its own order, and progress is told")
  func repeats() async throws {
    let judge = ScriptedJudge(points: 4)
    let told = Mutex<[Int]>([])
    _ = try await Calibration(
      judges: [judge],
      rubric: JudgingFixture.rubric,
      repeats: 4,
      seed: 1
    ).run(.scored(Self.cases(6))) { done, total in
      told.withLock { $0.append(total == 24 ? done : -1) }
    }
    #expect(judge.questions.count == 24)
    #expect(told.withLock { $0.sorted() } == Array(1...24))
    for text in Set(judge.questions.map { $0.data("text") }) {
      let asked = judge.questions.filter { $0.data("text") == text }
      #expect(asked.map(\.variant).sorted() == [0, 1, 2, 3])
    }
    #expect(Set(judge.questions.map(\.criteria)).count > 3)
  }

  @Test("what a batch file still has to bring is thrown as a whole, after everything was asked")
  func pending() async throws {
    let judge = ScriptedJudge { question in
      if Self.number(question) < 2 { throw RequestFailure(.pending, "later", key: "k") }
      return question.points(4)
    }
    let failure = await #expect(throws: RequestFailure.self) {
      try await Calibration(judges: [judge], rubric: JudgingFixture.rubric, repeats: 2, seed: 1)
        .run(.scored(Self.cases(10)))
    }
    #expect(failure?.kind == .pending)
    #expect(failure?.reason == "4 of 20 opinions are still to come from a batch file")
    #expect(judge.questions.count == 20)
  }

  @Test("the version of the cases follows their content and not their names")
  func version() {
    let cases = Self.cases(3)
    var renamed = cases
    renamed[0].judged.id = "other"
    var changed = cases
    changed[0].isGood = false
    #expect(CalibrationCases.scored(cases).version == CalibrationCases.scored(renamed).version)
    #expect(CalibrationCases.scored(cases).version != CalibrationCases.scored(changed).version)
  }
}
