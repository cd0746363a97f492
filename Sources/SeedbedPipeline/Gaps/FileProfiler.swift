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
  private static let rowsPerStep = 4096

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
    _ path: String,
    reading: Configuration.Reading,
    text: FieldPath? = nil,
    label: FieldPath? = nil,
    threads: Int,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> Result {
    var reader = try RowReader(path: path, options: reading.options)
    let first = try reader.nextBatch(rowsForDetection)
    guard !first.isEmpty else { throw SeedbedError(.data, "`\(path)` holds no row") }
    let task = TaskDetector.detect(first.map(\.fields), text: text, label: label)
    let inputs = Inputs(
      builder: SampleBuilder(fields: task.fields, file: path),
      stops: reading.onBadRow == .stop
    )
    let languages = LanguageIdentifier.detectLanguages(
      in: try inputs.read(first).inputs.map(\.text),
      minimumShare: 0.02
    )
    let names =
      (task.fields.label == nil ? [] : ["label"]) + ["language", "length", "noise", "form"]
    var profiler = Profiler(
      dimensions: try DimensionSet(names, languages: languages),
      threads: threads
    )
    let counter = profiler.counter
    var unusable = 0
    // Rows are read here while others are counted; parts are merged in the order of the file.
    try await withThrowingTaskGroup(of: (Int, Profiler.Part, Int).self) { group in
      var rows = first, added = 0, merged = 0
      var waiting: [Int: (Profiler.Part, Int)] = [:]
      while !rows.isEmpty || merged < added {
        if !rows.isEmpty {
          group.addTask { [rows, added] in
            let (inputs, bad) = try inputs.read(rows)
            return (added, counter.count(inputs), bad)
          }
          added += 1
          rows = try reader.nextBatch(rowsPerStep)
        }
        guard rows.isEmpty || added - merged > 2 * threads,
          let (index, part, bad) = try await group.next()
        else { continue }
        waiting[index] = (part, bad)
        while let (part, bad) = waiting.removeValue(forKey: merged) {
          profiler.merge(part)
          unusable += bad
          merged += 1
        }
        progress(profiler.result.rows)
      }
    }
    return Result(
      task: task,
      languages: languages,
      profile: profiler.result,
      badRows: reader.badRows + unusable
    )
  }
}

/// Turns rows into what the dimensions look at.
private struct Inputs: Sendable {
  let builder: SampleBuilder
  /// Whether a row without its text or label ends the reading.
  let stops: Bool

  func read(_ rows: [RawRow]) throws -> (inputs: [DimensionInput], bad: Int) {
    var inputs: [DimensionInput] = []
    inputs.reserveCapacity(rows.count)
    for row in rows {
      do {
        let (text, label) = try builder.parts(of: row)
        inputs.append(DimensionInput(text: text, label: label, fields: row.fields))
      } catch let bad as BadRow {
        if stops { throw bad }
      }
    }
    return (inputs, rows.count - inputs.count)
  }
}
