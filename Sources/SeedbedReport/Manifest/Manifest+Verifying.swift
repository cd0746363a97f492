import SeedbedData

extension Manifest {
  /// Compares a folder with its manifest.
  ///
  /// - Parameter folder: The folder of an exported version.
  /// - Returns: One sentence for each file that was changed, is missing or was added; empty when all
  ///   is as it was written.
  /// - Throws: A `SeedbedError` when there is no manifest that can be read.
  public static func verify(_ folder: String) throws -> [String] {
    try Manifest(readingFrom: folder).problems(in: folder)
  }

  /// What differs between this manifest and a folder.
  func problems(in folder: String) throws -> [String] {
    var problems: [String] = []
    for file in files {
      guard Self.staysInside(file.path) else {
        problems.append("`\(file.path)` lies outside the folder")
        continue
      }
      guard Folder.exists("\(folder)/\(file.path)") else {
        problems.append("`\(file.path)` is missing")
        continue
      }
      let bytes = try Folder.bytes(of: "\(folder)/\(file.path)")
      if bytes.count != file.bytes {
        problems.append("`\(file.path)` has \(bytes.count) bytes instead of \(file.bytes)")
      } else if ContentHash.hex(of: bytes) != file.sha256 {
        problems.append("`\(file.path)` has another content of the same size")
      }
    }
    let known = Set(files.map(\.path) + [Self.fileName])
    for path in try Folder.files(in: folder) where !known.contains(path) {
      problems.append("`\(path)` is not in the manifest")
    }
    return problems
  }

  /// Whether a path of a manifest, which anybody may have written, names a file in its folder.
  private static func staysInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0)
      && !path.split(separator: "/", omittingEmptySubsequences: false).contains { part in
        part.isEmpty || part == "." || part == ".."
      }
  }
}
