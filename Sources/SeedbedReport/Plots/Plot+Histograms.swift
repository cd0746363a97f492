extension Plot {
  /// How numbers are distributed on two sides: the real ones upwards, the synthetic ones downwards.
  ///
  /// Numbers above the 99.5th percentile of both together share the last bin, so that one long text does
  /// not press all others together.
  ///
  /// - Parameters:
  ///   - real: The numbers of the real rows.
  ///   - synthetic: The numbers of the synthetic rows.
  ///   - id: Names the drawing within its page.
  ///   - title: What it shows.
  ///   - unit: What is counted, such as `words`.
  ///   - note: A sentence below the title.
  /// - Returns: The drawing.
  public static func histograms(
    real: [Double],
    synthetic: [Double],
    id: String,
    title: String,
    unit: String,
    note: String? = nil
  ) -> Plot {
    let unit = Clipped.text(unit, 60)
    let bins = HistogramBins(real, synthetic)
    let left = 52.0, right = width - 12, middle = 118.0, half = 92.0
    let shares = (bins.shares(real), bins.shares(synthetic))
    let across = LinearScale(
      [bins.edges.first ?? 0, bins.edges.last ?? 1],
      from: left,
      to: right,
      tickCount: 10
    )
    let most = max(shares.0.max() ?? 0, shares.1.max() ?? 0, 1e-9)
    let up = LinearScale([most], from: middle, to: middle - half, includesZero: true, tickCount: 3)
    let down = LinearScale(
      [most],
      from: middle,
      to: middle + half,
      includesZero: true,
      tickCount: 3
    )
    var drawing = PlotPiece.leftAxis(up, left: left, right: right, percent: true)
    for tick in down.ticks.dropFirst() {
      let y = down.place(tick)
      drawing += "<line class=\"grid\" x1=\"\(left)\" x2=\"\(right)\" y1=\"\(y)\" y2=\"\(y)\"/>\n"
      drawing += PlotPiece.text(
        down.label(tick, percent: true),
        left - 6,
        y + 4,
        anchor: "end",
        faint: true
      )
    }
    for (index, (a, b)) in zip(shares.0, shares.1).enumerated() {
      let x = across.place(bins.edges[index]), next = across.place(bins.edges[index + 1])
      let bar = max(0.5, next - x - 1)
      if a > 0 {
        let y = up.place(a)
        drawing +=
          "<rect class=\"bar-real\" x=\"\(x)\" y=\"\(y)\" width=\"\(bar)\" height=\"\(middle - y)\"/>\n"
      }
      if b > 0 {
        let y = down.place(b)
        drawing +=
          "<rect class=\"bar-synthetic\" x=\"\(x)\" y=\"\(middle)\" width=\"\(bar)\" height=\"\(y - middle)\"/>\n"
      }
    }
    drawing +=
      "<line class=\"axis\" x1=\"\(left)\" x2=\"\(right)\" y1=\"\(middle)\" y2=\"\(middle)\"/>\n"
    let bottom = middle + half
    var free = -Double.infinity
    for tick in across.ticks where tick <= (bins.edges.last ?? 0) + 1e-9 {
      let isLast = bins.hasTail && tick >= (bins.edges.last ?? 0) - 1e-9
      let label = across.label(tick) + (isLast ? " and more" : "")
      let x = min(across.place(tick), width - PlotText.width(label) / 2 - 2)
      guard x - PlotText.width(label) / 2 > free else { continue }
      free = x + PlotText.width(label) / 2 + 4
      drawing += PlotPiece.text(label, x, bottom + 17, anchor: "middle", faint: true)
    }
    drawing += PlotPiece.text(
      "real (\(Figures.count(real.count)))",
      right,
      middle - half + 10,
      anchor: "end"
    )
    drawing += PlotPiece.text(
      "synthetic (\(Figures.count(synthetic.count)))",
      right,
      bottom - 4,
      anchor: "end"
    )
    drawing += PlotPiece.text(unit, left, bottom + 34, faint: true)
    func range(_ index: Int) -> String {
      let from = across.label(bins.edges[index])
      return bins.hasTail && index == shares.0.count - 1
        ? "\(from) and more" : "\(from) to below \(across.label(bins.edges[index + 1]))"
    }
    return Plot(
      id: id,
      title: title,
      summary:
        "\(Self.medians(real, unit, "real")); \(Self.medians(synthetic, unit, "synthetic")).",
      note: note,
      height: bottom + 40,
      table: TableMarkup(
        [.init(stringLiteral: unit), .number("Real"), .number("Synthetic")],
        texts: shares.0.indices.map { index in
          [
            range(index), Figures.decimal(100 * shares.0[index], 1) + " %",
            Figures.decimal(100 * shares.1[index], 1) + " %",
          ]
        }
      ),
      drawing: drawing
    )
  }

  private static func medians(_ values: [Double], _ unit: String, _ side: String) -> String {
    let sorted = values.filter(\.isFinite).sorted()
    guard let least = sorted.first, let most = sorted.last else { return "no \(side) rows" }
    let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    return "\(side) rows have \(Figures.decimal(least, 0)) to \(Figures.decimal(most, 0)) \(unit), "
      + "half of them at most \(Figures.decimal(median, 1))"
  }
}

/// Equal bins of round width over two sets of numbers.
struct HistogramBins {
  /// Where bins begin, and where the last ends.
  let edges: [Double]
  /// Whether the last bin holds everything above it too.
  let hasTail: Bool

  init(_ first: [Double], _ second: [Double]) {
    let sorted = (first + second).filter { abs($0) <= 1e12 }.sorted()
    guard let least = sorted.first, let most = sorted.last else {
      (edges, hasTail) = ([0, 1], false)
      return
    }
    let high = sorted[min(sorted.count - 1, Int(0.995 * Double(sorted.count)))]
    let scale = LinearScale([least, max(high, least + 1)], from: 0, to: 1, tickCount: 24)
    let step = max(scale.step, sorted.allSatisfy { $0 == $0.rounded() } ? 1 : 0)
    let begin = (least / step).rounded(.down) * step
    let count = max(1, min(40, Int(((high - begin) / step).rounded(.down)) + 1))
    edges = (0...count).map { begin + Double($0) * step }
    hasTail = most >= begin + Double(count) * step
  }

  /// The share of numbers in each bin.
  func shares(_ values: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: edges.count - 1)
    let step = edges[1] - edges[0]
    let finite = values.filter(\.isFinite)
    for value in finite {
      let place = min(max(((value - edges[0]) / step).rounded(.down), 0), Double(counts.count - 1))
      counts[Int(place)] += 1
    }
    return finite.isEmpty ? counts : counts.map { $0 / Double(finite.count) }
  }
}
