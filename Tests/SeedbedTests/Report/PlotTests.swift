import SeedbedLearning
import SeedbedReport
import Testing

@Suite("Drawings")
struct PlotTests {
  static func interval(_ estimate: Double, _ lower: Double, _ upper: Double) -> Interval {
    Interval(estimate: estimate, lower: lower, upper: upper, confidence: 0.95)
  }

  static let hostile =
    "<script>alert(1)</script>\" onload=\"x\u{202E}\u{0}&\n"
    + String(repeating: "W\u{301}", count: 4000)

  /// Each kind of drawing, of numbers that have nothing wrong with them.
  static func plots(_ name: String = "card_arrival") -> [Plot] {
    bars(name) + [intervals(name), histograms(name)] + dots(name) + [curve(name), map(name)]
  }

  static func bars(_ name: String) -> [Plot] {
    let rows = [
      BarRow(name, [BarRow.Part("accepted", 812), BarRow.Part("rejected", 90)]),
      BarRow("b", [BarRow.Part("accepted", 0), BarRow.Part("rejected", 3)]),
    ]
    let single = [BarRow(name, [BarRow.Part("Rows", 1_234_567)])]
    return [
      Plot.bars(rows, id: "p-bars", title: name),
      Plot.bars(single, id: "p-bar", title: name, share: 2_000_000),
    ]
  }

  static func intervals(_ name: String) -> Plot {
    let rows = [
      IntervalRow(name, interval(0.83, 0.8, 0.86), remark: name),
      IntervalRow("b", interval(0.1, -0.2, 0.4)),
    ]
    return Plot.intervals(
      rows,
      id: "p-intervals",
      title: name,
      reference: (0, "no change"),
      signed: true
    )
  }

  static func histograms(_ name: String) -> Plot {
    let real: [Double] = (1...200).map { Double($0 % 37) }
    let synthetic: [Double] = [3, 4, 4, 5, 9, 4000]
    return Plot.histograms(
      real: real,
      synthetic: synthetic,
      id: "p-histograms",
      title: name,
      unit: "words"
    )
  }

  static func dots(_ name: String) -> [Plot] {
    let shares = [DotRow(name, [0.2, 0.7]), DotRow("b", [nil, 0.01])]
    return [
      Plot.dots(shares, .origins, id: "p-dots", title: name, percent: true),
      Plot.dots([DotRow(name, [3, 40, 60])], .coverage, id: "p-cells", title: name),
    ]
  }

  static func curve(_ name: String) -> Plot {
    let points = (0...10).map { tenth -> CurvePoint in
      let share = Double(tenth) / 10
      return CurvePoint(share, interval(0.7 + share / 10, 0.65, 0.85), name: name)
    }
    return Plot.curve(
      points,
      id: "p-curve",
      title: name,
      axes: ("share", "macro_f1"),
      marked: (0.2...0.5, name),
      percent: true
    )
  }

  static func map(_ name: String) -> Plot {
    let points = (0..<900).map { index -> MapPoint in
      let (x, y) = (Double(index % 30), -2 * Double(index / 30))
      return MapPoint(x: x, y: y, isSynthetic: index % 3 == 0)
    }
    return Plot.map(points, id: "p-map", title: name, axes: ("first", "second"))
  }

  @Test("every place lies within its drawing", arguments: ["card_arrival", hostile, ""])
  func bounds(name: String) throws {
    for plot in Self.plots(name) {
      let drawing = try Drawing(plot)
      #expect(drawing.strays.isEmpty, "\(plot.id): \(drawing.strays.prefix(5))")
      #expect(drawing.width == plot.width && drawing.height == plot.height)
      #expect(!plot.html.contains("NaN") && !plot.html.contains("inf\""))
    }
  }

  @Test("nothing to draw, and numbers that are none, give a drawing all the same")
  func degenerate() throws {
    let nan = Self.interval(.nan, -.infinity, .infinity)
    let huge = Self.interval(1e300, -1e300, 1e308)
    func single(_ interval: Interval) -> [IntervalRow] { [IntervalRow("x", interval)] }
    var plots: [Plot] = []
    plots.append(.bars([], id: "a", title: "none"))
    plots.append(
      .bars([BarRow("less than none", [BarRow.Part("Rows", -5)])], id: "a2", title: "none")
    )
    plots.append(.bars([BarRow("all", [BarRow.Part("Rows", .max)])], id: "a3", title: "most"))
    plots.append(.intervals([], id: "b", title: "none"))
    plots.append(.intervals(single(nan) + single(huge), id: "b2", title: "none"))
    plots.append(.intervals(single(Self.interval(0, 0, 0)), id: "b3", title: "0", within: 0...1))
    plots.append(.intervals(single(Self.interval(1, 1, 1)), id: "b4", title: "1", within: 0...1))
    let sides: [(real: [Double], synthetic: [Double])] = [
      ([], []), ([.nan, .infinity], [5]), ([7, 7, 7], [7]), ([1e300, -1e300, 2], [1e15]),
    ]
    for (index, (real, synthetic)) in sides.enumerated() {
      plots.append(
        .histograms(real: real, synthetic: synthetic, id: "c\(index)", title: "t", unit: "words")
      )
    }
    let undefined = [DotRow("x", [nil, nil]), DotRow("y", [Double.nan, Double.infinity])]
    plots.append(.dots([], .origins, id: "d", title: "none"))
    plots.append(.dots(undefined, .origins, id: "d2", title: "none"))
    plots.append(.curve([], id: "e", title: "none", axes: ("x", "y")))
    plots.append(
      .curve([CurvePoint(.nan, nan, name: "x")], id: "e2", title: "none", axes: ("x", "y"))
    )
    let lone = [
      MapPoint(x: .nan, y: 1, isSynthetic: true), MapPoint(x: 2, y: 2, isSynthetic: false),
    ]
    plots.append(.map([], id: "f", title: "none", axes: ("x", "y")))
    plots.append(.map(lone, id: "f2", title: "one", axes: ("x", "y")))
    for plot in plots {
      let drawing = try Drawing(plot)
      #expect(drawing.strays.isEmpty, "\(plot.id): \(drawing.strays.prefix(5))")
    }
  }

  @Test("what comes from data is escaped, cut and kept to one line")
  func escaping() throws {
    for plot in Self.plots(Self.hostile) {
      #expect(!plot.html.contains("<script"), "\(plot.id)")
      #expect(!plot.html.contains("onload=\""), "\(plot.id)")
      #expect(!plot.html.unicodeScalars.contains("\u{202E}"), "\(plot.id)")
      for text in try Drawing(plot).all("text") {
        #expect(!text.text.contains("\n"))
        #expect(text.text.unicodeScalars.count <= 260, "\(plot.id): \(text.text.count)")
      }
    }
  }

  @Test("each drawing has a title, a description, the role of a picture and its numbers as a table")
  func accessible() throws {
    for plot in Self.plots() {
      let drawing = try Drawing(plot)
      let svg = try #require(drawing.elements.first)
      #expect(svg.attributes["role"] == "img")
      let named = try #require(svg.attributes["aria-labelledby"]).split(separator: " ").map(
        String.init
      )
      #expect(named == ["\(plot.id)-title", "\(plot.id)-text"])
      #expect(drawing.all("title").first?.attributes["id"] == named[0])
      #expect(drawing.all("desc").first?.attributes["id"] == named[1])
      #expect(drawing.all("desc").first?.text.isEmpty == false)
      #expect(plot.html.contains("<details class=\"data\"") && plot.html.contains("<table"))
    }
  }

  @Test("the lengths of bars have the ratio of their numbers")
  func bars() throws {
    let plot = Plot.bars(
      [("a", 400), ("b", 100), ("c", 0)].map { BarRow($0.0, [BarRow.Part("Rows", $0.1)]) },
      id: "b",
      title: "Bars",
      share: 500
    )
    let drawing = try Drawing(plot)
    let bars = drawing.all("rect", class: "part0").compactMap { $0.number("width") }
    #expect(bars.count == 2)
    #expect(abs(bars[0] / bars[1] - 4) < 0.01)
    #expect(plot.summary.contains("a 400 (80.0 %)"))
    let figures = drawing.all("text").map(\.text)
    #expect(figures.contains("400 (80.0 %)") && figures.contains("0 (0.0 %)"))
  }

  @Test("an interval is drawn where its numbers lie on the axis, and the reference with it")
  func intervals() throws {
    let plot = Plot.intervals(
      [IntervalRow("x", Self.interval(0.05, -0.05, 0.15))],
      id: "i",
      title: "Change",
      reference: (0, "no change"),
      signed: true
    )
    let drawing = try Drawing(plot)
    let zero = try #require(drawing.all("line", class: "reference").first?.number("x1"))
    let dot = try #require(drawing.all("circle", class: "dot").first?.number("cx"))
    let range = try #require(drawing.all("path", class: "range").first?.attributes["d"])
    let from = try #require(Double(range.dropFirst().prefix { $0 != " " }))
    // The estimate lies as far above zero as the lower end lies below it.
    #expect(abs((dot - zero) - (zero - from)) < 0.2)
    #expect(drawing.all("text").map(\.text).contains("+0.050 [−0.050, +0.150]"))
  }

  @Test("real rows are drawn upwards and synthetic ones downwards, by their shares")
  func histograms() throws {
    let drawing = try Drawing(
      .histograms(
        real: [1, 1, 1, 2],
        synthetic: Array(repeating: 1, count: 500) + Array(repeating: 2, count: 500),
        id: "h",
        title: "Length",
        unit: "words"
      )
    )
    let real = drawing.all("rect", class: "bar-real").compactMap { $0.number("height") }
    let synthetic = drawing.all("rect", class: "bar-synthetic").compactMap { $0.number("height") }
    #expect(real.count == 2 && synthetic.count == 2)
    #expect(abs(real[0] / real[1] - 3) < 0.05)
    #expect(abs(synthetic[0] - synthetic[1]) < 0.11)
    #expect(abs(real[0] / synthetic[0] - 1.5) < 0.02)
    let axis = try #require(drawing.all("line", class: "axis").first?.number("y1"))
    for bar in drawing.all("rect", class: "bar-real") {
      #expect(
        abs(try #require(bar.number("y")) + (try #require(bar.number("height"))) - axis) < 0.11
      )
    }
    #expect(drawing.all("rect", class: "bar-synthetic").allSatisfy { $0.number("y") == axis })
  }

  @Test("one very long text does not press the others into one bin")
  func tail() throws {
    let plot = Plot.histograms(
      real: (0..<1000).map { Double($0 % 20) } + [100_000],
      synthetic: [],
      id: "h",
      title: "Length",
      unit: "words"
    )
    #expect(try Drawing(plot).all("rect", class: "bar-real").count >= 18)
    #expect(plot.html.contains("and more"))
  }

  @Test("of many points in one place a few are drawn, and all are counted")
  func density() throws {
    let points = (0..<5000).map { MapPoint(x: Double($0 % 2), y: 0, isSynthetic: $0 % 2 == 0) }
    let plot = Plot.map(points, id: "m", title: "Map", axes: ("x", "y"))
    let drawing = try Drawing(plot)
    // The legend has one of each.
    #expect(drawing.all("circle", class: "ring").count == 1 + Plot.mostPointsInPlace)
    #expect(drawing.all("path", class: "solid").count == 1 + Plot.mostPointsInPlace)
    #expect(plot.summary.hasPrefix("5000 points, 4 of them drawn"))
  }

  @Test("labels end before the axis begins")
  func labels() throws {
    let long = String(repeating: "a very long name ", count: 20)
    for plot in Self.plots(long) {
      let drawing = try Drawing(plot)
      let grid = drawing.all("line", class: "grid").compactMap { $0.number("x1") }
      guard let axis = grid.min() else { continue }
      for label in drawing.all("text") where label.attributes["text-anchor"] == "end" {
        guard let x = label.number("x"), label.text.hasPrefix("a very") else { continue }
        #expect(x <= axis, "\(plot.id)")
        // Half of the size a letter is a width that no such label falls below.
        #expect(x - 12 * 0.3 * Double(label.text.count) > -60, "\(plot.id)")
      }
    }
  }
}

@Suite("Scales of drawings")
struct LinearScaleTests {
  @Test(
    "ticks are round, in order, few, and hold all numbers between them",
    arguments: [
      [0.0, 1], [0.31, 0.34], [-3, 12], [0, 1_234_567], [-0.0004, 0.0007], [5, 5], [0, 0],
      [1e-9, 2e-9], [999_999_999, 1_000_000_001], [-1e12, 1e12], [.nan, 3, 4], [.infinity], [],
    ]
  )
  func ticks(values: [Double]) {
    let scale = LinearScale(values, from: 100, to: 500)
    #expect((2...13).contains(scale.ticks.count), "\(scale.ticks)")
    #expect(zip(scale.ticks, scale.ticks.dropFirst()).allSatisfy { $0 < $1 })
    for value in values where value.isFinite {
      #expect(scale.domain.contains(value), "\(value) in \(scale.domain)")
    }
    for tick in scale.ticks {
      let place = scale.place(tick)
      #expect(place >= 99.99 && place <= 500.01)
      // A round number is a small multiple of the step, and the step is 1, 2 or 5 of a power of ten.
      let multiple = tick / scale.step
      #expect(abs(multiple - multiple.rounded()) < 1e-3)
    }
    var step = scale.step
    while step < 0.99 { step *= 10 }
    while step > 9.99 { step /= 10 }
    #expect([1.0, 2, 5].contains { abs($0 - step) < 1e-6 }, "\(scale.step)")
  }

  @Test("places grow with the numbers, turned round where the scale is")
  func places() {
    let scale = LinearScale([0, 10], from: 0, to: 200),
      turned = LinearScale([0, 10], from: 200, to: 0)
    #expect(scale.place(0) == 0 && scale.place(5) == 100 && scale.place(10) == 200)
    #expect(turned.place(0) == 200 && turned.place(10) == 0)
    #expect(scale.place(-5) == 0 && scale.place(99) == 200 && scale.place(.nan) == 0)
  }

  @Test("a scale of shares never leaves 0 to 1")
  func bounded() {
    for values in [[0.999, 1.0], [0, 0.001], [0.2, 1.7], [-3, 0.5], [1, 1], [0, 0]] {
      let scale = LinearScale(values, from: 0, to: 1, within: 0...1)
      #expect(scale.domain.lowerBound >= 0 && scale.domain.upperBound <= 1 + 1e-9, "\(values)")
    }
  }

  @Test("a tick has as many decimals as the ticks need")
  func labels() {
    #expect(LinearScale([0, 1], from: 0, to: 1).label(0.2) == "0.2")
    #expect(LinearScale([0, 0.1], from: 0, to: 1).label(0.02, percent: true) == "2 %")
    #expect(LinearScale([0, 50_000], from: 0, to: 1).label(20_000) == "20,000")
    #expect(LinearScale([-1, 1], from: 0, to: 1).label(0.5, signed: true) == "+0.5")
    #expect(LinearScale([-10, 10], from: 0, to: 1).label(-5, signed: true) == "−5")
  }
}
