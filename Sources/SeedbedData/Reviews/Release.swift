/// That a version was let go, by whom, and on what numbers.
public struct Release: Sendable, Hashable {
  /// The version's id.
  public var version: String
  /// Who released it.
  public var author: String
  /// Seconds since 1970.
  public var releasedAt: Int
  /// How many rows of its spot check were looked at.
  public var checked: Int
  /// How many of them were wrong.
  public var wrong: Int
  /// The upper end of the share of errors, one-sided with 95 % confidence.
  public var upperBound: Double
  /// The largest share of errors that could be released.
  public var limit: Double
  /// What the rule said: `release`, `block` or `undecided`.
  public var ruling: String
  /// Why it was released against the rule; nil where the rule let it go.
  public var because: String?

  /// Makes a release.
  ///
  /// - Parameters:
  ///   - version: The version's id.
  ///   - author: Who releases it.
  ///   - releasedAt: Seconds since 1970.
  ///   - checked: How many rows were looked at.
  ///   - wrong: How many of them were wrong.
  ///   - upperBound: The upper end of the share of errors.
  ///   - limit: The largest share that could be released.
  ///   - ruling: What the rule said.
  ///   - because: Why it is released against the rule.
  public init(
    version: String,
    author: String,
    releasedAt: Int,
    checked: Int,
    wrong: Int,
    upperBound: Double,
    limit: Double,
    ruling: String,
    because: String? = nil
  ) {
    self.version = version
    self.author = author
    self.releasedAt = releasedAt
    self.checked = checked
    self.wrong = wrong
    self.upperBound = upperBound
    self.limit = limit
    self.ruling = ruling
    self.because = because
  }

  /// `version`, `author`, `released_at`, `checked`, `wrong`, `upper_bound`, `limit`, `ruling` and `because`.
  public var json: JSONObject {
    [
      "version": .string(version), "author": .string(author), "released_at": .optional(releasedAt),
      "checked": .optional(checked), "wrong": .optional(wrong),
      "upper_bound": .optional(upperBound), "limit": .optional(limit),
      "ruling": .string(ruling), "because": .optional(because),
    ]
  }
}
