public import SeedbedData

/// Reads samples from a file as a configuration says.
public enum DataReader {
  /// All samples of a file, with the number of rows that were left out.
  ///
  /// - Parameters:
  ///   - path: The file to open.
  ///   - name: The file's name in provenance, as the configuration has it.
  ///   - reading: How the file is cut into rows.
  ///   - fields: Which field plays which part.
  ///   - quarantine: Where rows that cannot be read are kept, under that policy.
  /// - Returns: The samples in the order of the file.
  /// - Throws: A `SeedbedError` or a `BadRow`.
  public static func samples(
    at path: String,
    name: String,
    reading: Configuration.Reading,
    fields: FieldMap,
    quarantine: String?
  ) throws -> (samples: [Sample], badRows: Int) {
    var reader = try RowReader(path: path, options: reading.options)
    var writer =
      reading.onBadRow == .quarantine ? quarantine.map { QuarantineWriter(path: $0) } : nil
    if let quarantine, writer != nil { try FileText.makeFolder(of: quarantine) }
    if writer != nil { reader.badRowSink = { try writer?.write($0) } }
    var builder = SampleBuilder(fields: fields, file: name)
    var samples: [Sample] = []
    var unusable = 0
    while let row = try reader.next() {
      do {
        samples.append(try builder.sample(from: row))
      } catch let bad as BadRow {
        if reading.onBadRow == .stop { throw bad }
        try writer?.write(bad)
        unusable += 1
      }
    }
    try writer?.close()
    guard !samples.isEmpty else {
      throw SeedbedError(
        .data,
        "`\(path)` holds no row that can be used",
        hint: "see docs/data.md for the shapes that are read, or name the fields in seedbed.yaml"
      )
    }
    return (samples, reader.badRows + unusable)
  }
}
