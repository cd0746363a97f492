import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("What synthetic rows are worth")
struct UtilityEvaluationTests {
  /// Real rows, a good batch, copies of the real rows and a batch with shuffled labels.
  struct Fixture {
    var real: [UtilityRow]
    var good: [UtilityRow]
    var copies: [UtilityRow]
    var poison: [UtilityRow]
    var test: [UtilityRow]

    init(_ seed: Int, perLabel: Int = 20, test: Int = 60) {
      var rows = EvaluationRows(seed)
      real = EvaluationRows.grouped(rows.rows(perLabel))
      good = rows.rows(perLabel, batch: "good", method: "draw")
      copies = EvaluationRows.copies(real)
      poison = rows.poisoned(rows.rows(perLabel), batch: "poison")
      self.test = rows.rows(test)
    }
  }

  @Test(
    "a batch with shuffled labels is the most harmful, its whole interval below 0",
    arguments: [1, 2, 3]
  )
  func poisoned(seed: Int) async throws {
    let rows = Fixture(seed, perLabel: 40, test: 150)
    var options = UtilityOptions.brief
    options.leavesOut = true
    let report = try await UtilityEvaluation(
      real: rows.real,
      synthetic: rows.good + rows.copies + rows.poison,
      test: rows.test,
      options: options
    ).report()
    let batches = try #require(report.batches)
    #expect(batches.effects.map(\.rows) == [240, 240, 240])
    #expect(!batches.isByMethod && batches.groups == 3)
    let worst = try #require(batches.effects.first)
    #expect(worst.batch == "poison" && worst.method == "poison")
    #expect(worst.change.interval.upper < 0)
    #expect(worst.adjustedP < 0.05 && worst.effect == .hurts)
    let good = try #require(batches.effects.first { $0.batch == "good" })
    #expect(good.change.interval.estimate > 0)
    #expect(batches.effects.filter { $0.effect == .hurts }.count == 1)
  }

  @Test("copies that add nothing new: cannot tell", arguments: [4, 5, 6])
  func copies(seed: Int) async throws {
    let rows = Fixture(seed)
    var options = UtilityOptions.brief
    options.strength = nil
    options.sweeps = true
    let report = try await UtilityEvaluation(
      real: rows.real,
      synthetic: rows.copies,
      test: rows.test,
      options: options
    ).report()
    let headline = try #require(report.headline)
    #expect(headline.effect == .cannotTell)
    #expect(headline.macroF1.interval.contains(0))
    let mixing = try #require(report.mixing)
    #expect(!mixing.isAnyBetter)
  }

  @Test("twice as many good rows help, and shuffled labels hurt")
  func helpsAndHurts() async throws {
    let rows = Fixture(7, perLabel: 15, test: 150)
    func effect(_ synthetic: [UtilityRow]) async throws -> UtilityEffect? {
      try await UtilityEvaluation(
        real: rows.real,
        synthetic: synthetic,
        test: rows.test,
        options: .brief
      ).report().headline?.effect
    }
    var further = EvaluationRows(70)
    #expect(try await effect(further.rows(60, batch: "good")) == .helps)
    #expect(try await effect(further.poisoned(further.rows(60), batch: "poison")) == .hurts)
  }

  @Test("every number is that of students trained directly")
  func direct() async throws {
    let rows = Fixture(8, perLabel: 6, test: 15)
    var options = UtilityOptions.brief
    options.leavesOut = true
    options.sweeps = true
    options.drawsCurve = true
    let synthetic = rows.good + rows.poison
    let report = try await UtilityEvaluation(
      real: rows.real,
      synthetic: synthetic,
      test: rows.test,
      options: options
    ).report()

    let classes = (0..<EvaluationRows.labels).map { "intent \($0)" }
    func numbers(_ rows: [UtilityRow]) -> [Int] {
      rows.map { row in classes.firstIndex(of: row.label ?? "") ?? -1 }
    }
    let actual = numbers(rows.test), texts = rows.test.map(\.text)
    func student(_ rows: [UtilityRow]) -> [Double] {
      TextClassifier.fit(
        rows.map(\.text),
        numbers(rows),
        classCount: classes.count,
        options: TextClassifier.Options(
          features: .init(wordLengths: 1...1, characterLengths: 2...4),
          student: .init(
            inverseRegularization: 4,
            classWeight: .balanced,
            tolerance: 1e-3,
            maximumIterations: 60
          )
        )
      ).probabilities(texts)
    }
    func predictions(_ probabilities: [Double]) -> [Int] {
      texts.indices.map { row in
        let own = probabilities[row * classes.count..<(row + 1) * classes.count]
        return own.firstIndex(of: own.max() ?? 0).map { $0 - own.startIndex } ?? 0
      }
    }
    func macroF1(_ rows: [UtilityRow]) -> Double {
      Metrics.macroF1(actual, predictions(student(rows)), classCount: classes.count)
    }
    let sets = ["real": rows.real, "synthetic": synthetic, "mix": rows.real + synthetic]
    #expect(report.arms.map(\.name) == ["real", "synthetic", "mix"])
    for arm in report.arms {
      let probabilities = student(try #require(sets[arm.name]))
      let predicted = predictions(probabilities)
      #expect(arm.accuracy.estimate == Metrics.accuracy(actual, predicted))
      #expect(
        arm.macroF1.estimate == Metrics.macroF1(actual, predicted, classCount: classes.count)
      )
      let error = Metrics.expectedCalibrationError(
        actual,
        probabilities: probabilities,
        classCount: classes.count
      )
      #expect(abs(arm.calibrationError.estimate - error) < 1e-12)
    }
    let headline = try #require(report.headline)
    let (before, after) = (macroF1(rows.real), macroF1(rows.real + synthetic))
    #expect(headline.macroF1.interval.estimate == after - before)
    let test = McNemar(
      actual: actual,
      first: predictions(student(rows.real)),
      second: predictions(student(rows.real + synthetic))
    )
    #expect(headline.mcNemar == test)
    let effects = try #require(report.batches).effects
    let good = try #require(effects.first { $0.batch == "good" })
    #expect(good.change.interval.estimate == after - macroF1(rows.real + rows.poison))
    let points = try #require(report.mixing).points
    #expect(points[0].value?.estimate == before && points[10].realRows == 0)
    #expect(points[10].value?.estimate == macroF1(synthetic))
    let last = try #require(report.curve?.points.last)
    #expect(abs(last.value.estimate - before) < 1e-12)
    for slice in report.slices {
      let places = rows.test.indices.filter { rows.test[$0].label == slice.value }
      #expect(slice.dimension == "label" && slice.rows == places.count)
      let predicted = predictions(student(rows.real))
      let right = places.count { predicted[$0] == actual[$0] }
      #expect(slice.real == Double(right) / Double(places.count))
    }
    #expect(report.slices.count == classes.count)
  }

  @Test("the JSON has the same bytes for any number of threads, and every key")
  func threads() async throws {
    let rows = Fixture(9, perLabel: 5, test: 10)
    var options = UtilityOptions()
    options.replicates = 50
    var texts: [String] = []
    for threads in [1, 2, 5] {
      options.threads = threads
      let report = try await UtilityEvaluation(
        real: rows.real,
        synthetic: rows.good + rows.poison,
        test: rows.test,
        options: options
      ).report()
      texts.append(JSONValue.object(report.json).serialized(.pretty))
      #expect(
        report.json.keys == [
          "metric", "confidence", "seed", "seeds", "replicates", "strength", "smoothing",
          "strength_chosen",
          "real_rows", "synthetic_rows", "labels", "test_rows", "unknown_label_rows", "effect",
          "training_sets", "comparisons", "slices", "mixing", "batches", "learning_curve",
        ]
      )
    }
    #expect(Set(texts).count == 1)
    #expect(!texts[0].contains("nan") && !texts[0].contains("inf"))
  }

  @Test("three kinds of students on at least three folds, as one student of one seed is noise")
  func noiseOfOneStudent() async throws {
    let rows = Fixture(10, perLabel: 5, test: 10)
    let report = try await UtilityEvaluation(
      real: rows.real,
      synthetic: rows.good,
      test: rows.test,
      options: .brief
    ).report()
    let mixed = report.comparisons.filter { $0.to == "mix" }.map(\.student)
    #expect(Set(mixed) == Set(EvaluationStudent.allCases))
    var options = UtilityOptions.brief
    options.seeds = 2
    let evaluation = UtilityEvaluation(
      real: rows.real,
      synthetic: rows.good,
      test: rows.test,
      options: options
    )
    let error = await #expect(throws: SeedbedError.self) { try await evaluation.report() }
    #expect(error?.code == .usage && error?.message.contains("3 to 50 seeds") == true)
  }

  @Test("a real row is left out together with what was made from it")
  func families() async throws {
    let rows = Fixture(11, perLabel: 10, test: 300)
    func change(_ copies: [UtilityRow]) async throws -> Interval {
      let report = try await UtilityEvaluation(
        real: rows.real,
        synthetic: copies,
        test: rows.test,
        options: .brief
      ).report()
      return try #require(report.comparisons.first { $0.to == "synthetic" }).accuracy.interval
    }
    let loose = rows.copies.map {
      UtilityRow(text: $0.text, label: $0.label, batch: $0.batch, method: $0.method)
    }
    // Without a fold, too, the copies are the real rows; in other folds they would give back what is left out.
    let together = try await change(rows.copies)
    #expect(together.lower == 0 && together.upper == 0)
    let apart = try await change(loose)
    #expect(apart.estimate == 0 && apart.upper > 0)
  }

  @Test("test rows of a label that is not in training are counted and left out")
  func unknown() async throws {
    let rows = Fixture(12, perLabel: 5, test: 10)
    let strange = [
      UtilityRow(text: "own0x1", label: "elsewhere"), UtilityRow(text: "own0x1", label: nil),
    ]
    let report = try await UtilityEvaluation(
      real: rows.real,
      synthetic: rows.good,
      test: strange + rows.test,
      options: .brief
    ).report()
    #expect(report.unknownRows == 2 && report.testRows == rows.test.count)
  }

  @Test("only real, or only synthetic rows: measured, with nothing to compare")
  func oneKind() async throws {
    let rows = Fixture(13, perLabel: 5, test: 10)
    var options = UtilityOptions.brief
    options.sweeps = true
    options.leavesOut = true
    options.drawsCurve = true
    for (real, synthetic, name) in [(rows.real, [], "real"), ([], rows.good, "synthetic")] {
      let report = try await UtilityEvaluation(
        real: real,
        synthetic: synthetic,
        test: rows.test,
        options: options
      ).report()
      #expect(report.arms.map(\.name) == [name])
      #expect(report.comparisons.isEmpty && report.headline == nil && report.slices.isEmpty)
      #expect(report.mixing == nil && report.batches == nil)
      #expect((report.curve == nil) == real.isEmpty)
    }
  }

  @Test("rows without two labels, and test rows that fit none, are refused in words")
  func refused() async throws {
    let rows = Fixture(14, perLabel: 3, test: 3)
    func error(_ real: [UtilityRow], _ test: [UtilityRow]) async -> SeedbedError? {
      let evaluation = UtilityEvaluation(real: real, synthetic: [], test: test, options: .brief)
      return await #expect(throws: SeedbedError.self) { try await evaluation.report() }
    }
    let one = rows.real.filter { $0.label == "intent 0" }
    #expect(await error(one, rows.test)?.message.contains("one label only") == true)
    #expect(await error([], rows.test)?.message.contains("no label") == true)
    let strange = [UtilityRow(text: "a", label: "b")]
    #expect(await error(rows.real, strange)?.message.contains("none of the 1 test rows") == true)
  }

  @Test("it stops when its task is cancelled")
  func cancelled() async throws {
    let rows = Fixture(15, perLabel: 5, test: 10)
    let evaluation = UtilityEvaluation(
      real: rows.real,
      synthetic: rows.good,
      test: rows.test,
      options: .brief
    )
    let work = Task {
      try await evaluation.report { progress in
        if progress.done == 3 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    work.cancel()
    await #expect(throws: CancellationError.self) { try await work.value }
  }

  @Test(
    "with more batches than the limit methods are left out, and what is not measured is counted"
  )
  func manyBatches() async throws {
    var rows = EvaluationRows(16)
    let real = rows.rows(6), test = rows.rows(10)
    let synthetic = (0..<6).flatMap { number in
      rows.rows(1, batch: "batch \(number)", method: "method \(number % 3)")
    }
    var options = UtilityOptions.brief
    options.leavesOut = true
    func batches(_ limit: Int) async throws -> BatchAttribution {
      options.mostBatches = limit
      let report = try await UtilityEvaluation(
        real: real,
        synthetic: synthetic,
        test: test,
        options: options
      ).report()
      return try #require(report.batches)
    }
    let all = try await batches(6)
    #expect(!all.isByMethod && all.effects.count == 6)
    let methods = try await batches(5)
    #expect(methods.isByMethod && methods.effects.count == 3)
    #expect(methods.effects.allSatisfy { $0.batch == nil && $0.rows == 12 })
    let few = try await batches(2)
    #expect(few.isByMethod && few.groups == 3 && few.effects.count == 2)
  }
}
