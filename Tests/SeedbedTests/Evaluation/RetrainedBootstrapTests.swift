import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Intervals over test rows and training rows")
struct RetrainedBootstrapTests {
  /// A change whose value is the mean of the training rows plus that of the test rows.
  static func finding(
    _ number: Int,
    train: Int = 30,
    test: Int = 40,
    effect: Double = 0,
    folds: Int = 5,
    counted: Int? = nil
  ) -> Bootstrap.Finding? {
    var random = CounterRandom(seed: 5, sample: "", operation: "retrained", draw: number)
    let trained = (0..<train).map { _ in effect + normalQuantile(random.unit() + 0x1p-54) }
    let tested = (0..<test).map { _ in 0.5 * normalQuantile(random.unit() + 0x1p-54) }
    let means = (0...folds).map { fold in
      let kept = trained.indices.filter { fold == 0 || $0 % folds != fold - 1 }
      return kept.reduce(0) { $0 + trained[$1] } / Double(kept.count)
    }
    let bootstrap = Bootstrap(replicates: 199, seed: UInt64(number))
    return bootstrap.retrained(rows: test, folds: counted ?? folds) { training, rows in
      means[training] + rows.reduce(0) { $0 + tested[$1] } / Double(rows.count)
    }
  }

  @Test("false alarms at 5 % over 1,000 simulations, and far more without the training rows")
  func falseAlarms() {
    let findings = (0..<1000).map { Self.finding($0) }
    let alarms = findings.count { $0.map { !$0.interval.contains(0) } ?? true }
    #expect((30...70).contains(alarms), "\(alarms)")
    let careless = (0..<300).count { number in
      Self.finding(number, counted: 0).map { !$0.interval.contains(0) } ?? true
    }
    #expect(careless > 60, "\(careless)")
  }

  @Test("power: a change of one deviation of a row is seen almost always")
  func power() {
    let seen = (0..<200).count { (Self.finding($0, effect: 1)?.interval.lower ?? -1) > 0 }
    #expect(seen > 180, "\(seen)")
  }

  @Test("the estimate is that of all rows, and the p-value agrees with the interval")
  func estimate() throws {
    for number in 0..<50 {
      let finding = try #require(Self.finding(number))
      let interval = finding.interval
      #expect(interval.lower <= interval.estimate && interval.estimate <= interval.upper)
      if finding.pValue < 0.04 { #expect(!interval.contains(0)) }
      if finding.pValue > 0.08 { #expect(interval.contains(0)) }
    }
  }

  @Test("no rows and no numbers have no finding; any number of threads gives the same")
  func degenerate() {
    let bootstrap = Bootstrap(replicates: 20)
    #expect(bootstrap.retrained(rows: 0, folds: 3) { _, _ in 0 } == nil)
    #expect(bootstrap.retrained(rows: 5, folds: 3) { _, _ in .nan } == nil)
    let constant = bootstrap.retrained(rows: 5, folds: 3) { _, _ in 0.25 }
    #expect(constant?.interval.lower == 0.25 && constant?.interval.upper == 0.25)
    let statistic = { @Sendable (training: Int, rows: [Int]) -> Double in
      Double(training * rows.reduce(0, +) % 17)
    }
    let results = [1, 2, 5].map { threads in
      Bootstrap(replicates: 50, threads: threads)
        .retrained(rows: 9, folds: 4, statistic: statistic)
    }
    #expect(Set(results).count == 1)
  }

  @Test("texts counted once give the vectoriser of the chosen texts alone")
  func counted() {
    let texts = ["one two two", "two three", "", "four one", "five six one two", "two three"]
    let options = TFIDFVectorizer.Options(wordLengths: 1...2, characterLengths: 2...3)
    let counted = CountedTexts(texts, features: options, threads: 2)
    let rows = [0, 3, 4, 5]
    let (alone, matrix) = TFIDFVectorizer.fit(rows.map { texts[$0] }, options: options)
    let chosen = TFIDFVectorizer(counted, rows: rows)
    #expect(chosen.inverseDocumentFrequencies == alone.inverseDocumentFrequencies)
    let transformed = chosen.transform(counted, rows: rows, threads: 2)
    #expect(transformed.values == matrix.values && transformed.columns == matrix.columns)
  }
}
