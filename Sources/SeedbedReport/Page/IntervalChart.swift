import SeedbedLearning
import SeedbedPipeline

/// Estimates with their intervals on one axis.
struct IntervalChart {
  /// One interval; places are units of the drawing.
  struct Line {
    var name: String
    var figure: String
    var from: String
    var to: String
    var dot: String
    var middle: Int
    var baseline: Int
    var capTop: Int
    var capBottom: Int
  }

  /// A number on the axis.
  struct Tick {
    var place: String
    var figure: String
  }

  private static let left = 170.0, width = 340.0, step = 30

  let lines: [Line]
  let ticks: [Tick]
  let axis: Int
  let axisLabels: Int
  let height: Int
  /// Where 0 lies, when it is on the axis of differences.
  let zero: String?

  /// The two students.
  init(students measurement: HoldoutMeasurement) {
    self.init(
      [("real", measurement.real), ("real and synthetic", measurement.mixed)],
      within: 0...1,
      signed: false
    )
  }

  /// Their difference.
  init(difference measurement: HoldoutMeasurement) {
    self.init([("difference", measurement.difference)], within: -1...1, signed: true)
  }

  private init(
    _ rows: [(name: String, interval: Interval)],
    within bounds: ClosedRange<Double>,
    signed: Bool
  ) {
    var low = rows.map(\.interval.lower).min() ?? 0, high = rows.map(\.interval.upper).max() ?? 1
    if signed { (low, high) = (min(low, 0), max(high, 0)) }
    if !low.isFinite || !high.isFinite { (low, high) = (bounds.lowerBound, bounds.upperBound) }
    let spacing = Self.spacing(of: high - low)
    let first = max(bounds.lowerBound, (low / spacing).rounded(.down) * spacing)
    let last = min(bounds.upperBound, (high / spacing).rounded(.up) * spacing)
    let span = max(last - first, spacing)
    func place(_ value: Double) -> String {
      let share = min(1, max(0, (value - first) / span))
      return Figures.decimal(Self.left + Self.width * (share.isFinite ? share : 0), 1)
    }
    lines = rows.enumerated().map { index, row in
      let middle = index * Self.step + 16
      return Line(
        name: row.name,
        figure: HoldoutWords.interval(row.interval, signed: signed),
        from: place(row.interval.lower),
        to: place(row.interval.upper),
        dot: place(row.interval.estimate),
        middle: middle,
        baseline: middle + 4,
        capTop: middle - 5,
        capBottom: middle + 5
      )
    }
    let steps = min(12, max(1, Int((span / spacing).rounded())))
    ticks = (0...steps).map { index in
      let value = first + Double(index) * spacing
      return Tick(
        place: place(value),
        figure: Figures.decimal(value, spacing < 0.01 ? 3 : 2, signed: signed)
      )
    }
    axis = rows.count * Self.step + 6
    axisLabels = axis + 16
    height = axis + 24
    zero = signed ? place(0) : nil
  }

  /// A round distance between ticks that gives at most six of them.
  private static func spacing(of range: Double) -> Double {
    [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5].first { $0 * 5 >= range } ?? 0.5
  }
}
