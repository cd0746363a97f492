public import SeedbedData

extension Manifest {
  /// The manifest as written to `manifest.json`.
  public var json: JSONObject {
    [
      "seedbed": .number(JSONNumber(Self.format)), "version": .string(version),
      "holdout_seal": .optional(holdoutSeal),
      "files": .array(
        files.map { file in
          [
            "path": .string(file.path), "bytes": .number(JSONNumber(file.bytes)),
            "sha256": .string(file.sha256), "rows": .optional(file.rows),
            "real": .optional(file.real), "synthetic": .optional(file.synthetic),
          ]
        }
      ), "leak_scan": .object(leakScan), "splits": .object(splits),
    ]
  }

  /// The content of `manifest.json`.
  var text: String { json.serialized(.pretty) + "\n" }

  /// Reads the manifest of a folder.
  ///
  /// - Parameter folder: The folder of an exported version.
  /// - Throws: A `SeedbedError` when there is none, or it is not one that this program knows.
  public init(readingFrom folder: String) throws {
    let path = "\(folder)/\(Self.fileName)"
    guard Folder.exists(path) else {
      throw SeedbedError(
        .notFound,
        "there is no `\(Self.fileName)` in `\(folder)`",
        hint: "name a folder that a version was exported to"
      )
    }
    let text = String(decoding: try Folder.bytes(of: path), as: UTF8.self)
    guard let json = (try? JSONParser.parse(text))?.object, let format = json["seedbed"]?.int
    else { throw Self.unreadable(path) }
    guard format == Self.format else {
      throw SeedbedError(
        .data,
        "`\(path)` has the format \(format), but this program knows \(Self.format)",
        hint: "use the program that wrote it, or a newer one"
      )
    }
    guard let version = json["version"]?.string, let rows = json["files"]?.array,
      let leakScan = json["leak_scan"]?.object, let splits = json["splits"]?.object
    else { throw Self.unreadable(path) }
    self.version = version
    holdoutSeal = json["holdout_seal"]?.string
    files = try rows.map { row in
      guard let name = row["path"]?.string, let bytes = row["bytes"]?.int,
        let sha256 = row["sha256"]?.string
      else { throw Self.unreadable(path) }
      return File(
        path: name,
        bytes: bytes,
        sha256: sha256,
        real: row["real"]?.int,
        synthetic: row["synthetic"]?.int
      )
    }
    self.leakScan = leakScan
    self.splits = splits
  }

  private static func unreadable(_ path: String) -> SeedbedError {
    SeedbedError(
      .data,
      "`\(path)` is not a manifest of an exported version",
      hint: "export the version again: `seedbed export`"
    )
  }
}
