import SeedbedData

/// Who has which sample before them, so that no two people are given the same one.
struct ReviewLeases: Sendable {
  /// How many seconds a sample is kept for somebody who does not decide.
  static let duration = 600

  private struct Lease {
    var author: String
    var until: Int
  }

  private var leases: [SampleID: Lease] = [:]

  /// Keeps a sample for somebody from now on.
  mutating func take(_ sample: SampleID, for author: String, now: Int) {
    leases[sample] = Lease(author: author, until: now + Self.duration)
  }

  /// Gives a sample free.
  mutating func end(_ sample: SampleID) { leases[sample] = nil }

  /// Whether a sample is kept for somebody else.
  func isTaken(_ sample: SampleID, from author: String, now: Int) -> Bool {
    guard let lease = leases[sample] else { return false }
    return lease.author != author && lease.until > now
  }
}
