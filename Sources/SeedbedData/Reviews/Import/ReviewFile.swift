/// A tool's file of reviews.
public enum ReviewFileFormat: String, Sendable, CaseIterable {
  /// A spreadsheet as CSV.
  case csv
  /// The records of an Argilla dataset, as its `records.to_json` writes them.
  case argilla
  /// Label Studio's JSON export, whole or `JSON-MIN`.
  case labelStudio = "label-studio"
  /// The results of a promptfoo evaluation that people rated in its viewer.
  case promptfoo
}

/// Reads decisions from the files of other tools.
public enum ReviewFile {
  /// The decisions in a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - file: The file's name, for messages.
  ///   - format: Whose file it is; nil to tell by its content.
  /// - Returns: The decisions in the order of the file; rows that nobody looked at are left out.
  /// - Throws: A `SeedbedError` that names the place and what is wrong there; then none is taken.
  public static func reviews(
    in bytes: [UInt8],
    file: String,
    format: ReviewFileFormat? = nil
  ) throws -> [ImportedReview] {
    switch try format ?? self.format(of: bytes, file: file) {
    case .csv: try ReviewSheet.reviews(in: bytes, file: file)
    case .argilla: try ArgillaRecords.reviews(in: bytes, file: file)
    case .labelStudio: try LabelStudioTasks.reviews(in: bytes, file: file)
    case .promptfoo: try PromptfooResults.reviews(in: bytes, file: file)
    }
  }

  /// Whose file it is, by its content.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - file: The file's name, for messages.
  /// - Returns: The format; what is no JSON is a spreadsheet.
  /// - Throws: A `SeedbedError` for JSON that is of none of the tools.
  public static func format(of bytes: [UInt8], file: String) throws -> ReviewFileFormat {
    let start = bytes.starts(with: ReviewSheet.mark) ? ReviewSheet.mark.count : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else { return .csv }
    let document = try json(in: bytes, file: file)
    if document["results"] != nil { return .promptfoo }
    if let row = document.array?.first {
      if row["responses"]?.object != nil, row["fields"] != nil { return .argilla }
      if row["annotations"] != nil || row["verdict"] != nil || row["data"] != nil {
        return .labelStudio
      }
    }
    throw SeedbedError(
      .data,
      "`\(file)` holds JSON, but neither Argilla's records, nor Label Studio's tasks, nor "
        + "promptfoo's results",
      hint: "export it as docs/exports.md describes"
    )
  }

  /// The document in a file, after a byte order mark.
  static func json(in bytes: [UInt8], file: String) throws -> JSONValue {
    let start = bytes.starts(with: ReviewSheet.mark) ? ReviewSheet.mark.count : 0
    do {
      return try JSONParser.parse(Array(bytes[start...]).span)
    } catch {
      throw SeedbedError(.data, "`\(file)` is not JSON that can be read", cause: "\(error)")
    }
  }

  /// The elements of a document that is a list.
  static func rows(in bytes: [UInt8], file: String, of tool: String) throws -> [JSONValue] {
    guard let rows = try json(in: bytes, file: file).array else {
      throw SeedbedError(
        .data,
        "`\(file)` should be a JSON list of \(tool)",
        hint: "export it as docs/exports.md describes"
      )
    }
    return rows
  }

  /// The sample of an id that a tool gave back.
  static func sample(_ id: String?, place: String) throws -> SampleID {
    if let id, let sample = SampleID(hex: id.lowercased()) { return sample }
    throw SeedbedError(
      .data,
      "\(place): " + (id.map { "`\($0)` is no sample's id" } ?? "it has no sample's id"),
      hint: "import the rows that `seedbed review export` wrote, with their ids"
    )
  }

  /// The decision in what was filled in, with the place in its error.
  ///
  /// - Parameters:
  ///   - answers: What was filled in.
  ///   - sample: The sample.
  ///   - author: Who filled it in.
  ///   - place: Where it stands, for messages.
  ///   - tool: A tool whose forms cannot demand a reason, so that a rejection may come without one.
  /// - Returns: The decision; nil where nothing was filled in.
  /// - Throws: A `SeedbedError` that names the place and the part.
  static func review(
    _ answers: ReviewAnswers,
    of sample: SampleID,
    by author: String?,
    place: String,
    tool: String? = nil
  ) throws -> ImportedReview? {
    var answers = answers
    if let tool, answers[.reason] == nil, answers.isRejection {
      answers[.reason] = "no reason given in \(tool)"
    }
    do throws(ReviewAnswers.Fault) {
      return try answers.review(of: sample, by: author)
    } catch {
      throw SeedbedError(
        .data,
        "\(place), `\(error.part.rawValue)`: \(error.words)",
        hint: "mend it and import the file again; nothing was taken"
      )
    }
  }
}
