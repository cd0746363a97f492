import CKernels

/// Up to 64 vectors rounded to small integers, with bounds of what the rounding may hide.
///
/// A unit vector x is given by the numbers v of its projection to a few orthonormal directions and the
/// length r of the rest. The numbers become `scale · q` with bytes q and the remainder e, so for two
/// vectors, by the inequality of Cauchy and Schwarz,
///
///     x·y ≤ scaleₓ scaleᵧ (qₓ·qᵧ) + |eₓ| |vᵧ| + |scaleₓ qₓ| |eᵧ| + rₓ rᵧ
///
/// and |v| ≤ 1. A pair whose bound stays below a threshold cannot reach it; only the others need
/// their exact product. `ScreenProbe` does the comparison for 64 × 64 vectors at a time.
public struct ScreenPanel: Sendable {
  /// The most vectors in a panel.
  public static let capacity = Int(ck_screen_columns)
  /// The most numbers a vector may have here; the rest of it belongs to its residual.
  public static let largestDepth = 4096

  enum Numbers: Sendable {
    case narrow(rows: [Int8], columns: [UInt8])
    case wide(rows: [Int16], columns: [Int16])
  }

  /// How many vectors the panel holds.
  public let count: Int
  /// The vectors' numbers, a multiple of 4 each, behind them zeros up to 64 vectors.
  let depth: Int
  let numbers: Numbers
  let sums: [Int32]
  let scale: Double
  let residuals: [Double]
  let errors: [Double]
  let largestResidual: Double
  let largestError: Double

  /// Packs vectors.
  ///
  /// - Parameters:
  ///   - values: The numbers of 1 to 64 vectors, one behind the other; all finite.
  ///   - residuals: For each vector, at least the length of what the numbers leave out, 0...1.
  public init(values: [Float], residuals: [Double]) {
    precondition(
      (1...Self.capacity).contains(residuals.count) && values.count % residuals.count == 0,
      "a panel holds 1 to 64 vectors of one length"
    )
    let length = values.count / residuals.count
    precondition((1...Self.largestDepth).contains(length), "a panel's vectors are too long")
    count = residuals.count
    depth = (length + 3) / 4 * 4
    let greatest = values.reduce(0) { max($0, abs($1)) }
    // Numbers too small to divide by are as good as none; the bounds of the errors cover them.
    let largest = greatest > 1e-20 ? greatest : 0
    let scale = Double(largest) / 127
    var bytes = [Int8](repeating: 0, count: Self.capacity * depth)
    var errors = [Double](repeating: 0, count: Self.capacity)
    var sums = [Int32](repeating: 0, count: Self.capacity)
    let inverse = largest > 0 ? 127 / largest : 0
    for vector in 0..<count {
      var squares: Float = 0
      var sum: Int32 = 0
      for index in 0..<length {
        let scaled = values[vector * length + index] * inverse
        // The factor's rounding may carry a number just beyond the range.
        let rounded = min(max(scaled.rounded(.toNearestOrEven), -127), 127)
        bytes[vector * depth + index] = Int8(rounded)
        squares += (scaled - rounded) * (scaled - rounded)
        sum &+= Int32(rounded)
      }
      // A thousandth more covers the rounding of the sum and of the scaled numbers.
      errors[vector] = Double(squares).squareRoot() * scale * 1.001 + 1e-6
      sums[vector] = sum
    }
    numbers = Self.pack(bytes, depth: depth)
    self.sums = sums
    self.scale = scale
    self.errors = errors
    self.residuals = residuals + Array(repeating: 0, count: Self.capacity - count)
    largestResidual = residuals.reduce(0) { max($0, $1) }
    largestError = errors.reduce(0) { max($0, $1) }
  }

  private static func pack(_ bytes: [Int8], depth: Int) -> Numbers {
    let size = capacity * depth
    if ck_screen_is_narrow() != 0 {
      var rows = [Int8](repeating: 0, count: size)
      var columns = [UInt8](repeating: 0, count: size)
      unsafe ck_screen_pack_narrow(bytes, depth, &rows, &columns)
      return .narrow(rows: rows, columns: columns)
    }
    var rows = [Int16](repeating: 0, count: size)
    var columns = [Int16](repeating: 0, count: size)
    unsafe ck_screen_pack_wide(bytes, depth, &rows, &columns)
    return .wide(rows: rows, columns: columns)
  }
}
