import Foundation
import Testing

/// A folder of its own for one test, removed with the value.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "seedbed-program-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// A copy of the example project `support`, with its holdout sealed.
  static func supportExample(sealed: Bool = true) throws -> Folder {
    let folder = try Folder()
    let example = Program.packageRoot.appending(path: "examples/support")
    for name in try FileManager.default.contentsOfDirectory(atPath: example.path) {
      try FileManager.default.copyItem(at: example.appending(path: name), to: folder.url(name))
    }
    if sealed {
      try Program.run(["init", "--holdout", "holdout.csv"], in: folder).expectSuccess()
    }
    return folder
  }

  deinit {
    // A sealed holdout is read-only; its folder is not.
    try? FileManager.default.removeItem(at: url)
  }

  func url(_ name: String) -> URL { url.appending(path: name) }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ bytes: Data) throws {
    let target = url(name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try bytes.write(to: target)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

  /// The bytes of every file below a folder, by path.
  func contents(of name: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: url(name).path) {
      var isFolder: ObjCBool = false
      let file = url(name).appending(path: path)
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { found[path] = try Data(contentsOf: file) }
    }
    return found
  }
}
