import SeedbedLearning

/// Tests that are judged together, so that many of them do not find something by chance.
struct ClaimFamily {
  private var pValues: [Double] = []
  private var adjusted: [Double] = []
  private var next = 0

  /// Adds claims.
  mutating func add(_ claims: [some Claimed]) { pValues += claims.map(\.claim.pValue) }

  /// Ends the adding: p-values are adjusted for each other.
  mutating func close() { adjusted = BenjaminiHochberg.adjusted(pValues) }

  /// Settles the claims in the order in which they were added.
  mutating func settle(_ claims: inout [some Claimed]) {
    for index in claims.indices {
      claims[index].claim.adjusted = adjusted[next]
      claims[index].claim.differs =
        adjusted[next] <= ComparisonOptions.significance && claims[index].isLarge
      next += 1
    }
  }
}
