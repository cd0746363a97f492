import SeedbedData

/// A folder that the `datasets` library loads and the Hub shows: data files whose columns have one kind
/// of value each, which the head of `README.md` names.
public struct HuggingFaceExporter: Exporter {
  /// The name, as on the command line.
  public let name = "huggingface"
  /// What the format is for.
  public let summary = "a dataset folder for the Hugging Face Hub and `datasets`; any task"

  private let parquet: (any ParquetWriter)?

  /// Makes the exporter.
  ///
  /// - Parameter parquet: Writes Parquet instead of JSON Lines, where it is wanted.
  public init(parquet: (any ParquetWriter)? = nil) {
    self.parquet = parquet
  }

  /// Writes `data/train-00000-of-00001.jsonl` and the same for the other parts.
  ///
  /// The library reads the kinds from the first rows of each file and fails where a later one, or another
  /// file, differs. So all files have the same columns in the same order, what a row lacks is null, and a
  /// column with values of several kinds becomes texts of JSON.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    let groups = try SplitGroups(samples, format: name).groups
    var schema = RowSchema()
    for sample in samples { schema.add(sample.addingProvenance(to: sample.sample.fields, options)) }
    try Folder.make("\(folder)/data")
    return try groups.map { group in
      let stem = "data/\(group.split.rawValue)-00000-of-00001"
      let lines = "\(folder)/\(stem).jsonl"
      var writer = try JSONLinesWriter(path: lines)
      for sample in group.samples {
        let row = sample.addingProvenance(to: sample.sample.fields, options)
        try writer.write(schema.conforming(row))
      }
      try writer.close()
      var file = group.file(at: "\(stem).jsonl")
      if let parquet {
        file.path = "\(stem).parquet"
        try parquet.write(lines: lines, schema: schema, to: "\(folder)/\(file.path)")
        Folder.remove(lines)
      }
      file.schema = schema
      file.isConforming = true
      return file
    }
  }
}
