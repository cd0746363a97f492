public import SeedbedData
import SeedbedText

/// Profiles a file without a project: streams it once, in memory that does not grow with its rows.
public enum FileProfiler {
  /// What a file holds.
  public struct Result: Sendable {
    /// What its rows are for, as far as they tell.
    public var task: DetectedTask
    /// The languages that were found.
    public var languages: [String]
    /// The counts.
    public var profile: Profile
    /// Rows that were skipped.
    public var badRows: Int
  }

  private static let rowsForDetection = 2000
  private static let rowsPerStep = 16384

  /// Profiles a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - reading: How it is cut into rows.
  ///   - text: The field that holds the text, where the user names it.
  ///   - label: The field that holds the label, where the user names it.
  ///   - threads: The most threads.
  ///   - progress: Told how many rows have been counted.
  /// - Returns: What the file holds.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read; `CancellationError`.
  public static func profile(
    _ path: String, reading: Configuration.Reading, text: FieldPath? = nil,
    label: FieldPath? = nil, threads: Int, progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> Result {
    var reader = try RowReader(path: path, options: reading.options)
    var rows = try reader.nextBatch(rowsForDetection)
    guard !rows.isEmpty else { throw SeedbedError(.data, "`\(path)` holds no row") }
    let task = TaskDetector.detect(rows.map(\.fields), text: text, label: label)
    let builder = SampleBuilder(fields: task.fields, file: path)
    var unusable = 0
    func inputs(_ rows: [RawRow]) throws -> [DimensionInput] {
      var inputs: [DimensionInput] = []
      inputs.reserveCapacity(rows.count)
      for row in rows {
        do {
          inputs.append(try builder.input(from: row))
        } catch let bad as BadRow {
          if reading.onBadRow == .stop { throw bad }
          unusable += 1
        }
      }
      return inputs
    }
    let first = try inputs(rows)
    let languages = LanguageIdentifier.detectLanguages(
      in: first.map(\.text), minimumShare: 0.02)
    let names =
      (task.fields.label == nil ? [] : ["label"]) + ["language", "length", "noise", "form"]
    var profiler = Profiler(
      dimensions: try DimensionSet(names, languages: languages), threads: threads)
    try await profiler.count(first)
    while true {
      rows = try reader.nextBatch(rowsPerStep)
      if rows.isEmpty { break }
      try await profiler.count(try inputs(rows))
      progress(profiler.result.rows)
    }
    return Result(
      task: task, languages: languages, profile: profiler.result,
      badRows: reader.badRows + unusable)
  }
}

extension SampleBuilder {
  /// What the dimensions look at in a row, without making a sample of it.
  ///
  /// - Parameter row: The row, as read.
  /// - Returns: Text, label and fields.
  /// - Throws: A `BadRow` when the row lacks the text or label that the task needs.
  func input(from row: RawRow) throws -> DimensionInput {
    let (text, label) = try parts(of: row)
    return DimensionInput(text: text, label: label, fields: row.fields)
  }
}
