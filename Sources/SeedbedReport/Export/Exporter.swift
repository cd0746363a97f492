public import SeedbedData

/// A sample of a version with what the checks found in it.
public struct ExportSample: Sendable, Hashable {
  /// The sample, with the part it belongs to.
  public var sample: Sample
  /// The verdicts on it, in the order of the checks; none for real samples.
  public var verdicts: [Verdict]

  /// Puts a sample and its verdicts together.
  ///
  /// - Parameters:
  ///   - sample: The sample, with the part it belongs to.
  ///   - verdicts: The verdicts on it, in the order of the checks.
  public init(sample: Sample, verdicts: [Verdict] = []) {
    self.sample = sample
    self.verdicts = verdicts
  }
}

/// What an exporter has to know beside the samples.
public struct ExportOptions: Sendable, Hashable {
  /// Whether the object `seedbed` with the provenance is left out.
  public var plain: Bool
  /// Which field plays which part.
  public var fields: FieldMap
  /// What the samples are for.
  public var task: TaskKind
  /// The dataset's name.
  public var name: String

  /// Makes options.
  ///
  /// - Parameters:
  ///   - plain: Whether the object `seedbed` is left out.
  ///   - fields: Which field plays which part.
  ///   - task: What the samples are for.
  ///   - name: The dataset's name.
  public init(plain: Bool = false, fields: FieldMap, task: TaskKind, name: String = "dataset") {
    self.plain = plain
    self.fields = fields
    self.task = task
    self.name = name
  }
}

/// A file that an exporter wrote, with the rows in it by origin.
public struct ExportedFile: Sendable, Hashable {
  /// The file's path inside the folder that was written to.
  public var path: String
  /// The part of the version that its rows are; nil for a file that holds no rows.
  public var split: Split?
  /// Rows of real samples.
  public var real: Int
  /// Rows of synthetic samples.
  public var synthetic: Int
  /// What its rows hold, where they are rows of named values.
  public var schema: RowSchema?
  /// Whether every value is of the kind that the schema says, so that libraries with one kind a column
  /// can load the file.
  public var isConforming = false
  /// What a person should know before opening it.
  public var remark: String?

  /// Describes a file of rows.
  ///
  /// - Parameters:
  ///   - path: The path inside the folder.
  ///   - split: The part of the version that its rows are.
  ///   - real: Rows of real samples.
  ///   - synthetic: Rows of synthetic samples.
  public init(path: String, split: Split, real: Int, synthetic: Int) {
    self.path = path
    self.split = split
    self.real = real
    self.synthetic = synthetic
  }

  /// Describes a file that holds no rows, such as one with settings.
  ///
  /// - Parameter path: The path inside the folder.
  public init(companion path: String) {
    self.path = path
    (real, synthetic) = (0, 0)
  }

  /// All rows.
  public var rows: Int { real + synthetic }
}

/// Writes the samples of a version in a format that other tools read.
///
/// To add a format, add a type in a file of its own and one line in `Exporters`.
public protocol Exporter: Sendable {
  /// The name, as on the command line.
  var name: String { get }
  /// What the format is for, in one sentence.
  var summary: String { get }
  /// Writes one file for each part of the version that has samples.
  ///
  /// - Parameters:
  ///   - samples: The samples, written in this order.
  ///   - folder: A folder that exists; files of the same names are replaced.
  ///   - options: What else there is to know.
  /// - Returns: The files in the order of the parts.
  /// - Throws: A `SeedbedError` naming the sample that the format cannot hold and what it lacks;
  ///   then some files may have been written.
  func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile]
}
