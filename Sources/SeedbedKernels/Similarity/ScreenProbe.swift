import CKernels

/// Looks for the vectors of one panel among those of others: names the pairs that may reach a
/// threshold, and never misses one that does.
public struct ScreenProbe: Sendable {
  /// For each vector of the panel the candidates found last: bit c stands for vector c.
  public private(set) var hits = [UInt64](repeating: 0, count: ScreenPanel.capacity)
  private let panel: ScreenPanel
  private var minima: [Double]
  private var least = [Int32](repeating: 0, count: ScreenPanel.capacity)

  /// What the rounding of projections and of the exact products may amount to.
  ///
  /// A sum of n products of floats in 32 lanes errs by at most about n/32 + 6 units of 2⁻²⁴; the
  /// directions of a projection, rounded to floats, are orthonormal to a few 1e-6.
  private static let slack = 1e-4

  /// Prepares a panel to be looked for.
  ///
  /// - Parameters:
  ///   - panel: The vectors to look for.
  ///   - threshold: The least product to be found, the same for all of them at first.
  public init(_ panel: ScreenPanel, threshold: Float) {
    self.panel = panel
    // Rows without a vector can never be reached.
    minima = [Double](repeating: .infinity, count: ScreenPanel.capacity)
    for row in 0..<panel.count { raise(row, to: threshold) }
  }

  /// Changes the least product to be found for one vector.
  ///
  /// - Parameters:
  ///   - row: The vector's place in the panel.
  ///   - threshold: The least product; infinity finds nothing, its negative everything.
  public mutating func raise(_ row: Int, to threshold: Float) {
    minima[row] = Double(threshold) - Self.slack - panel.errors[row]
  }

  /// Compares the panel's vectors with those of another panel.
  ///
  /// - Parameter other: A panel of vectors of the same length, projected in the same way.
  /// - Returns: Whether there is any candidate; then `hits` names them.
  public mutating func findCandidates(in other: ScreenPanel) -> Bool {
    precondition(panel.depth == other.depth, "the panels have vectors of different lengths")
    let unit = panel.scale * other.scale
    unsafe ck_screen_least(
      minima,
      panel.residuals,
      panel.errors,
      other.largestResidual,
      other.largestError,
      // Without a unit all integers are 0; the sign of what is left then decides.
      unit > 0 ? 1 / unit : 1e300,
      &least
    )
    let any: Int32
    switch (panel.numbers, other.numbers) {
    case (.narrow(let rows, _), .narrow(_, let columns)):
      any = unsafe ck_screen_narrow(rows, panel.sums, columns, panel.depth, least, &hits)
    case (.wide(let rows, _), .wide(_, let columns)):
      any = unsafe ck_screen_wide(rows, columns, panel.depth, least, &hits)
    default: preconditionFailure("one processor packs all panels alike")
    }
    guard any != 0 else { return false }
    if other.count < ScreenPanel.capacity {
      for row in 0..<panel.count { hits[row] &= 1 << UInt64(other.count) - 1 }
    }
    return true
  }
}
