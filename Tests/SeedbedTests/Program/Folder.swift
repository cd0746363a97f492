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

  /// A copy of the example project after a run, which is carried out once for all tests.
  static func finishedExample() throws -> Folder {
    let folder = try Folder()
    let finished = try finished.get()
    for name in try FileManager.default.contentsOfDirectory(atPath: finished.url.path) {
      try FileManager.default.copyItem(at: finished.url(name), to: folder.url(name))
    }
    return folder
  }

  /// What the run of the finished example printed with `--json`.
  static let finishedRun = "run.json"

  private static let finished = Result<Folder, any Error> {
    atexit { Folder.removeFinished() }
    let folder = try supportExample()
    let run = try Program.run(["run", "--json"], in: folder).expectSuccess()
    try folder.write(finishedRun, run.stdout)
    return folder
  }

  /// A value that lives as long as the tests is never taken down, so its folder is removed at exit.
  private static func removeFinished() {
    if let folder = try? finished.get() { try? FileManager.default.removeItem(at: folder.url) }
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
