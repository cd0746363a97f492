/// A search along a descent direction for a step that fulfils the strong Wolfe conditions.
///
/// Bracketing and zoom with cubic interpolation after Nocedal & Wright, *Numerical Optimization*,
/// algorithms 3.5 and 3.6. Near the minimum the value's own rounding hides its descent; there the
/// approximate Wolfe conditions of Hager & Zhang (2005), which look at slopes, decide.
struct LineSearch {
  /// One trial along the line.
  struct Point {
    var step: Double
    var value: Double
    var slope: Double
  }

  private static let sufficientDecrease = 1e-4
  private static let curvature = 0.9
  /// Relative rounding of the value, which is summed from single-precision losses.
  private static let noise = 1e-7
  private static let trials = 20

  /// Tries steps until one is good enough; the last point evaluated is the one returned.
  ///
  /// - Returns: The accepted point, or nil when no trial lowered the value.
  static func search(
    from origin: Point,
    firstStep: Double,
    evaluate: (Double) -> Point
  ) -> Point? {
    var step = firstStep
    var low = origin
    var high: Point?
    for _ in 0..<trials {
      var trial = evaluate(step)
      if !trial.value.isFinite || !trial.slope.isFinite { trial.value = .infinity }
      if accepts(trial, origin: origin) { return trial }
      let tooHigh =
        trial.value > origin.value + sufficientDecrease * trial.step * origin.slope
        || trial.value >= low.value
      if let upper = high {
        if tooHigh {
          high = trial
        } else {
          if trial.slope * (upper.step - low.step) >= 0 { high = low }
          low = trial
        }
      } else if tooHigh {
        high = trial
      } else if trial.slope >= 0 {
        high = low
        low = trial
      } else {
        step = min(max(minimizer(low, trial) ?? 10 * step, 2 * step), 10 * step)
        low = trial
        continue
      }
      if let upper = high { step = inside(low, upper) }
    }
    guard low.step > 0, low.value < origin.value else { return nil }
    return evaluate(low.step)
  }

  private static func accepts(_ trial: Point, origin: Point) -> Bool {
    guard abs(trial.slope) <= -curvature * origin.slope else { return false }
    if trial.value <= origin.value + sufficientDecrease * trial.step * origin.slope { return true }
    return trial.value <= origin.value + noise * abs(origin.value)
      && trial.slope <= (2 * sufficientDecrease - 1) * origin.slope
  }

  /// A step between the two ends, never close to either.
  private static func inside(_ low: Point, _ high: Point) -> Double {
    let width = high.step - low.step
    let middle = low.step + width / 2
    guard high.value.isFinite, let step = minimizer(low, high) else { return middle }
    let share = (step - low.step) / width
    return share > 0.1 && share < 0.9 ? step : middle
  }

  /// Where the cubic through both values and slopes has its minimum.
  private static func minimizer(_ a: Point, _ b: Point) -> Double? {
    let width = b.step - a.step
    let first = a.slope + b.slope - 3 * (b.value - a.value) / width
    let discriminant = first * first - a.slope * b.slope
    guard discriminant >= 0 else { return nil }
    let second = discriminant.squareRoot() * (width < 0 ? -1 : 1)
    let step = b.step - width * (b.slope + second - first) / (b.slope - a.slope + 2 * second)
    return step.isFinite ? step : nil
  }
}
