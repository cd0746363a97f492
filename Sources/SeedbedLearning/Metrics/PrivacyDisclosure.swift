import SeedbedKernels

/// How well synthetic records let somebody who knows a part of a real record guess the rest.
public struct DisclosureRisk: Hashable, Sendable {
  /// For each real record the share of the synthetic ones with the same known values that have its
  /// sensitive values too; nil where none has the known values.
  public let shares: [Double?]
  /// One less the mean of the shares (correct attribution probability, CAP).
  public let protection: Double
  /// The protection against a guess among all combinations of sensitive values.
  public let baseline: Double

  /// The protection over the baseline's, at most 1 (`DisclosureProtection`).
  public var score: Double { min(protection / baseline, 1) }
}

extension Metrics {
  /// Attacks sensitive values by known ones (`DisclosureProtection` of SDMetrics, method CAP).
  ///
  /// Elliot, "Final report on the disclosure risk associated with the synthetic data" (2014). What is
  /// missing is a value of its own.
  ///
  /// - Parameters:
  ///   - real: The real records.
  ///   - synthetic: The synthetic records, with columns of the same kinds.
  ///   - known: The columns that the attacker knows, at least one.
  ///   - sensitive: The columns to guess, at least one.
  ///   - bins: Into how many bins of equal width over the real range numbers are cut; nil compares them
  ///     as they are.
  /// - Returns: The risk; nil when no known values of a real record occur, or when there is only one
  ///   sensitive value, which needs no guess.
  public static func disclosureRisk(
    real: RecordTable,
    synthetic: RecordTable,
    known: [Int],
    sensitive: [Int],
    bins: Int? = 10
  ) -> DisclosureRisk? {
    precondition(real.hasKinds(of: synthetic), "the tables have columns of different kinds")
    precondition(!known.isEmpty && !sensitive.isEmpty, "there must be known and sensitive columns")
    precondition(bins ?? 1 > 0, "there must be a bin")
    let both = real.columns.indices.map { column in
      values(real.columns[column], synthetic.columns[column], bins: bins)
    }
    func keys(_ columns: [Int], ofReal isReal: Bool) -> [UInt64] {
      columns.reduce([UInt64](repeating: 0, count: isReal ? real.count : synthetic.count)) {
        zip($0, isReal ? both[$1].real : both[$1].synthetic).map {
          NGramHasher.extended($0, by: $1)
        }
      }
    }
    let combinations = sensitive.reduce(1.0) { $0 * Double(Set(both[$1].real).count) }
    guard combinations > 1 else { return nil }

    var groups = FeatureTable()
    var outcomes = FeatureTable()
    var groupSizes: [Int] = []
    var outcomeSizes: [Int] = []
    func count(_ key: UInt64, _ table: inout FeatureTable, _ sizes: inout [Int]) {
      let number = Int(table.insert(key))
      if number == sizes.count { sizes.append(0) }
      sizes[number] += 1
    }
    let syntheticKnown = keys(known, ofReal: false)
    for (key, value) in zip(syntheticKnown, keys(sensitive, ofReal: false)) {
      count(key, &groups, &groupSizes)
      count(NGramHasher.extended(key, by: value), &outcomes, &outcomeSizes)
    }
    let shares = zip(keys(known, ofReal: true), keys(sensitive, ofReal: true)).map { key, value in
      groups.find(key).map { group in
        let outcome = outcomes.find(NGramHasher.extended(key, by: value))
        return Double(outcome.map { outcomeSizes[Int($0)] } ?? 0) / Double(groupSizes[Int(group)])
      }
    }
    let found = shares.compactMap(\.self)
    guard !found.isEmpty else { return nil }
    return DisclosureRisk(
      shares: shares,
      protection: 1 - found.reduce(0, +) / Double(found.count),
      baseline: 1 - 1 / combinations
    )
  }

  /// A hash of each value of a column of both tables.
  private static func values(
    _ real: RecordColumn,
    _ synthetic: RecordColumn,
    bins: Int?
  ) -> (real: [UInt64], synthetic: [UInt64]) {
    switch (real, synthetic) {
    case (.numbers(let real), .numbers(let synthetic)):
      let edges = bins.map { innerEdges(real, bins: $0) }
      func value(_ number: Double?) -> UInt64 {
        guard let number, number.isFinite else { return .max }
        // Adding 0 makes one of both zeros.
        guard let edges else { return (number + 0).bitPattern }
        return UInt64(edges.count { $0 < number })
      }
      return (real.map(value), synthetic.map(value))
    case (.categories(let real), .categories(let synthetic)):
      func value(_ name: String?) -> UInt64 { name.map { hash64($0, seed: 5) } ?? .max }
      return (real.map(value), synthetic.map(value))
    default: preconditionFailure("the columns are of different kinds")
    }
  }

  /// The edges between bins of equal width; a value on an edge belongs to the bin below.
  private static func innerEdges(_ values: [Double?], bins: Int) -> [Double] {
    let known = values.compactMap(\.self).filter(\.isFinite)
    var (least, most) = (known.min() ?? 0, known.max() ?? 0)
    if least == most {
      // The rule of `pandas.cut` for a constant.
      least -= least == 0 ? 0.001 : 0.001 * abs(least)
      most += most == 0 ? 0.001 : 0.001 * abs(most)
    }
    let step = (most - least) / Double(bins)
    return (1..<bins).map { least + Double($0) * step }
  }
}
