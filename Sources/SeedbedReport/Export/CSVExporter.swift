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
      if formulas > 0 {
        file.remark =
          "a spreadsheet program would take \(Figures.counted(formulas, "cell")) of `\(file.path)` "
          + "for formulas; import its columns as text"
      }
      return file
    }
  }
}
