public import SeedbedData

/// What lies in the folder of an exported version, with the hash of each file.
///
/// It tells nothing of when or in which run the folder was made, so that the same version exported
/// in the same way gives the same manifest.
public struct Manifest: Sendable, Hashable {
  /// One file of the folder.
  public struct File: Sendable, Hashable {
    /// The path inside the folder, with `/` between its parts.
    public var path: String
    /// The size.
    public var bytes: Int
    /// The SHA-256 of the content, 64 lower-case hex digits, as `sha256sum` prints it.
    public var sha256: String
    /// Rows of real samples; nil for files that hold no rows.
    public var real: Int?
    /// Rows of synthetic samples; nil for files that hold no rows.
    public var synthetic: Int?

    /// All rows; nil for files that hold no rows.
    public var rows: Int? {
      guard let real, let synthetic else { return nil }
      return real + synthetic
    }
  }

  /// The name under which a folder holds its manifest.
  public static let fileName = "manifest.json"
  /// The number of the format.
  public static let format = 1

  /// The version's id.
  public var version: String
  /// The seal of the holdout it may be measured on; nil where there is none.
  public var holdoutSeal: String?
  /// The files by path.
  public var files: [File]
  /// What the scan for leaks found, as in `manifest.json`.
  public var leakScan: JSONObject
  /// Real and synthetic samples of each part, as in `manifest.json`.
  public var splits: JSONObject

  /// The manifest of a folder that was just written.
  ///
  /// - Parameters:
  ///   - version: The version in the folder.
  ///   - folder: The folder.
  ///   - exported: Its files with rows.
  ///   - others: Paths of its other files.
  /// - Throws: A `SeedbedError` naming a file that cannot be read.
  public init(
    of version: DatasetVersion,
    in folder: String,
    exported: [ExportedFile],
    others: [String]
  ) throws {
    self.version = version.id
    holdoutSeal = version.holdoutSeal
    let rows =
      exported.map { ($0.path, $0.split == nil ? nil : Optional($0)) } + others.map { ($0, nil) }
    files = try rows.sorted { $0.0 < $1.0 }.map { path, counts in
      let bytes = try Folder.bytes(of: "\(folder)/\(path)")
      return File(
        path: path,
        bytes: bytes.count,
        sha256: ContentHash.hex(of: bytes),
        real: counts?.real,
        synthetic: counts?.synthetic
      )
    }
    let scan = version.leakScan
    leakScan = [
      "clean": .bool(scan.isClean), "compared": .number(JSONNumber(scan.compared)),
      "threshold": .number(JSONNumber(scan.threshold)),
      "crossing_groups": .number(JSONNumber(scan.crossingGroups)),
      "leaks": .number(JSONNumber(scan.leaks.count)),
    ]
    splits = JSONObject()
    for split in Split.allCases {
      splits[split.rawValue] = [
        "real": .number(JSONNumber(version.count(split, .real))),
        "synthetic": .number(JSONNumber(version.count(split, .synthetic))),
      ]
    }
  }
}
