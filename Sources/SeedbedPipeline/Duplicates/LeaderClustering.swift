/// Decides which rows stay: leader clustering in waves.
///
/// Rows are numbered by quality. One after the other, a row is compared with the rows that stay and
/// meet it in a bucket; it goes when one of them is similar, and stays otherwise. So every removed
/// row is similar to the row it names, and a chain A~B~C does not take C along. In a bucket a row
/// is compared with the first `limit` rows that stay, which bounds the work where many unlike texts
/// meet.
///
/// The rows are not decided one at a time but in waves: all rows that wait for no other (they are
/// the first undecided of each of their buckets) stay, and are compared with the rows behind them
/// on several threads. That gives the same decisions, and they do not depend on the number of
/// threads.
struct LeaderClustering {
  /// The row that a removed one names.
  struct Hit: Sendable {
    var row: UInt32
    var leader: UInt32
    var similarity: Double
  }

  /// Makes the comparisons of a wave.
  typealias Comparing = (_ leaders: [UInt32], _ clustering: LeaderClustering) async throws -> [Hit]

  private enum State: UInt8 {
    case undecided, kept, removed
  }

  let buckets: Buckets
  let references: Int
  private let limit: Int
  private var states: [State]
  /// For each row the number of buckets in which another comes first.
  private var waiting: [UInt32]
  /// For each bucket the place of its first undecided member.
  private var heads: [UInt32]
  /// For each bucket how many of its members stay, up to the limit.
  private var leaderCounts: [UInt16]
  /// For each removed row what it names.
  private(set) var hits: [Hit?]
  /// Buckets in which comparisons were cut short.
  private(set) var hotBuckets: Int

  init(_ buckets: Buckets, rows: Int, references: Int, limit: Int) {
    self.buckets = buckets
    self.references = references
    self.limit = limit
    hotBuckets = buckets.cutBuckets
    states = Array(repeating: .undecided, count: rows)
    for row in 0..<references { states[row] = .kept }
    waiting = (0..<rows).map { UInt32(buckets.bucketRange($0).count) }
    heads = Array(buckets.starts.dropLast())
    leaderCounts = Array(repeating: 0, count: buckets.count)
    hits = Array(repeating: nil, count: rows)
  }

  /// The rows behind a leader in the buckets where it still counts, each once.
  func followers(of leader: UInt32, into rows: inout [UInt32]) {
    rows.removeAll(keepingCapacity: true)
    for place in buckets.bucketRange(Int(leader)) {
      let bucket = Int(buckets.bucketsOfRows[place])
      guard Int(leaderCounts[bucket]) < limit else { continue }
      for member in buckets.range(bucket).reversed() {
        let row = buckets.members[member]
        guard row > leader, row >= references else { break }
        rows.append(row)
      }
    }
    guard rows.count > 1 else { return }
    rows.sort()
    var kept = 1
    for index in 1..<rows.count where rows[index] != rows[kept - 1] {
      rows[kept] = rows[index]
      kept += 1
    }
    rows.removeLast(rows.count - kept)
  }

  /// Decides all rows.
  mutating func run(_ compare: Comparing) async throws {
    var wave = try await decideAgainstReferences(compare)
    while !wave.isEmpty {
      try Task.checkCancellation()
      for row in wave { states[Int(row)] = .kept }
      let removed = note(try await compare(wave, self))
      var next: [UInt32] = []
      for row in wave { settle(row, staying: true, &next) }
      for row in removed { settle(row, staying: false, &next) }
      next.sort()
      wave = next
    }
  }

  /// Compares with the rows of the index, which all stay, and finds the first wave.
  private mutating func decideAgainstReferences(_ compare: Comparing) async throws -> [UInt32] {
    if references > 0 {
      let met = (0..<references).filter { !buckets.bucketRange($0).isEmpty }.map { UInt32($0) }
      _ = note(try await compare(met, self))
    }
    for bucket in 0..<buckets.count {
      let range = buckets.range(bucket)
      let count = buckets.members[range].prefix { $0 < references }.count
      leaderCounts[bucket] = UInt16(count)
      heads[bucket] = UInt32(range.lowerBound + count)
    }
    var first: [UInt32] = []
    for bucket in 0..<buckets.count {
      if Int(leaderCounts[bucket]) >= limit {
        release(bucket, from: Int(heads[bucket]), &first)
      } else {
        advance(bucket, &first)
      }
    }
    // Rows that meet nobody were never in question.
    for row in references..<states.count where buckets.bucketRange(row).isEmpty {
      states[row] = .kept
    }
    first.sort()
    return first
  }

  /// Takes down what was found, and gives the rows that go because of it.
  private mutating func note(_ found: [Hit]) -> [UInt32] {
    var removed: [UInt32] = []
    for hit in found {
      let row = Int(hit.row)
      if states[row] == .undecided {
        states[row] = .removed
        removed.append(hit.row)
      }
      guard let best = hits[row] else {
        hits[row] = hit
        continue
      }
      if best.leader < references && hit.leader >= references { continue }
      let isBetter =
        hit.similarity > best.similarity
        || (hit.similarity == best.similarity && hit.leader < best.leader)
      if isBetter { hits[row] = hit }
    }
    return removed
  }

  /// Lets those go on that waited for a row that is now decided.
  private mutating func settle(_ row: UInt32, staying: Bool, _ next: inout [UInt32]) {
    for place in buckets.bucketRange(Int(row)) {
      let bucket = Int(buckets.bucketsOfRows[place])
      guard Int(leaderCounts[bucket]) < limit else { continue }
      if staying {
        leaderCounts[bucket] += 1
        if Int(leaderCounts[bucket]) == limit {
          release(bucket, from: Int(heads[bucket]) + 1, &next)
          continue
        }
      }
      if buckets.members[Int(heads[bucket])] == row { advance(bucket, &next) }
    }
  }

  /// Moves a bucket's head to its first undecided member, which waits for one bucket less.
  private mutating func advance(_ bucket: Int, _ next: inout [UInt32]) {
    let end = buckets.range(bucket).upperBound
    var head = Int(heads[bucket])
    while head < end, states[Int(buckets.members[head])] != .undecided { head += 1 }
    heads[bucket] = UInt32(min(head, end - 1))
    if head < end { stopWaiting(buckets.members[head], &next) }
  }

  /// Frees the members of a bucket that has all the leaders it may have.
  private mutating func release(_ bucket: Int, from start: Int, _ next: inout [UInt32]) {
    var cut = false
    for place in start..<max(start, buckets.range(bucket).upperBound) {
      let row = buckets.members[place]
      guard states[Int(row)] == .undecided else { continue }
      cut = true
      stopWaiting(row, &next)
    }
    if cut { hotBuckets += 1 }
  }

  private mutating func stopWaiting(_ row: UInt32, _ next: inout [UInt32]) {
    waiting[Int(row)] -= 1
    if waiting[Int(row)] == 0 { next.append(row) }
  }
}
