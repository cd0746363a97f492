import SeedbedData

/// A table with the user's own fields as columns, then `seedbed` as one cell of JSON.
public struct CSVExporter: Exporter {
  /// The name, as on the command line.
  public let name = "csv"
  /// What the format is for.
  public let summary = "CSV: your own fields as columns, `seedbed` as one cell of JSON; any task"

  /// Makes the exporter.
  public init() {}

  /// Writes `train.csv`, `validation.csv` and `synthetic_eval.csv`, all with the same columns.
  ///
  /// The columns are the fields of all rows in the order in which they first occur; a field that a
  /// row lacks is an empty cell, lists and objects are cells of JSON. Values are written as they are,
  /// so that programs read back what was there; a remark says how many cells a spreadsheet program
  /// would take for formulas.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    let groups = try SplitGroups(samples, format: name).groups
    var columns = CSVWriter.columns(of: samples.lazy.map(\.sample.fields))
    if !options.plain {
      columns.removeAll { $0 == "seedbed" }
      columns.append("seedbed")
    }
    for sample in samples { try check(sample.sample) }
    return try groups.map { group in
      var file = group.file("csv")
      var formulas = 0
      var writer = try CSVWriter(path: "\(folder)/\(file.path)", columns: columns)
      for sample in group.samples {
        for (_, value) in sample.sample.fields {
          if let text = value.string, SpreadsheetCell.couldBeFormula(text) { formulas += 1 }
        }
        try writer.write(sample.addingProvenance(to: sample.sample.fields, options))
      }
      try writer.close()
      file.schema = RowSchema(texts: columns)
      var remarks: [String] = []
      if !readsBack("\(folder)/\(file.path)") {
        remarks.append(
          "`\(file.path)` has names that content alone does not tell from data; "
            + "read it with `--format csv --delimiter , --header`"
        )
      }
      if formulas > 0 {
        remarks.append(
          "a spreadsheet program would take \(Figures.counted(formulas, "cell")) of `\(file.path)` "
            + "for formulas; import its columns as text"
        )
      }
      if !remarks.isEmpty { file.remark = remarks.joined(separator: "; ") }
      return file
    }
  }

  /// Refuses what would not be the same after a table was read.
  private func check(_ sample: Sample) throws {
    for (field, value) in sample.fields {
      func refusal(_ reason: String) -> SeedbedError {
        .cannotWrite(
          sample,
          as: name,
          because: reason,
          hint: "export it as `jsonl`, which holds every row"
        )
      }
      guard !field.isEmpty else {
        throw refusal("it has a field without a name, and readers make one up for such a column")
      }
      let texts = [field, value.string ?? ""]
      guard !texts.contains(where: { $0.utf8.contains(0) }) else {
        throw refusal("its field `\(field)` holds a NUL, and programs that read tables stop there")
      }
      if let text = value.string, StructuredCell.value(of: text, in: field) != nil {
        throw refusal("its field `\(field)` is a text that would be read as a list")
      }
    }
  }

  /// Whether the file is found to be the table that it is.
  private func readsBack(_ path: String) -> Bool {
    let found = try? FormatDetector.detect(path: path)
    return found?.format == .csv && found?.hasHeader == true && found?.quoting == .rfc4180
      && found?.delimiter == UInt8(ascii: ",")
  }
}
