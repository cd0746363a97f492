/// Finds out what a file is from its content; its name decides only where the content leaves it
/// open.
///
/// The first 256 KiB (after unpacking gzip, which is known by its first bytes) are looked at:
///
/// 1. A byte order mark of UTF-8 is stepped over. UTF-16, UTF-32, other packings and binary formats
///    are refused by name. **Parquet** begins with `PAR1`.
/// 2. **JSON** begins with `[` or `{` followed by what may follow there. It is JSON Lines when the
///    first line is a value of its own and more lines follow, or when at least two lines (one in a
///    file named `.jsonl` or `.ndjson`) begin and end like an object. Otherwise the rows are the
///    elements of the top-level array, or of the array of objects that lies least deep in the
///    top-level object (at most two keys down, the first of several), or else the top-level objects
///    themselves. A single object on a single line is a row of JSON Lines, but in a file named
///    `.json` a document whose rows are searched in the same way.
/// 3. **CoNLL** has a tag (`O`, `B-…`, `I-…`) at the end of every line that is neither empty nor a
///    comment, at least one that marks something, and comments or empty lines.
/// 4. **A table** has a delimiter (`,` tab `;` `|`) with which at least 80 % of the records have
///    the same number of cells, at least two; 50 % when the name or the user says that it is a
///    table. The highest share wins, then one with quoted cells, then the most cells. A file named
///    so without any delimiter has one column.
/// 5. **Quotes** follow RFC 4180 in a table with commas, semicolons or bars, unless no cell is
///    quoted as a whole and the lines cut without them all have the same number of cells. A table
///    with tabs is read without quotes, unless it has quoted cells and all of them balance.
/// 6. **A header** is a first record in which no cell is a number or a date, longer than 100 bytes
///    or more than one line, or found again below it in its column in over 1 % of the records; and
///    either some column below it is mostly numbers or dates, or all its cells differ and have at
///    most 40 bytes and five words without the end of a sentence.
///
/// A first record that would be a header but names less than half of the columns, or that has
/// another number of cells than most, is refused: something stands above the table.
public struct FormatDetector {
  /// How many bytes are looked at.
  public static let sampleBytes = 256 << 10

  /// Looks at the beginning of a file.
  ///
  /// - Parameters:
  ///   - path: The file; not `-`, because what is looked at would be lost: open a `RowReader` for
  ///     that.
  ///   - options: What is known already and is taken as given.
  /// - Returns: What the file is.
  /// - Throws: `SeedbedError` when the file cannot be read, is empty, or is nothing that is known.
  public static func detect(
    path: String,
    options: RowReaderOptions = .init()
  ) throws(SeedbedError) -> DetectedFormat {
    guard path != "-" else {
      throw SeedbedError(.usage, "standard input can be read only once", hint: "name a file")
    }
    let buffer = try ChunkBuffer(path: path, chunkSize: options.chunkSize)
    return try detect(buffer, options: options)
  }

  /// Looks at the beginning of a stream, which is left as it is except for a byte order mark.
  static func detect(
    _ buffer: ChunkBuffer,
    options: RowReaderOptions
  ) throws(SeedbedError) -> DetectedFormat {
    let ended = try buffer.fill(to: sampleBytes)
    let path = buffer.path
    try EncodingCheck.check(
      UnsafeBufferPointer(rebasing: buffer.window.prefix(sampleBytes)),
      path: path
    )
    if buffer.window.starts(with: EncodingCheck.mark) { buffer.consume(EncodingCheck.mark.count) }
    // Shorter by the mark, so that the sample is the same however much was read at a time.
    let sample = UnsafeBufferPointer(
      rebasing: buffer.window.prefix(sampleBytes - EncodingCheck.mark.count)
    )
    guard !sample.allSatisfy(JSONShape.isSpace) || !ended else {
      throw SeedbedError(.data, "`\(path)` is empty")
    }
    if let parquet = try parquet(buffer, options: options) { return parquet }
    let truncated = !ended || sample.count < buffer.window.count
    let name = fileExtension(of: path)
    var detected: DetectedFormat?
    if ![.csv, .tsv, .conll].contains(options.format) {
      let shape = JSONShape(bytes: sample, truncated: truncated, fileExtension: name)
      detected = shape.detect(forced: options.format)
    }
    if detected == nil, options.delimiter == nil {
      let shape = CoNLLShape(bytes: sample, truncated: truncated, fileExtension: name)
      detected = shape.detect(forced: options.format)
    }
    if detected == nil {
      let table = TableSample(sample, truncated: truncated)
      detected = try TableDetector(
        sample: table,
        options: options,
        fileExtension: name,
        path: path
      ).detect()
    }
    guard var detected else {
      throw SeedbedError(
        .data,
        "cannot tell what format `\(path)` is: neither JSON nor a table with even rows",
        hint: "name the format (jsonl, json, csv or tsv), and of a table the delimiter"
      )
    }
    detected.compressed = buffer.compressed
    if case .array(let offset) = detected.layout {
      detected.layout = .array(offset: offset + buffer.offset)
    }
    return detected
  }

  /// What a Parquet file is, whatever its rows look like; nil for any other file.
  private static func parquet(
    _ buffer: ChunkBuffer,
    options: RowReaderOptions
  ) throws(SeedbedError) -> DetectedFormat? {
    let isWanted = options.format == .parquet
    guard buffer.isParquet || isWanted else { return nil }
    guard buffer.isParquet else {
      throw SeedbedError(
        .data,
        "`\(buffer.path)` is not Parquet, which begins with `PAR1`",
        hint: "leave out the format, and it is told by content"
      )
    }
    if let format = options.format, !isWanted {
      throw SeedbedError(
        .data,
        "`\(buffer.path)` is Parquet, not `\(format.rawValue)`",
        hint: "leave out the format, and it is told by content"
      )
    }
    return DetectedFormat(format: .parquet)
  }

  /// The lower-case end of a file's name, without `.gz`.
  private static func fileExtension(of path: String) -> String {
    var parts = path.split(separator: "/").last?.split(separator: ".").map { $0.lowercased() } ?? []
    if parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 ? parts[parts.count - 1] : ""
  }
}
