public import SeedbedData
import SeedbedKernels
public import SeedbedText

/// Finds the personal data of a file, and writes the file without it.
///
/// Rows keep their order, and fields that are not searched stay untouched. Memory does not grow with
/// the file; with surrogates it grows by eight bytes for each different value, because the file is read
/// twice so that no surrogate equals a value that occurs anywhere in it.
public struct FilePersonalData: Sendable {
  /// What happens to personal data.
  public enum Replacement: Sendable {
    /// Invented data of the same form.
    case surrogates(SurrogateKey)
    /// The type in angle brackets.
    case masks
  }

  private static let rowsPerBatch = 4096

  private let finder: PersonalDataFinder
  private let fields: [FieldPath]
  private let spans: FieldPath
  private let threads: Int

  /// Makes the search.
  ///
  /// - Parameters:
  ///   - finder: What is looked for.
  ///   - fields: The fields to search; none for the text of the file, every turn of a conversation, or,
  ///     where there is neither, every field with a text.
  ///   - spans: The field with the user's spans of the first field, in Unicode scalars.
  ///   - threads: The most threads, at least 1; the result does not depend on it.
  public init(
    finder: PersonalDataFinder,
    fields: [FieldPath] = [],
    spans: FieldPath = FieldPath(field: "spans"),
    threads: Int
  ) {
    self.finder = finder
    self.fields = fields
    self.spans = spans
    self.threads = threads
  }

  /// Searches a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - progress: Told how many rows have been searched.
  /// - Returns: What was found.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read; `CancellationError`.
  public func search(
    _ file: TextFile,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> PersonalDataReport {
    try await pass(file, progress) { _, _ in }
  }

  /// Writes a file with other words in place of personal data.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - path: Where the rows go, or `-` for standard output.
  ///   - replacement: What stands there instead.
  ///   - progress: Told how many rows have been read, in each pass.
  /// - Returns: What was found and replaced.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read or written;
  ///   `CancellationError`.
  public func replace(
    in file: TextFile,
    to path: String,
    by replacement: Replacement,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> PersonalDataReport {
    var surrogates: Surrogates?
    if case .surrogates(let key) = replacement {
      var real = RealValues()
      _ = try await pass(file, progress) { row, _ in
        for text in row.texts { real.add(text.findings, in: text.text) }
      }
      surrogates = Surrogates(key: key, avoiding: real)
    }
    var writer = try RowWriter(path: path, source: file.format, columns: file.columns)
    let rewriter = PersonalDataRewriter(surrogates: surrogates, spans: spans)
    let report = try await pass(file, progress) { row, report in
      try writer.write(try rewriter.rewritten(row, &report))
    }
    try writer.close()
    return report
  }

  /// Reads the file once and hands each row on with what was found in it, in order.
  private func pass(
    _ file: TextFile,
    _ progress: @Sendable (Int) -> Void,
    _ body: (SearchedRow, inout PersonalDataReport) throws -> Void
  ) async throws -> PersonalDataReport {
    var report = PersonalDataReport()
    var rows = try file.rows()
    let map = file.fields
    while case let batch = try rows.nextBatch(Self.rowsPerBatch), !batch.isEmpty {
      let found = try await mapChunks(batch.map(\.row), threads: threads, chunk: 64) { slice in
        slice.map { searched($0, map) }
      }
      for row in found {
        report.add(row.examples)
        for text in row.texts where !report.fields.contains(text.name) {
          report.fields.append(text.name)
        }
        try body(row, &report)
      }
      progress(report.rows)
    }
    report.badRows = rows.badRows
    return report
  }

  private func searched(_ row: RawRow, _ map: FieldMap) -> SearchedRow {
    let texts = paths(in: row.fields, map).compactMap { path -> SearchedRow.Text? in
      guard let text = path.value(in: row.fields)?.string else { return nil }
      return SearchedRow.Text(path: path, text: text, findings: finder.findings(in: text))
    }
    return SearchedRow(row: row, texts: texts)
  }

  private func paths(in row: JSONObject, _ map: FieldMap) -> [FieldPath] {
    if !fields.isEmpty { return fields }
    if let path = map.conversation, let turns = path.value(in: row)?.array {
      return turns.indices.flatMap { index in
        ["content", "value"].map { FieldPath(path.steps + [.index(index), .key($0)]) }
      }
    }
    if let text = map.text { return [text] }
    return row.compactMap { $0.value.string == nil ? nil : FieldPath(field: $0.key) }
  }
}

/// A row with what was found in its texts.
struct SearchedRow: Sendable {
  struct Text: Sendable {
    var path: FieldPath
    var text: String
    var findings: [PersonalDataFinding]

    /// The path without the number of a turn, so that turns count as one field.
    var name: String {
      FieldPath(
        path.steps.filter {
          if case .key = $0 { true } else { false }
        }
      ).description
    }
  }

  var row: RawRow
  var texts: [Text]

  var examples: [(PersonalDataType, PersonalDataReport.Example)] {
    texts.flatMap { text in
      text.findings.map { finding in
        (
          finding.type,
          PersonalDataReport.Example(
            row: row.number,
            byte: row.byteOffset,
            field: text.path.description,
            span: finding.scalars,
            text: finding.value(in: text.text),
            score: finding.score,
            evidence: finding.evidence
          )
        )
      }
    }
  }
}
