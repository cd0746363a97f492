/// Class scores that are sums of weights over a row's entries, and the softmax of them.
///
/// Weights lie feature by feature in double precision, the classes that have training rows side by
/// side, filled up to a multiple of eight; so one pass over a row's entries gives all its scores.
struct LinearScores: Sendable {
  typealias Lanes = SIMD8<Double>
  static let width = 8

  /// How many classes there are, with or without training rows.
  let classCount: Int
  /// The classes that have training rows, ascending; all of them when none has.
  let present: [Int]
  let featureCount: Int
  let stride: Int
  var weights: HeapBuffer<Double>
  /// What each class' score begins with.
  var offsets: [Double]

  /// Weights of zero for the classes of some labels.
  init(labels: [Int], classCount: Int, featureCount: Int) {
    precondition(classCount > 0, "a fit needs a class")
    precondition(labels.allSatisfy { (0..<classCount).contains($0) }, "a label is not a class id")
    var isPresent = [Bool](repeating: labels.isEmpty, count: classCount)
    for label in labels { isPresent[label] = true }
    self.classCount = classCount
    self.featureCount = featureCount
    present = (0..<classCount).filter { isPresent[$0] }
    stride = (present.count + Self.width - 1) / Self.width * Self.width
    weights = HeapBuffer(repeating: 0, count: featureCount * stride)
    offsets = [Double](repeating: 0, count: stride)
  }

  /// The lane of each class; 0 for those without one.
  var laneOf: [Int] {
    var lanes = [Int](repeating: 0, count: classCount)
    for (lane, label) in present.enumerated() { lanes[label] = lane }
    return lanes
  }

  /// The softmax of `offsets + scale · Σ value · weights`, row by row.
  func probabilities(
    _ rows: FeatureRows,
    threads: Int,
    scale: (_ squaredLength: Double) -> Double = { _ in 1 }
  ) -> [Double] {
    precondition(rows.columnCount == featureCount, "the rows are of another space than the student")
    let size = 128
    return Parallel.map((rows.rowCount + size - 1) / size, threads: threads) { piece in
      let range = (piece * size)..<min((piece + 1) * size, rows.rowCount)
      var result = [Double](repeating: 0, count: range.count * classCount)
      let sums = HeapBuffer<Double>(repeating: 0, count: stride)
      for (place, row) in range.enumerated() {
        for lane in 0..<stride { sums.base[lane] = 0 }
        let factor = scale(add(rows, row, to: sums.base))
        for lane in 0..<stride { sums.base[lane] = offsets[lane] + factor * sums.base[lane] }
        let total = exponentiate(sums.base)
        for (lane, label) in present.enumerated() {
          result[place * classCount + label] = sums.base[lane] / total
        }
      }
      return result
    }.flatMap(\.self)
  }

  /// Adds a row's weights to the sums and returns its squared length.
  private func add(
    _ rows: FeatureRows,
    _ row: Int,
    to sums: UnsafeMutablePointer<Double>
  ) -> Double {
    var square = 0.0
    rows.forEachEntry(ofRow: row) { column, value in
      square += value * value
      add(column, times: value, to: sums)
    }
    return square
  }

  /// Adds a multiple of a feature's weights to sums.
  @inline(__always)
  private func add(_ feature: Int, times value: Double, to sums: UnsafeMutablePointer<Double>) {
    let source = UnsafeRawPointer(weights.base + feature * stride)
    let target = UnsafeMutableRawPointer(sums)
    let factor = Lanes(repeating: value)
    for at in Swift.stride(from: 0, to: stride * 8, by: Self.width * 8) {
      let sum =
        target.loadUnaligned(fromByteOffset: at, as: Lanes.self)
        + factor * source.loadUnaligned(fromByteOffset: at, as: Lanes.self)
      target.storeBytes(of: sum, toByteOffset: at, as: Lanes.self)
    }
  }

  /// Replaces scores by `exp(score − largest)` and returns their sum.
  private func exponentiate(_ sums: UnsafeMutablePointer<Double>) -> Double {
    var largest = sums[0]
    for lane in present.indices { largest = max(largest, sums[lane]) }
    let memory = UnsafeMutableRawPointer(sums)
    for at in Swift.stride(from: 0, to: stride * 8, by: Self.width * 8) {
      let lanes = memory.loadUnaligned(fromByteOffset: at, as: Lanes.self)
      let powers = Self.exponential(lanes - Lanes(repeating: largest))
      memory.storeBytes(of: powers, toByteOffset: at, as: Lanes.self)
    }
    return present.indices.reduce(0) { $0 + sums[$1] }
  }

  /// `exp` of numbers up to 0, to about 1e-15 of the value; 0 below −700.
  ///
  /// As `VectorKernels.exponential`: `x = k ln 2 + r`, a polynomial for `exp r`, `2^k` by its bits.
  @inline(__always)
  static func exponential(_ x: Lanes) -> Lanes {
    let tiny = x .< Lanes(repeating: -700)
    // The lanes that fill up may hold anything; what stands in them is never read.
    let clamped = x.replacing(with: -700, where: tiny).replacing(with: 0, where: x .> Lanes())
    let magic = Lanes(repeating: 6_755_399_441_055_744)
    let shifted = clamped * 1.4426950408889634 + magic
    let k = shifted - magic
    let r = (clamped - k * 0x1.62e42fefa3800p-1) - k * 0x1.ef35793c76730p-45
    var p = Lanes(repeating: reciprocalFactorials[0])
    for factor in reciprocalFactorials.dropFirst() { p = p * r + factor }
    let bits = unsafeBitCast(shifted, to: SIMD8<Int64>.self) &- 0x4338_0000_0000_0000
    let power = unsafeBitCast((bits &+ 1023) &<< 52, to: Lanes.self)
    return (p * power).replacing(with: 0, where: tiny)
  }
}

/// `1/13!, …, 1/1!, 1/0!`.
private let reciprocalFactorials: [Double] = {
  var values = [1.0]
  for n in 1...13 { values.append(values[n - 1] / Double(n)) }
  return values.reversed()
}()
