import Foundation

/// A look at a version: once so many rows of its spot check were looked at, so few wrong ones release it.
public struct ReleaseLook: Sendable, Hashable {
  /// How many rows were looked at by then, at least 1.
  public var rows: Int
  /// The most wrong rows with which the version is released; nil where the look is too small for any.
  public var allowed: Int?

  /// Makes a look.
  ///
  /// - Parameters:
  ///   - rows: How many rows were looked at by then.
  ///   - allowed: The most wrong rows with which the version is released.
  public init(rows: Int, allowed: Int?) {
    self.rows = rows
    self.allowed = allowed
  }

  /// The looks of a version, each at twice the rows of the one before; the last one is at all of them.
  ///
  /// Who looks again and again comes upon a lucky moment some day, so all looks share one chance of error:
  /// the first may use all of it, each further one half of what is left. What a look can use is exact, from
  /// the binomial distribution at the limit; so by the union bound a version with more errors than the limit is
  /// released with at most that chance, however long people go on. (Alpha spending after K. K. G. Lan and
  /// D. L. DeMets, "Discrete sequential boundaries for clinical trials", Biometrika 70, 1983.)
  ///
  /// - Parameters:
  ///   - limit: The largest share of errors that may be released, above 0 and below 1.
  ///   - sample: The rows of the first look, at least 1.
  ///   - total: The rows of the version, at least 1.
  ///   - chance: The chance of error that the looks share.
  /// - Returns: The looks, the smallest first.
  static func all(limit: Double, sample: Int, total: Int, chance: Double) -> [ReleaseLook] {
    var looks: [ReleaseLook] = []
    var left = chance, rows = sample
    while rows < total {
      let (allowed, used) = mostAllowed(
        rows: rows,
        limit: limit,
        chance: looks.isEmpty ? left : left / 2
      )
      looks.append(ReleaseLook(rows: rows, allowed: allowed))
      left -= used
      rows *= 2
    }
    // Of all rows nothing is left to chance; a product of doubles may miss a whole number by its last bit.
    looks.append(
      ReleaseLook(rows: total, allowed: Int((limit * Double(total) + 1e-9).rounded(.down)))
    )
    return looks
  }

  /// The most errors that are so unlikely at the limit, and how unlikely they or fewer are.
  private static func mostAllowed(
    rows: Int,
    limit: Double,
    chance: Double
  ) -> (allowed: Int?, used: Double) {
    // In logarithms, since a chance of no error at all is beyond the smallest double for many rows.
    let odds = log(limit) - log1p(-limit)
    var term = Double(rows) * log1p(-limit)
    var sum = exp(term), used = 0.0, errors = 0
    while sum <= chance, errors < rows {
      used = sum
      term += log(Double(rows - errors) / Double(errors + 1)) + odds
      sum += exp(term)
      errors += 1
    }
    return (errors == 0 ? nil : errors - 1, used)
  }
}
