public import SeedbedLearning

/// How the student gets better with the number of real rows, and what more of them would give.
public struct LearningCurve: Sendable, Hashable {
  /// One number of rows.
  public struct Point: Sendable, Hashable {
    /// The share of the real rows, 0...1.
    public var share: Double
    /// How many rows they are.
    public var rows: Int
    /// The metric, the mean over several choices of rows.
    public var value: Interval
  }

  /// What further rows would give.
  public struct Gain: Sendable, Hashable {
    /// How many further real rows.
    public var rows: Int
    /// By how much the metric would rise; nil where no curve can be laid through the points.
    public var change: Interval?
    /// Whether they would help; never with an interval that holds 0.
    public var effect: UtilityEffect
  }

  /// The points, ascending.
  public var points: [Point]
  /// The law through the points: error against rows; nil where none can be laid.
  public var law: SaturatingPowerLaw?
  /// What further rows would give, ascending.
  public var gains: [Gain]
}

/// The trainings of a learning curve.
struct CurvePlan: Sendable {
  /// Fewer real rows show no curve.
  static let leastRows = 20

  private var points: [(share: Double, rows: Int, trainings: [Int])] = []
  private var realRows: Int
  private var seeds: Int

  init?(_ rows: TrainingRows, seeds: Int, into trials: inout TrialPlan) {
    realRows = rows.realCount
    self.seeds = seeds
    guard realRows >= Self.leastRows else { return nil }
    let orders = (0..<seeds).map { draw in
      rows.order(rows.real, operation: "learning curve", draw: draw)
    }
    for tenth in 1...10 {
      let count = max(1, Int((Double(realRows * tenth) / 10).rounded()))
      let trainings = orders.map { trials.add(Array($0.prefix(count))) }
      points.append((Double(tenth) / 10, count, trainings))
    }
  }

  /// The curve, and what further rows would give.
  ///
  /// - Parameters:
  ///   - findings: What the students said.
  ///   - real: The training on all real rows and without each fold.
  ///   - more: A number of further rows to ask about.
  /// - Returns: The curve.
  func curve(_ findings: UtilityFindings, real: TrainingArm, more: Int?) -> LearningCurve {
    let metric = findings.metric, bootstrap = findings.bootstrap
    let testRows = findings.actual.count
    let shown = points.compactMap { point -> LearningCurve.Point? in
      bootstrap.pairedInterval(rows: testRows, seeds: seeds) { seed, rows in
        findings.score(metric, point.trainings[seed], rows)
      }.map { LearningCurve.Point(share: point.share, rows: point.rows, value: $0) }
    }
    let counts = points.map(\.rows)
    let miss = Self.relativeMiss(shown)
    // All choices of rows end in the same rows: how far others would lead is seen by leaving out folds.
    let value = findings.value(metric, real)
    let asked = Set([realRows / 4, realRows / 2, realRows] + (more.map { [$0] } ?? []))
    let gains = asked.filter { $0 > 0 }.sorted().map { further in
      let change = bootstrap.pairedInterval(rows: testRows, seeds: seeds) { seed, rows in
        let errors = points.map { 1 - findings.score(metric, $0.trainings[seed], rows) }
        guard let law = SaturatingPowerLaw(rows: counts, errors: errors) else { return .nan }
        return law.error(at: realRows) - max(0, law.error(at: realRows + further))
      }.flatMap { found -> Interval? in
        guard let miss, let value else { return nil }
        return Self.widened(found, by: miss * abs(found.estimate), value)
      }
      return LearningCurve.Gain(
        rows: further,
        change: change,
        effect: change.map { UtilityEffect(Bootstrap.Finding(interval: $0, pValue: 0)) }
          ?? .cannotTell
      )
    }
    return LearningCurve(
      points: shown,
      law: SaturatingPowerLaw(rows: shown.map(\.rows), errors: shown.map { 1 - $0.value.estimate }),
      gains: gains
    )
  }

  /// By how much of what it promised the law through the first half of the points misses the last one:
  /// the same step, twice the rows, that is asked of it beyond the rows at hand.
  private static func relativeMiss(_ points: [LearningCurve.Point]) -> Double? {
    let half = points.prefix(points.count / 2)
    guard let last = points.last, let middle = half.last,
      let law = SaturatingPowerLaw(
        rows: half.map(\.rows),
        errors: half.map { 1 - $0.value.estimate }
      )
    else { return nil }
    let promised = law.error(at: middle.rows) - max(0, law.error(at: last.rows))
    let given = last.value.estimate - middle.value.estimate
    return promised > 0 ? abs(given - promised) / promised : nil
  }

  /// An interval with the doubt about the law, and that about the value at all rows, in it.
  private static func widened(_ change: Interval, by doubt: Double, _ value: Interval) -> Interval {
    func width(_ first: Double, _ second: Double) -> Double {
      // Twice, since the value with further rows depends on chance as much as the one at hand.
      (first * first + doubt * doubt + 2 * second * second).squareRoot()
    }
    return Interval(
      estimate: change.estimate,
      lower: change.estimate
        - width(change.estimate - change.lower, value.upper - value.estimate),
      upper: change.estimate
        + width(change.upper - change.estimate, value.estimate - value.lower),
      confidence: change.confidence
    )
  }
}
