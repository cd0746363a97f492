import SeedbedData
import SeedbedKernels

/// The buckets in which at least two rows meet, of all bands, and the way back from a row to its
/// own.
///
/// Rows are numbered by quality, the best first, after the rows of an index. A bucket of index rows
/// only is left out, and of many index rows in a bucket only the first `bucketLimit` stay.
struct Buckets: Sendable {
  /// Where each bucket's members begin; one more entry than buckets.
  private(set) var starts: [UInt32] = [0]
  /// The members of all buckets, ascending in each.
  private(set) var members: [UInt32] = []
  /// Buckets from which index rows were left out.
  private(set) var cutBuckets = 0
  /// Where each row's buckets begin in `bucketsOfRows`; one more entry than rows.
  private(set) var rowStarts: [UInt32] = []
  /// The buckets of all rows, ascending for each.
  private(set) var bucketsOfRows: [UInt32] = []

  var count: Int { starts.count - 1 }

  /// How many bytes the tables hold.
  var memory: Int {
    4 * (starts.count + members.count + rowStarts.count + bucketsOfRows.count)
  }

  /// The places of a bucket's members.
  @inline(__always)
  func range(_ bucket: Int) -> Range<Int> { Int(starts[bucket])..<Int(starts[bucket + 1]) }

  /// The places of a row's buckets.
  @inline(__always)
  func bucketRange(_ row: Int) -> Range<Int> { Int(rowStarts[row])..<Int(rowStarts[row + 1]) }

  /// Finds the buckets, several bands at a time.
  static func find(
    _ columns: KeyColumns,
    references: Int,
    limit: Int,
    threads: Int,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Buckets {
    struct Scratch {
      var sorter = BucketSorter()
      var records: [UInt64] = []
    }
    let parts = try await WorkQueue.map(
      columns.bands,
      chunk: 1,
      threads: threads,
      state: { Scratch() }
    ) { scratch, band in
      try columns.read(band: band.lowerBound, into: &scratch.records)
      scratch.sorter.sort(&scratch.records)
      progress(1)
      return Part(scratch.records, references: references, limit: limit)
    }
    var buckets = Buckets()
    let memberCount = parts.reduce(0) { $0 + $1.members.count }
    guard memberCount <= Int(UInt32.max) else {
      throw SeedbedError(
        .data,
        "the texts share too many pieces to be compared at once",
        hint: "raise the threshold, or search parts of the data"
      )
    }
    buckets.members.reserveCapacity(memberCount)
    buckets.starts.reserveCapacity(parts.reduce(1) { $0 + $1.sizes.count })
    for part in parts {
      buckets.members += part.members
      for size in part.sizes { buckets.starts.append(buckets.starts[buckets.count] + size) }
      buckets.cutBuckets += part.cutBuckets
    }
    buckets.linkRows(columns.rows)
    return buckets
  }

  /// Turns the table of buckets around.
  private mutating func linkRows(_ rows: Int) {
    rowStarts = Array(repeating: 0, count: rows + 1)
    for member in members { rowStarts[Int(member) + 1] += 1 }
    for row in 0..<rows { rowStarts[row + 1] += rowStarts[row] }
    bucketsOfRows = Array(repeating: 0, count: members.count)
    // The starts serve as cursors, and are moved back afterwards.
    for bucket in 0..<count {
      for place in range(bucket) {
        let row = Int(members[place])
        bucketsOfRows[Int(rowStarts[row])] = UInt32(bucket)
        rowStarts[row] += 1
      }
    }
    for row in stride(from: rows, to: 0, by: -1) { rowStarts[row] = rowStarts[row - 1] }
    if rows > 0 { rowStarts[0] = 0 }
  }

  /// The buckets of one band.
  private struct Part: Sendable {
    var sizes: [UInt32] = []
    var members: [UInt32] = []
    var cutBuckets = 0

    init(_ records: [UInt64], references: Int, limit: Int) {
      var start = 0
      while start < records.count {
        let key = records[start] >> 32
        var end = start + 1
        while end < records.count && records[end] >> 32 == key { end += 1 }
        if end - start > 1 { add(records[start..<end], references, limit) }
        start = end
      }
    }

    private mutating func add(_ records: ArraySlice<UInt64>, _ references: Int, _ limit: Int) {
      let firstNew =
        references == 0
        ? records.startIndex
        : records.firstIndex { $0 & 0xffff_ffff >= UInt64(references) } ?? records.endIndex
      guard firstNew < records.endIndex else { return }
      let keptReferences = min(firstNew - records.startIndex, limit)
      if keptReferences < firstNew - records.startIndex { cutBuckets += 1 }
      let size = keptReferences + records.endIndex - firstNew
      guard size > 1 else { return }
      for record in records.prefix(keptReferences) { append(record) }
      for record in records[firstNew...] { append(record) }
      sizes.append(UInt32(size))
    }

    private mutating func append(_ record: UInt64) {
      members.append(UInt32(truncatingIfNeeded: record))
    }
  }
}
