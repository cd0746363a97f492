/// Numbers on a line of a drawing, with ticks at round numbers.
public struct LinearScale: Sendable, Hashable {
  /// The least and the greatest number, both ticks.
  public let domain: ClosedRange<Double>
  /// Where the least number lies, in units of the drawing.
  public let start: Double
  /// Where the greatest number lies.
  public let end: Double
  /// The distance between ticks: 1, 2 or 5 times a power of ten.
  public let step: Double
  /// The numbers at the ticks, ascending.
  public let ticks: [Double]

  /// Fits a scale to numbers.
  ///
  /// - Parameters:
  ///   - values: The numbers that must lie on it; those that are not finite are left out.
  ///   - start: Where the least lies, in units of the drawing.
  ///   - end: Where the greatest lies; may be less than `start`.
  ///   - includesZero: Whether 0 must lie on it.
  ///   - bounds: Numbers beyond which it never goes, such as 0...1 for shares; nil for none.
  ///   - tickCount: About how many ticks, from 2.
  public init(
    _ values: [Double],
    from start: Double,
    to end: Double,
    includesZero: Bool = false,
    within bounds: ClosedRange<Double>? = nil,
    tickCount: Int = 5
  ) {
    // Beyond this a tick cannot be told from its neighbour.
    let known = values.filter { $0.isFinite && abs($0) <= 1e12 } + (includesZero ? [0] : [])
    var (low, high) = (known.min() ?? 0, known.max() ?? 1)
    if let bounds {
      low = min(max(low, bounds.lowerBound), bounds.upperBound)
      high = min(max(high, bounds.lowerBound), bounds.upperBound)
    }
    if high - low <= 1e-9 * max(abs(low), abs(high), 1e-3) {
      let margin = max(abs(low) * 0.1, 0.05)
      (low, high) = (low - margin, high + margin)
      if let bounds {
        (low, high) = (max(low, bounds.lowerBound), min(high, bounds.upperBound))
        if low >= high { (low, high) = (bounds.lowerBound, bounds.upperBound) }
      }
    }
    let step = Self.roundStep(for: (high - low) / Double(max(1, tickCount)))
    var first = (low / step + 1e-9).rounded(.down), last = (high / step - 1e-9).rounded(.up)
    if let bounds {
      if first * step < bounds.lowerBound - 1e-9 * step {
        first = (bounds.lowerBound / step).rounded(.up)
      }
      if last * step > bounds.upperBound + 1e-9 * step {
        last = (bounds.upperBound / step).rounded(.down)
      }
    }
    if last <= first { last = first + 1 }
    let count = Int(min(last - first, 60))
    ticks = (0...max(1, count)).map { (first + Double($0)) * step }
    domain = min(first * step, low)...max(ticks.last ?? high, high)
    self.step = step
    self.start = start
    self.end = end
  }

  /// Where a number lies, never beyond the ends.
  ///
  /// - Parameter value: Any number; one that is not defined lies at the start.
  /// - Returns: A place in units of the drawing.
  public func place(_ value: Double) -> Double {
    guard !value.isNaN else { return start }
    let span = domain.upperBound - domain.lowerBound
    let share = min(1, max(0, (value - domain.lowerBound) / span))
    return start + share * (end - start)
  }

  /// A tick's number as text, with as many decimals as the ticks need.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - percent: Whether a share is written in per cent.
  ///   - signed: Whether a plus is written.
  /// - Returns: The text.
  public func label(_ value: Double, percent: Bool = false, signed: Bool = false) -> String {
    let (shown, step) = percent ? (value * 100, step * 100) : (value, step)
    var places = 0, unit = step
    while places < 6, abs(unit - unit.rounded()) > 1e-6 * max(1, unit) {
      places += 1
      unit *= 10
    }
    if places == 0, abs(shown) < 1e9 {
      let text = Figures.count(Int(shown.rounded()))
      return (signed && shown > 0.5 ? "+" + text : text) + (percent ? " %" : "")
    }
    return Figures.decimal(shown, places, signed: signed) + (percent ? " %" : "")
  }

  /// The least of 1, 2 and 5 times a power of ten that is not below a number.
  private static func roundStep(for least: Double) -> Double {
    guard least > 0, least.isFinite else { return 1 }
    var power = 1.0
    while power > least { power /= 10 }
    while power * 10 <= least { power *= 10 }
    return [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
  }
}
