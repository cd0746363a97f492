import SeedbedData
import SeedbedKernels

/// A decimal number of up to 15 digits, without rounding.
struct FixedDecimal: Hashable, Sendable {
  /// The digits as a whole number.
  var units: Int
  /// How many of them stand behind the point.
  var scale: Int

  init(units: Int, scale: Int) {
    self.units = units
    self.scale = scale
  }

  /// Reads a number; nil for one of more digits than are kept.
  init?(_ number: JSONNumber) {
    let parts = number.literal.lowercased().split(separator: "e", maxSplits: 1)
    guard let first = parts.first, first.utf8.count <= 24 else { return nil }
    let digits = first.split(separator: ".", maxSplits: 1)
    var fraction = digits.count == 2 ? String(digits[1]) : ""
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let power = parts.count == 2 ? Int(parts[1].filter { $0 != "+" }) : 0
    guard let power, (-30...30).contains(power), let whole = digits.first,
      let units = Int(whole + fraction)
    else { return nil }
    self.units = units
    scale = fraction.utf8.count - power
    while scale > 0, self.units % 10 == 0, self.units != 0 {
      self.units /= 10
      scale -= 1
    }
    if scale < 0 {
      guard let scaled = self.scaled(to: 0) else { return nil }
      self = FixedDecimal(units: scaled, scale: 0)
    }
    guard scale <= 12, self.units.magnitude < 1_000_000_000_000_000 else { return nil }
  }

  /// The number in units of another scale, which is not smaller; nil where that is too large.
  func scaled(to scale: Int) -> Int? {
    var value = units
    for _ in 0..<max(0, scale - self.scale) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
    }
    return value.magnitude < 1_000_000_000_000_000_000 ? value : nil
  }

  /// The number as JSON writes it.
  var json: JSONValue {
    guard scale > 0 else { return .number(JSONNumber(units)) }
    var digits = String(units.magnitude)
    while digits.utf8.count <= scale { digits = "0" + digits }
    let point = digits.index(digits.endIndex, offsetBy: -scale)
    var fraction = String(digits[point...])
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let literal =
      (units < 0 ? "-" : "") + digits[..<point] + (fraction.isEmpty ? "" : "." + fraction)
    return JSONNumber(literal: literal).map(JSONValue.number) ?? .null
  }
}

/// The numbers that rules allow: the multiples of a step between two bounds.
struct RecordNumbers: Sendable {
  private let scale: Int
  /// The distance of two neighbours, in units of the scale.
  private let step: Int
  /// The first and the last, counted in steps.
  let steps: ClosedRange<Int>
  /// Whether a rule, and not a default, sets the lower bound.
  let hasLow: Bool
  /// Whether a rule, and not a default, sets the upper bound.
  let hasHigh: Bool

  /// Reads the rules of a number; nil where there is none, or none of few enough digits.
  ///
  /// `usual` and `usualScale` are where numbers of the field usually are, for what no rule sets.
  init?(_ rules: RecordRules, isWhole: Bool, usual: ClosedRange<Int>, usualScale: Int) {
    var bounds: [(value: FixedDecimal, isLow: Bool, isExclusive: Bool)] = []
    for (keyword, isLow, isExclusive) in [
      ("minimum", true, false), ("exclusiveMinimum", true, true), ("maximum", false, false),
      ("exclusiveMaximum", false, true),
    ] {
      for case .number(let number) in rules.values(keyword) {
        guard let value = FixedDecimal(number) else { return nil }
        bounds.append((value, isLow, isExclusive))
      }
    }
    var factors: [FixedDecimal] = []
    for case .number(let number) in rules.values("multipleOf") {
      guard let value = FixedDecimal(number) else { return nil }
      factors.append(value)
    }
    let finest = bounds.map(\.value.scale).max() ?? 0
    // A bound with digits behind the point asks for a finer step than its own.
    let free = isWhole ? 0 : max(usualScale, finest == 0 ? 0 : finest + 1)
    let scale = max(finest, factors.map(\.scale).max() ?? free)
    guard let one = FixedDecimal(units: 1, scale: 0).scaled(to: scale),
      let step = Self.step(factors, scale: scale, one: isWhole ? one : nil)
    else { return nil }
    var low: Int?, high: Int?
    for bound in bounds {
      guard let units = bound.value.scaled(to: scale) else { return nil }
      let (below, rest) = units.quotientAndRemainder(dividingBy: step)
      let floor = rest < 0 ? below - 1 : below
      if bound.isLow {
        let first = rest == 0 && !bound.isExclusive ? floor : floor + 1
        low = max(low ?? first, first)
      } else {
        let last = rest == 0 && bound.isExclusive ? floor - 1 : floor
        high = min(high ?? last, last)
      }
    }
    hasLow = low != nil
    hasHigh = high != nil
    guard let least = FixedDecimal(units: usual.lowerBound, scale: 0).scaled(to: scale),
      let most = FixedDecimal(units: usual.upperBound, scale: 0).scaled(to: scale)
    else { return nil }
    let width = max(1, (most - least) / step)
    let first = low ?? min((least + step - 1) / step, high.map { $0 - width } ?? .max)
    let last = high ?? max(most / step, first + width)
    guard first <= last else { return nil }
    self.scale = scale
    self.step = step
    steps = first...last
  }

  /// The number at a place; nil where it has too many digits.
  func value(_ place: Int) -> JSONValue? {
    let (units, overflow) = place.multipliedReportingOverflow(by: step)
    return overflow ? nil : FixedDecimal(units: units, scale: scale).json
  }

  /// A number between two neighbours, which is no multiple; nil where the step is one unit of 15 digits.
  func between(_ place: Int) -> JSONValue? {
    let (units, overflow) = place.multipliedReportingOverflow(by: step)
    guard !overflow else { return nil }
    if step > 1 { return FixedDecimal(units: units + 1, scale: scale).json }
    let (finer, tooLarge) = units.multipliedReportingOverflow(by: 10)
    return tooLarge || scale > 12
      ? nil : FixedDecimal(units: finer + 5, scale: scale + 1).json
  }

  /// One of the numbers, each equally likely.
  func draw(_ random: inout CounterRandom) -> JSONValue? {
    let width = steps.upperBound - steps.lowerBound
    return value(steps.lowerBound + random.index(below: width + 1))
  }

  /// The smallest number that is a multiple of every factor, in units of a scale.
  private static func step(_ factors: [FixedDecimal], scale: Int, one: Int?) -> Int? {
    var step = one ?? 1
    for factor in factors {
      guard let units = factor.scaled(to: scale), units > 0 else { return nil }
      if one == nil, step == 1 {
        step = units
        continue
      }
      let (product, overflow) = (step / divisor(step, units)).multipliedReportingOverflow(by: units)
      guard !overflow, product < 1_000_000_000_000_000 else { return nil }
      step = product
    }
    return step
  }

  /// The greatest common divisor (Euclid).
  private static func divisor(_ left: Int, _ right: Int) -> Int {
    var (larger, smaller) = (left, right)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(1, larger)
  }
}
