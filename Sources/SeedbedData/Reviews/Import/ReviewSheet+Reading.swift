extension ReviewSheet {
  /// The decisions in a spreadsheet, in whatever way a program saved it as CSV.
  ///
  /// Columns are found by their names, in any order and any case; columns of other names are stepped
  /// over. Only `id` and `verdict` must be there. Cells may be separated by `,`, `;` or tabs.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - file: The file's name, for messages.
  /// - Returns: The decisions in the order of the rows; rows without any are left out.
  /// - Throws: A `SeedbedError` that names row and column as the spreadsheet shows them.
  public static func reviews(in bytes: [UInt8], file: String) throws -> [ImportedReview] {
    var records = try ReviewSheetRecords(bytes, file: file)
    guard let header = try records.next() else { throw SeedbedError(.data, "`\(file)` is empty") }
    let places = try columnPlaces(header.map { ReviewAnswers.trimmed($0).lowercased() }, file)
    var reviews: [ImportedReview] = []
    var seen: [SeenRow: Int] = [:]
    while let record = try records.next() {
      guard record.contains(where: { !ReviewAnswers.trimmed($0).isEmpty }) else { continue }
      let place = "`\(file)`, row \(records.row)"
      guard record.count <= header.count else {
        throw SeedbedError(
          .data,
          "\(place): it has \(record.count) cells, but the header has \(header.count)",
          hint: "quotes or delimiters were lost; save the sheet as CSV again"
        )
      }
      func cell(_ name: String) -> String? {
        guard let column = places[name], column < record.count else { return nil }
        return SpreadsheetCell.unguarded(record[column])
      }
      var answers = ReviewAnswers()
      for part in ReviewAnswers.Part.allCases { answers[part] = cell(part.rawValue) }
      let id = cell("id").map { text in
        String(ReviewAnswers.trimmed(text).drop { $0 == "'" })
      }
      let sample = try ReviewFile.sample(id, place: "\(place), `id`")
      let name = cell("author").map(ReviewAnswers.trimmed)
      let author = name.flatMap { $0.isEmpty ? nil : $0 }
      guard let review = try ReviewFile.review(answers, of: sample, by: author, place: place)
      else { continue }
      let key = SeenRow(sample: sample, author: author)
      if let earlier = seen.updateValue(records.row, forKey: key) {
        throw SeedbedError(
          .data,
          "\(place), `id`: row \(earlier) decides on the same sample",
          hint: "keep one of the two"
        )
      }
      reviews.append(review)
    }
    return reviews
  }

  private struct SeenRow: Hashable {
    var sample: SampleID
    var author: String?
  }

  private static func columnPlaces(_ names: [String], _ file: String) throws -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() where columns.contains(name) {
      guard places.updateValue(place, forKey: name) == nil else {
        throw SeedbedError(.data, "`\(file)` has the column `\(name)` twice")
      }
    }
    for name in ["id", "verdict"] where places[name] == nil {
      throw SeedbedError(
        .data,
        "`\(file)` has no column `\(name)`",
        hint: "its first row must name the columns, as `seedbed review export` writes them"
      )
    }
    return places
  }
}
