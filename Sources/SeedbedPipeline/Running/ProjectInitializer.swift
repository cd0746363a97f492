import Foundation
public import SeedbedData
import SeedbedText

/// Makes a project of a data file: detects what it is, writes `seedbed.yaml`, and seals a holdout.
public struct ProjectInitializer: Sendable {
  /// What the user says; everything left out is detected.
  public struct Request: Sendable {
    /// The folder of the project.
    public var folder: String
    /// The data file; nil for a folder whose `seedbed.yaml` names it already.
    public var file: String?
    /// The holdout file; nil to take a fraction of the data.
    public var holdout: String?
    /// The fraction of the data to seal, 0.01…0.5.
    public var fraction = 0.2
    /// How the file is cut into rows.
    public var reading = Configuration.Reading()
    /// The field that holds the text.
    public var text: FieldPath?
    /// The field that holds the label.
    public var label: FieldPath?
    /// The unit of span offsets.
    public var spanUnit = SpanUnit.scalar
    /// The languages; empty to detect them.
    public var languages: [String] = []
    /// The seed of the project.
    public var seed = 42
    /// Whether holdout rows that are like a training row are left out of the holdout.
    public var dropsLeaking = false
    /// The most threads.
    public var threads = 1

    /// A request for a folder.
    ///
    /// - Parameter folder: The folder of the project.
    public init(folder: String) {
      self.folder = folder
    }
  }

  /// What was found and made.
  public struct Outcome: Sendable {
    /// The configuration that was written or found.
    public var configuration: Configuration
    /// Why the task was detected so; nil where the configuration was there.
    public var reason: String?
    /// Rows that were read from the data file.
    public var rows: Int
    /// Rows that could not be read.
    public var badRows: Int
    /// Rows sealed in the holdout.
    public var sealed: Int
    /// The holdout's seal.
    public var seal: String
    /// Holdout rows left out because a training row is like them.
    public var dropped: Int

    /// The outcome as printed with `--json`.
    public var json: JSONObject {
      [
        "task": .string(configuration.task.rawValue), "reason": .optional(reason),
        "text": .optional(configuration.fields.text?.description),
        "label": .optional(configuration.fields.label?.description),
        "languages": .array(configuration.languages.map(JSONValue.string)),
        "dimensions": .array(configuration.dimensions.map(JSONValue.string)),
        "rows": .optional(rows), "bad_rows": .optional(badRows), "sealed": .optional(sealed),
        "seal": .string(seal), "dropped": .optional(dropped),
      ]
    }
  }

  /// Rows looked at to tell the task; the languages are told from ten times as many.
  private static let rowsForDetection = 1000

  private let request: Request

  /// Makes an initialiser.
  ///
  /// - Parameter request: What the user says.
  public init(_ request: Request) {
    self.request = request
  }

  /// Writes `seedbed.yaml` where it is missing, and seals the holdout.
  ///
  /// - Returns: What was found and made.
  /// - Throws: A `SeedbedError` or `BadRow` for data that cannot be read; a gate error when the holdout
  ///   leaks or is sealed already. Nothing is left behind then.
  public func run() async throws -> Outcome {
    let configPath = Project.path(request.folder, "seedbed.yaml")
    let exists = FileManager.default.fileExists(atPath: configPath)
    let holdoutPath = Project.path(request.folder, ".seedbed/holdout.jsonl")
    guard !FileManager.default.fileExists(atPath: holdoutPath) else {
      throw SeedbedError(
        .gate,
        "`\(request.folder)` is a project with a sealed holdout already",
        hint: "run `seedbed gaps` there, or name another folder with `--project`"
      )
    }
    var (configuration, reason) = try exists ? existing() : detected()
    let (samples, badRows) = try DataReader.samples(
      at: Project.resolve(configuration.data.path, in: request.folder),
      name: configuration.data.path,
      reading: configuration.data.reading,
      fields: configuration.fields,
      quarantine: Project.path(request.folder, ".seedbed/quarantine.jsonl")
    )
    if !exists { try await complete(&configuration, samples) }
    let sketches = try await TextSketch.sketches(
      of: samples.map(\.comparisonText),
      threads: request.threads
    )
    let (sealed, dropped) = try await holdout(samples, sketches, configuration)
    try createFolder()
    if !exists {
      let remarks = reason.map { ["task": "Detected: \($0)."] } ?? [:]
      try FileText.write(configuration.yaml(remarks: remarks), to: configPath)
    }
    let holdout = try SealedHoldout(sealing: sealed, at: holdoutPath)
    return Outcome(
      configuration: configuration,
      reason: exists ? nil : reason,
      rows: samples.count,
      badRows: badRows,
      sealed: holdout.count,
      seal: holdout.seal,
      dropped: dropped
    )
  }

  private func existing() throws -> (Configuration, String?) {
    if request.file != nil {
      throw SeedbedError(
        .usage,
        "`\(request.folder)` has a `seedbed.yaml` that names its data",
        hint: "leave the file out to seal a holdout for it, or delete `seedbed.yaml` to start anew"
      )
    }
    return (try Project(openingAt: request.folder).configuration, nil)
  }

  /// The configuration as far as some hundred rows tell it.
  private func detected() throws -> (Configuration, String?) {
    guard let file = request.file else {
      throw SeedbedError(
        .usage,
        "there is no `seedbed.yaml` in `\(request.folder)`, and no data file is named",
        hint: "run `seedbed init FILE`"
      )
    }
    var options = request.reading.options
    if options.onBadRow == .quarantine { options.onBadRow = .skip }
    var reader = try RowReader(path: file, options: options)
    let rows = try reader.nextBatch(Self.rowsForDetection).map(\.fields)
    guard !rows.isEmpty else {
      throw SeedbedError(.data, "`\(file)` holds no row")
    }
    let found = TaskDetector.detect(rows, text: request.text, label: request.label)
    var fields = found.fields
    fields.spanUnit = request.spanUnit
    var source = Configuration.DataSource(path: pathInProject(file))
    source.reading = request.reading
    source.reading.format = reader.detected.format
    if [.csv, .tsv].contains(reader.detected.format) {
      source.reading.delimiter = reader.detected.delimiter
      source.reading.hasHeader = reader.detected.hasHeader
    }
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    var configuration = Configuration(
      name: name,
      data: source,
      task: found.task,
      fields: fields,
      dimensions: []
    )
    configuration.seed = request.seed
    return (configuration, found.reason)
  }

  /// A path by which the project finds its data again: relative where the file lies inside the folder.
  private func pathInProject(_ file: String) -> String {
    let folder = URL(fileURLWithPath: request.folder).standardizedFileURL.path
    let path = URL(fileURLWithPath: file).standardizedFileURL.path
    return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
  }

  private func createFolder() throws {
    // The ledger and the holdout are the project's own; a version is what others should read.
    try FileText.write("*\n", to: Project.path(request.folder, ".seedbed/.gitignore"))
  }

  /// Languages, dimensions and requirements, from all rows.
  private func complete(_ configuration: inout Configuration, _ samples: [Sample]) async throws {
    configuration.languages =
      request.languages.isEmpty
      ? LanguageIdentifier.detectLanguages(
        in: samples.prefix(Self.rowsForDetection * 10).map(\.text),
        minimumShare: 0.02
      )
      : request.languages
    guard configuration.task != .tabular else { return }
    var dimensions = configuration.fields.label == nil ? [] : ["label"]
    if !configuration.languages.isEmpty { dimensions.append("language") }
    configuration.dimensions = dimensions + ["length", "noise", "form"]
    var profiler = Profiler(
      dimensions: try DimensionSet(of: configuration),
      threads: request.threads
    )
    try await profiler.count(samples.map { DimensionInput($0) })
    configuration.requirements = DefaultRequirements.make(
      for: profiler.result,
      languages: configuration.languages
    )
  }

  private func holdout(
    _ samples: [Sample],
    _ sketches: [TextSketch],
    _ configuration: Configuration
  ) async throws -> (samples: [Sample], dropped: Int) {
    let threshold = configuration.deduplication.nearThreshold
    guard let file = request.holdout else {
      let chosen = HoldoutChooser.choose(
        from: samples,
        sketches: sketches,
        fraction: request.fraction,
        threshold: threshold,
        seed: configuration.seed
      )
      guard !chosen.isEmpty else {
        throw SeedbedError(
          .data,
          "\(samples.count) rows are too few to take a holdout from",
          hint: "collect more, name a file with `--holdout`, or raise `--holdout-fraction`"
        )
      }
      return (chosen.map { samples[$0] }, 0)
    }
    var reading = Configuration.Reading()
    reading.onBadRow = configuration.data.reading.onBadRow
    let (rows, _) = try DataReader.samples(
      at: file,
      name: file,
      reading: reading,
      fields: configuration.fields,
      quarantine: nil
    )
    let rowSketches = try await TextSketch.sketches(
      of: rows.map(\.comparisonText),
      threads: request.threads
    )
    let leaks = HoldoutChooser.leaks(
      training: sketches,
      holdout: rowSketches,
      threshold: threshold
    )
    guard let first = leaks.first, !request.dropsLeaking else {
      let leaking = Set(leaks.map(\.holdout))
      // A row may be like several training rows, and a training row like several others of the holdout.
      var index = SimilarityIndex(threshold: threshold)
      for sketch in sketches { index.add(sketch) }
      let kept = rows.indices.filter {
        leaks.isEmpty || (!leaking.contains($0) && index.bestMatch(rowSketches[$0]) == nil)
      }
      return (kept.map { rows[$0] }, rows.count - kept.count)
    }
    let training = samples[first.training].provenance.source.row ?? 0
    let held = rows[first.holdout].provenance.source.row ?? 0
    throw SeedbedError(
      .gate,
      "the holdout leaks: \(leaks.count) rows of the data are like a row of `\(file)`, the first "
        + "row \(training) of the data and row \(held) of the holdout",
      hint: "remove them from the data, or leave such rows out of the holdout with `--drop-leaking`"
    )
  }
}
