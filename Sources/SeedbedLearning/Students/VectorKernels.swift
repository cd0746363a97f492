/// The inner loops of the student: plain 8-wide additions and multiplications of `Float`.
///
/// Their order of summation is fixed, and nothing is fused, so that every machine gets the same bits.
enum VectorKernels {
  typealias Lanes = SIMD8<Float>
  static let width = 8

  /// Adds `Σ_j values[j] · matrix[indices[j]]` to a row of `stride` floats, a multiple of 8.
  @inline(__always)
  static func addRows(
    of matrix: UnsafePointer<Float>,
    stride: Int,
    at indices: UnsafePointer<Int32>,
    times values: UnsafePointer<Float>,
    count: Int,
    to row: UnsafeMutablePointer<Float>
  ) {
    var column = 0
    // Thirty-two classes at a time stay in registers over all entries.
    while column + 4 * width <= stride {
      var a = load(row + column)
      var b = load(row + column + width)
      var c = load(row + column + 2 * width)
      var d = load(row + column + 3 * width)
      for entry in 0..<count {
        let source = matrix + (Int(indices[entry]) &* stride &+ column)
        let factor = Lanes(repeating: values[entry])
        a += factor * load(source)
        b += factor * load(source + width)
        c += factor * load(source + 2 * width)
        d += factor * load(source + 3 * width)
      }
      store(a, row + column)
      store(b, row + column + width)
      store(c, row + column + 2 * width)
      store(d, row + column + 3 * width)
      column += 4 * width
    }
    while column < stride {
      var a = load(row + column)
      for entry in 0..<count {
        let source = matrix + (Int(indices[entry]) &* stride &+ column)
        a += Lanes(repeating: values[entry]) * load(source)
      }
      store(a, row + column)
      column += width
    }
  }

  /// Replaces logits by `exp(logit − largest)`.
  ///
  /// - Returns: The largest logit, and the sum of the results in order of the lanes.
  @inline(__always)
  static func exponentiate(_ row: UnsafeMutablePointer<Float>, count: Int) -> (Float, Float) {
    var largest = load(row)
    for column in stride(from: width, to: count, by: width) {
      let lanes = load(row + column)
      largest.replace(with: lanes, where: lanes .> largest)
    }
    let peak = largest.max()
    var sum = Lanes()
    for column in stride(from: 0, to: count, by: width) {
      let powers = exponential(load(row + column) - Lanes(repeating: peak))
      store(powers, row + column)
      sum += powers
    }
    return (peak, total(sum))
  }

  /// `exp` of numbers up to 0, within 2e-7 of the value; 0 below −87.
  ///
  /// `x = k ln 2 + r`, the Taylor polynomial of degree 7 for `exp r`, and `2^k` by its bits.
  @inline(__always)
  static func exponential(_ x: Lanes) -> Lanes {
    let tiny = x .< Lanes(repeating: -87)
    let clamped = x.replacing(with: -87, where: tiny)
    // Adding 1.5 · 2^23 rounds to an integer, which then stands in the low bits.
    let magic = Lanes(repeating: 12_582_912)
    let shifted = clamped * 1.442695 + magic
    let k = shifted - magic
    let r = (clamped - k * 0.693359375) - k * -2.12194440e-4
    var p = Lanes(repeating: 1.0 / 5040)
    p = p * r + 1.0 / 720
    p = p * r + 1.0 / 120
    p = p * r + 1.0 / 24
    p = p * r + 1.0 / 6
    p = p * r + 0.5
    p = p * r + 1
    p = p * r + 1
    let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000
    let power = unsafeBitCast((bits &+ 127) &<< 23, to: Lanes.self)
    return (p * power).replacing(with: 0, where: tiny)
  }

  /// The sum of products of two runs of floats whose length is a multiple of 8.
  @inline(__always)
  static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int) -> Double {
    var first = Lanes()
    var second = Lanes()
    var index = 0
    while index + 2 * width <= count {
      first += load(a + index) * load(b + index)
      second += load(a + index + width) * load(b + index + width)
      index += 2 * width
    }
    if index < count { first += load(a + index) * load(b + index) }
    return Double(total(first + second))
  }

  /// The sum of the lanes in an order that no library may change.
  @inline(__always)
  static func total(_ lanes: Lanes) -> Float {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  @inline(__always)
  static func load(_ pointer: UnsafePointer<Float>) -> Lanes {
    UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  static func load(_ pointer: UnsafeMutablePointer<Float>) -> Lanes {
    UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  static func store(_ lanes: Lanes, _ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: lanes, as: Lanes.self)
  }
}
