import Foundation

/// The rows of a version as the program wrote them.
struct ExportedVersion {
  /// One row in its split.
  struct Row {
    var split: String
    var fields: Document

    var provenance: Document { fields["seedbed"] }
    var id: String { provenance["id"].string ?? "" }
    var isSynthetic: Bool { provenance["origin"].string == "synthetic" }
    var parents: [String] { provenance["parents"].strings }
  }

  static let splits = ["train", "validation", "synthetic_eval"]

  var folder: String
  var rows: [Row] = []
  var synthetic: [Row] { rows.filter(\.isSynthetic) }

  /// Reads the version that a run wrote.
  init(of run: Document, in project: Folder) throws {
    try self.init(at: "versions/\((run["version"].string ?? "").prefix(12))", in: project)
  }

  init(at folder: String, in project: Folder) throws {
    self.folder = folder
    for split in Self.splits where project.exists("\(folder)/\(split).jsonl") {
      for line in try project.text("\(folder)/\(split).jsonl").split(separator: "\n") {
        rows.append(Row(split: split, fields: try Document(String(line))))
      }
    }
  }
}
