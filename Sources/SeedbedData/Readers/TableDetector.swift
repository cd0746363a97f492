/// Finds the delimiter, the quoting and the header of a table.
struct TableDetector {
  /// From this share of records with one number of cells on, a text is taken for a table.
  static let plainShare = 0.8
  /// The same for a file whose name or user says that it is a table.
  static let namedShare = 0.5

  let sample: TableSample
  let options: RowReaderOptions
  let fileExtension: String
  let path: String

  /// What the table looks like; nil when the text is no table.
  func detect() throws(SeedbedError) -> DetectedFormat? {
    guard let shape = bestShape() else { return nil }
    var detected = DetectedFormat(format: shape.delimiter == UInt8(ascii: "\t") ? .tsv : .csv)
    detected.delimiter = shape.delimiter
    detected.quoting = shape.quoting
    detected.columnCount = shape.columns
    detected.lineEnd = sample.lineEnd
    detected.hasHeader = try hasHeader(shape)
    return detected
  }

  /// Whether the user or the file's name says that this is a table.
  private var isNamedTable: Bool {
    options.format == .csv || options.format == .tsv || fileExtension == "csv"
      || fileExtension == "tsv" || fileExtension == "tab"
  }

  private func bestShape() -> TableShape? {
    if let delimiter = options.delimiter { return shape(delimiter) }
    if options.format == .tsv { return shape(UInt8(ascii: "\t")) }
    var best: TableShape?
    let candidates: [UInt8] =
      fileExtension == "tsv" || fileExtension == "tab"
      ? Array("\t,;|".utf8) : Array(",\t;|".utf8)
    for shape in candidates.map(shape) where isTable(shape) {
      guard let old = best else {
        best = shape
        continue
      }
      if shape.rank > old.rank { best = shape }
    }
    if best == nil, isNamedTable {
      let single = shape(UInt8(ascii: ","))
      let isColumn = single.columns == 1 && single.share == 1
      if isColumn || options.format != nil { return single }
    }
    return best
  }

  private func isTable(_ shape: TableShape) -> Bool {
    guard shape.columns > 1 else { return false }
    if isNamedTable { return shape.share >= Self.namedShare }
    return shape.share >= Self.plainShare && shape.records > 1
  }

  /// The shape with the quoting that fits: see `FormatDetector` for the rule.
  private func shape(_ delimiter: UInt8) -> TableShape {
    if let quoting = options.quoting {
      return TableShape(sample, delimiter: delimiter, quoting: quoting)
    }
    let quoted = TableShape(sample, delimiter: delimiter, quoting: .rfc4180)
    let raw = TableShape(sample, delimiter: delimiter, quoting: .none)
    if delimiter == UInt8(ascii: "\t") {
      let balanced = quoted.quotedCells > 0 && quoted.faults == 0 && quoted.share >= raw.share
      return balanced ? quoted : raw
    }
    let isPlain =
      quoted.faults > 0 && quoted.quotedCells == 0 && raw.share == 1
      && raw.records > 1
    return isPlain ? raw : quoted
  }

  private func hasHeader(_ shape: TableShape) throws(SeedbedError) -> Bool {
    if let hasHeader = options.hasHeader { return hasHeader }
    var records: [[String]] = []
    sample.forEachRecord(delimiter: shape.delimiter, quoting: shape.quoting) { record in
      if let cells = Self.cells(of: record, shape) { records.append(cells) }
      return records.count < HeaderRule.recordLimit
    }
    if let columns = options.columns { return records.first == columns }
    if shape.firstColumns != shape.columns, shape.share >= Self.plainShare {
      throw badStart("has \(shape.firstColumns) of the \(shape.columns) cells that most have")
    }
    guard HeaderRule.holds(for: records), let header = records.first else { return false }
    let named = header.count { !$0.isEmpty }
    guard 2 * named >= header.count else {
      throw badStart("names only \(named) of the \(header.count) columns")
    }
    return true
  }

  private func badStart(_ fault: String) -> SeedbedError {
    SeedbedError(
      .data,
      "the first record of `\(path)` \(fault)",
      hint: "take away what stands above the table, or say whether the file has a header"
    )
  }

  private static func cells(
    of record: UnsafeBufferPointer<UInt8>,
    _ shape: TableShape
  ) -> [String]? {
    var cursor = CellCursor(record, delimiter: shape.delimiter, quoting: shape.quoting)
    var cells: [String] = []
    do {
      while let cell = try cursor.next() { cells.append(cell.text(in: record)) }
      return cells
    } catch {
      return nil
    }
  }
}
