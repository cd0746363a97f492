#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import SeedbedData
import SeedbedKernels

extension DuplicateSearch {
  /// How many rows a segment of an index has at most.
  private static let segmentRows = 1 << 18

  /// Appends all rows of this set to an index, which is made when there is none.
  ///
  /// Nothing is left out: to keep an index free of duplicates, add only what a report keeps. When
  /// writing fails, the index stays as it was.
  ///
  /// - Parameter path: The index file.
  /// - Returns: The index with the added rows.
  /// - Throws: `SeedbedError` when the index was made with other options, is damaged, is being
  ///   written by another program, or the disk is full; `CancellationError`.
  public func append(toIndexAt path: String) async throws -> DuplicateIndex {
    let exists = access(path, F_OK) == 0
    let file = exists ? try RawFile(opening: path, forWriting: true) : try RawFile(creating: path)
    try file.lock()
    if !exists { try writeHeader(to: file) }
    try DuplicateIndex(file).check(fits: options)
    let size = try file.size
    do {
      try await writeSegments(to: file, at: size)
      try file.synchronize()
    } catch {
      try? file.truncate(to: size)
      throw error
    }
    return try DuplicateIndex(file)
  }

  /// Makes an index of all rows that lies in the temporary folder without a name, for one search.
  ///
  /// - Returns: The index; its room on the disk is given back with it.
  /// - Throws: `SeedbedError` when the temporary folder has no room; `CancellationError`.
  public func temporaryIndex() async throws -> DuplicateIndex {
    let file = try RawFile(temporary: ())
    try writeHeader(to: file)
    try await writeSegments(to: file, at: IndexHeader.size)
    return try DuplicateIndex(file)
  }

  private func writeHeader(to file: RawFile) throws {
    let bytes = IndexHeader(options).bytes
    try bytes.withUnsafeBytes { try file.write($0, at: 0) }
  }

  private func writeSegments(to file: RawFile, at end: Int) async throws {
    let views = try store.reader()
    var end = end
    for start in stride(from: 0, to: rows, by: Self.segmentRows) {
      try Task.checkCancellation()
      let range = start..<min(rows, start + Self.segmentRows)
      let keys = try await keys(of: range, views)
      var text: [UInt8] = []
      for row in range { text.append(contentsOf: views[row]) }
      let bytes = IndexSegment.bytes(
        hashes: Array(store.hashes[range]),
        lengths: Array(store.lengths[range]),
        keys: keys,
        views: text
      )
      try bytes.withUnsafeBytes { try file.write($0, at: end) }
      end += bytes.count
    }
  }

  /// The band keys of rows, one column a band; zeros for rows that are compared for exactness only.
  private func keys(of rows: Range<Int>, _ views: ViewReader) async throws -> [UInt32] {
    let bands = options.plan.bands
    var columns: [UInt32] = []
    columns.reserveCapacity(rows.count * bands)
    guard options.findsNear else { return try await sketched(rows, views) }
    for band in 0..<bands {
      try store.keys.forEach(band: band, rows: rows) { _, key in columns.append(key) }
    }
    return columns
  }

  /// The same, made now, for a search that looked for exact duplicates only.
  private func sketched(_ rows: Range<Int>, _ views: ViewReader) async throws -> [UInt32] {
    let plan = options.plan, shingling = options.shingling, hashes = store.hashes, hasher = hasher
    let parts = try await WorkQueue.map(
      rows.count,
      chunk: 1024,
      threads: options.threads,
      state: { Sketcher(shingling: shingling, plan: plan, hasher: hasher) }
    ) { sketcher, range in
      var keys: [UInt32] = []
      keys.reserveCapacity(range.count * plan.bands)
      for place in range {
        let row = rows.lowerBound + place
        if views.isExactOnly(row) {
          keys.append(contentsOf: repeatElement(0, count: plan.bands))
        } else {
          sketcher.sketch(views[row], hash: hashes[row])
          keys.append(contentsOf: sketcher.keys)
        }
      }
      return keys
    }
    var columns = [UInt32](repeating: 0, count: rows.count * plan.bands)
    var row = 0
    for part in parts {
      for start in stride(from: 0, to: part.count, by: plan.bands) {
        for band in 0..<plan.bands { columns[band * rows.count + row] = part[start + band] }
        row += 1
      }
    }
    return columns
  }
}
