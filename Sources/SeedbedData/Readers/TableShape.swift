/// How a sample of a file looks when it is read as a table with one delimiter.
struct TableShape {
  /// How many records are looked at.
  static let recordLimit = 2000

  let delimiter: UInt8
  let quoting: RowReaderOptions.Quoting
  /// The most frequent number of cells.
  private(set) var columns = 0
  /// The share of records with that number.
  private(set) var share = 0.0
  /// The number of cells of the first record.
  private(set) var firstColumns = 0
  private(set) var records = 0
  private(set) var quotedCells = 0
  private(set) var faults = 0

  init(
    _ sample: TableSample,
    delimiter: UInt8,
    quoting: RowReaderOptions.Quoting
  ) {
    self.delimiter = delimiter
    self.quoting = quoting
    var counts: [Int: Int] = [:]
    var seen = 0
    sample.forEachRecord(delimiter: delimiter, quoting: quoting) { record in
      let cells = count(record)
      if records == 0 { firstColumns = cells ?? 0 }
      records += 1
      seen += record.count + 1
      if let cells { counts[cells, default: 0] += 1 } else { faults += 1 }
      return records < Self.recordLimit
    }
    // A quote that swallows most of the sample was none.
    if sample.truncated, records < Self.recordLimit, 2 * seen < sample.bytes.count { faults += 1 }
    let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    columns = best?.key ?? 0
    share = records > 0 ? Double(best?.value ?? 0) / Double(records) : 0
  }

  /// By what the better of two shapes is known: even rows, quotes that make sense, many cells.
  var rank: (share: Double, hasQuotes: Int, columns: Int) {
    (share, faults == 0 && quotedCells > 0 ? 1 : 0, columns)
  }

  /// The number of cells; nil when the quotes do not allow a cut.
  private mutating func count(_ record: UnsafeBufferPointer<UInt8>) -> Int? {
    var cursor = CellCursor(record, delimiter: delimiter, quoting: quoting)
    var count = 0
    do {
      while let cell = try cursor.next() {
        count += 1
        if cell.quoted { quotedCells += 1 }
      }
      return count
    } catch {
      return nil
    }
  }
}

/// The beginning of a file that may be a table.
struct TableSample {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the file goes on after the sample.
  let truncated: Bool
  let lineEnd: UInt8

  init(_ bytes: UnsafeBufferPointer<UInt8>, truncated: Bool) {
    self.bytes = bytes
    self.truncated = truncated
    let hasLineFeed = bytes.contains(UInt8(ascii: "\n"))
    lineEnd = UInt8(ascii: hasLineFeed || !bytes.contains(UInt8(ascii: "\r")) ? "\n" : "\r")
  }

  /// Hands over the records that are whole and not blank, until the closure says no.
  func forEachRecord(
    delimiter: UInt8,
    quoting: RowReaderOptions.Quoting,
    _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    var rest = bytes
    while !rest.isEmpty {
      let end: Int?
      switch quoting {
      case .rfc4180:
        var scanner = RecordScanner(delimiter: delimiter, lineEnd: lineEnd)
        end = scanner.rowEnd(in: rest, from: 0)
      case .none:
        var scanner = LineScanner(lineEnd: lineEnd)
        end = scanner.rowEnd(in: rest, from: 0)
      }
      if end == nil, truncated { return }
      let count = end ?? rest.count
      let record = withoutLineEnd(UnsafeBufferPointer(rebasing: rest[..<count]), lineEnd: lineEnd)
      rest = UnsafeBufferPointer(rebasing: rest[count...])
      if !record.isEmpty, !body(record) { return }
    }
  }
}
