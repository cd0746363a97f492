public import SeedbedData
import SeedbedLearning

extension ReviewDesk {
  /// What the release rule says of a version.
  ///
  /// - Parameter version: The version.
  /// - Returns: The ruling with its numbers.
  /// - Throws: A `SeedbedError` when the store cannot be read.
  public func gate(of version: DatasetVersion) throws -> ReleaseGate {
    try readOn()
    return rule.gate(of: version, log)
  }

  /// Releases a version, where its spot check lets it go or the rule is set aside with a reason.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - author: Who releases it.
  /// - Returns: The release; the earlier one where the version was released before.
  /// - Throws: A gate error with the numbers where the rule does not let it go.
  public func release(_ version: DatasetVersion, by author: String) throws -> Release {
    if let earlier = try reviews.releases().first(where: { $0.version == version.id }) {
      return earlier
    }
    let gate = try gate(of: version)
    var because: String?
    if gate.ruling != .release {
      let run = RunRecord(
        command: "release",
        key: version.id,
        startedAt: runner.options.clock(),
        attempt: try runner.journal.attempts(key: version.id)
      )
      try runner.enforce(
        .spotCheck,
        finding: Self.finding(gate, version: version.id),
        hint: gate.ruling == .block
          ? "fix or reject the wrong rows, make a new version with `seedbed version create` and check that"
          : "look at more rows with `seedbed review`",
        run: run
      )
      because = runner.options.overrides[Rule.spotCheck.rawValue]
    }
    let release = Release(
      version: version.id,
      author: try Self.name(author),
      releasedAt: runner.options.clock(),
      checked: gate.checked,
      wrong: gate.wrong,
      upperBound: gate.errorRate.upper,
      limit: gate.limit,
      ruling: gate.ruling.rawValue,
      because: because
    )
    try reviews.record(release)
    return release
  }

  /// Why a version may not go, with the numbers.
  static func finding(_ gate: ReleaseGate, version: String) -> String {
    let numbers =
      gate.checked == 0
      ? "no row was looked at yet"
      : "\(gate.wrong) of \(gate.checked) rows looked at are wrong (at most "
        + "\(percent(gate.errorRate.upper)) of all with 95 % confidence; the limit is "
        + "\(percent(gate.limit)))"
    switch gate.ruling {
    case .block:
      return "version \(version.prefix(12)) is blocked by its spot check: \(numbers)"
    case .undecided, .release:
      let ahead = gate.ahead.map { "; \($0)" } ?? ""
      return "the spot check of version \(version.prefix(12)) is not finished: \(numbers)\(ahead)"
    }
  }

  /// A share in percent with one decimal place.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
