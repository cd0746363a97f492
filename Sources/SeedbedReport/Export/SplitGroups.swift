import SeedbedData

/// Samples by the part of the version they belong to.
struct SplitGroups {
  /// The samples of one part, in their order.
  struct Group {
    var split: Split
    var samples: [ExportSample]

    /// What is written for this part, under its own name.
    func file(_ fileExtension: String) -> ExportedFile {
      file(at: "\(split.rawValue).\(fileExtension)")
    }

    /// What is written for this part.
    func file(at path: String) -> ExportedFile {
      let real = samples.count { $0.sample.origin == .real }
      return ExportedFile(
        path: path,
        split: split,
        real: real,
        synthetic: samples.count - real
      )
    }
  }

  /// The parts that have samples: training, validation, synthetic evaluation.
  let groups: [Group]

  init(_ samples: [ExportSample], format: String) throws {
    if let lost = samples.first(where: { $0.sample.split == nil }) {
      throw SeedbedError.cannotWrite(
        lost.sample,
        as: format,
        because: "it belongs to no part of a version",
        hint: "make a version first: `seedbed version`"
      )
    }
    groups = Split.allCases.compactMap { split in
      let members = samples.filter { $0.sample.split == split }
      return members.isEmpty ? nil : Group(split: split, samples: members)
    }
  }

  /// Writes each part as JSON Lines, one row a sample.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - row: Makes the row of a sample.
  /// - Returns: The files.
  /// - Throws: What making a row throws; a `SeedbedError` when a file cannot be written.
  func writeJSONLines(
    to folder: String,
    row: (ExportSample) throws -> JSONObject
  ) throws -> [ExportedFile] {
    try groups.map { group in
      var file = group.file("jsonl")
      var writer = try JSONLinesWriter(path: "\(folder)/\(file.path)")
      var schema = RowSchema()
      for sample in group.samples {
        let row = try row(sample)
        schema.add(row)
        try writer.write(row)
      }
      try writer.close()
      file.schema = schema
      return file
    }
  }

  /// Writes each part as a file of its own.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - fileExtension: The end of the files' names.
  ///   - content: Makes a file's content.
  /// - Returns: The files.
  /// - Throws: What making the content throws; a `SeedbedError` when a file cannot be written.
  func writeWhole(
    to folder: String,
    _ fileExtension: String,
    content: (Group) throws -> String
  ) throws -> [ExportedFile] {
    try groups.map { group in
      let file = group.file(fileExtension)
      try Folder.write(try content(group), to: "\(folder)/\(file.path)")
      return file
    }
  }
}

extension ExportSample {
  /// Adds the object `seedbed` behind the members of a row, unless rows are to be plain.
  func addingProvenance(to row: JSONObject, _ options: ExportOptions) -> JSONObject {
    guard !options.plain else { return row }
    var row = row
    row["seedbed"] = provenanceObject
    return row
  }

  /// The object `seedbed` of the sample.
  var provenanceObject: JSONValue { sample.row(verdicts: verdicts)["seedbed"] ?? .null }
}

extension SeedbedError {
  /// The refusal to write a sample in a format that cannot hold it.
  static func cannotWrite(
    _ sample: Sample,
    as format: String,
    because reason: String,
    hint: String
  ) -> SeedbedError {
    let source = sample.provenance.source
    let place = source.row.map { " (row \($0) of `\(source.id)`)" } ?? ""
    return SeedbedError(
      .data,
      "sample \(sample.id.short)\(place) cannot be written as `\(format)`: \(reason)",
      hint: hint
    )
  }
}
