public import SeedbedData
public import SeedbedLearning

/// Whether a version may be released, by the 5 % rule on its spot check.
public struct ReleaseGate: Sendable, Hashable {
  /// What the rule says.
  public enum Ruling: String, Sendable, CaseIterable {
    /// So few errors are at most the limit beyond doubt: it may be released.
    case release
    /// The share of errors is over the limit: it may not.
    case block
    /// Too few rows were looked at to tell.
    case undecided
  }

  /// What the rule says.
  public var ruling: Ruling
  /// How many samples were looked at; skipped ones do not count.
  public var checked: Int
  /// How many of them were wrong.
  public var wrong: Int
  /// The share of errors with its one-sided 95 % Wilson bounds (the two-sided interval of 90 %), as one look sees it.
  public var errorRate: Interval
  /// The largest share of errors that may be released, 0…1.
  public var limit: Double
  /// The look at which the rule speaks next; nil where it has spoken.
  public var next: ReleaseLook?
  /// How many samples in all have to be looked at for a release if errors go on at this rate; nil where the rule
  /// has spoken.
  public var needed: Int?

  /// Makes a gate's state.
  ///
  /// - Parameters:
  ///   - ruling: What the rule says.
  ///   - checked: How many samples were looked at.
  ///   - wrong: How many of them were wrong.
  ///   - errorRate: The share of errors with its interval.
  ///   - limit: The largest share that may be released.
  ///   - next: The look at which the rule speaks next.
  ///   - needed: How many samples in all have to be looked at.
  public init(
    ruling: Ruling,
    checked: Int,
    wrong: Int,
    errorRate: Interval,
    limit: Double,
    next: ReleaseLook? = nil,
    needed: Int? = nil
  ) {
    self.ruling = ruling
    self.checked = checked
    self.wrong = wrong
    self.errorRate = errorRate
    self.limit = limit
    self.next = next
    self.needed = needed
  }
}

extension ReleaseGate {
  /// What has to be looked at before the rule speaks, as half a sentence; nil where it has spoken.
  public var ahead: String? {
    guard let next else { return nil }
    let releases =
      next.allowed.map { "releases with at most \($0) wrong" } ?? "is too small to release"
    let rate = needed.flatMap {
      checked > 0 && $0 > next.rows ? "; at this rate it takes \($0) rows" : nil
    }
    return "the look at \(next.rows) rows \(releases)\(rate ?? "")"
  }

  /// `ruling`, `checked`, `wrong`, `error_rate`, `limit`, `next` (`rows`, `allowed`) and `needed`.
  public var json: JSONObject {
    let look = next.map { next -> JSONValue in
      .object(["rows": .optional(next.rows), "allowed": .optional(next.allowed)])
    }
    return [
      "ruling": .string(ruling.rawValue), "checked": .optional(checked),
      "wrong": .optional(wrong), "error_rate": .object(errorRate.json),
      "limit": .optional(limit), "next": look ?? .null, "needed": .optional(needed),
    ]
  }
}
