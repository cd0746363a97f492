import Foundation
public import SeedbedData
import SeedbedKernels

/// A project: a folder with `seedbed.yaml`, and everything Seedbed keeps for it in `.seedbed/`.
public struct Project: Sendable {
  /// The folder.
  public let folder: String
  /// What `seedbed.yaml` says.
  public let configuration: Configuration
  /// The hash of what `seedbed.yaml` says, whatever its comments and order, wherever the data lies, and
  /// whatever models cost: the same rows under the same settings give the same version on any machine.
  public let configurationDigest: String

  /// Opens a project.
  ///
  /// - Parameter folder: The folder with `seedbed.yaml`.
  /// - Throws: A `SeedbedError` when there is none, or it cannot be read.
  public init(openingAt folder: String) throws {
    self.folder = folder
    let path = Self.path(folder, "seedbed.yaml")
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SeedbedError(
        .configuration,
        "there is no `seedbed.yaml` in `\(folder)`",
        hint: "run `seedbed init FILE` there, or name the folder with `--project`"
      )
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw SeedbedError(.configuration, "`\(path)` is not valid UTF-8")
    }
    configuration = try Configuration(yaml: text, file: path)
    var hash = ContentHash(domain: "seedbed.configuration.1")
    hash.add(configuration.resultSettings.yaml())
    for file in Self.settingFiles(of: configuration, in: folder) {
      hash.add(file)
      hash.add(
        [UInt8](FileManager.default.contents(atPath: Self.resolve(file, in: folder)) ?? Data())
      )
    }
    if let reference = configuration.reference {
      Self.addContent(of: Self.resolve(reference, in: folder), to: &hash)
    }
    configurationDigest = hash.digest.hex
  }

  /// Adds what a file holds piece by piece, for a log may be larger than memory; nothing where it is missing.
  private static func addContent(of path: String, to hash: inout ContentHash) {
    guard let file = FileHandle(forReadingAtPath: path) else { return }
    while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.add([UInt8](piece))
    }
  }

  /// The files beside `seedbed.yaml` whose content changes what is made: the project's own prompts, its
  /// personas, and the rubric of its judges.
  private static func settingFiles(of configuration: Configuration, in folder: String) -> [String] {
    let prompts =
      (try? FileManager.default.contentsOfDirectory(atPath: path(folder, "prompts"))) ?? []
    return prompts.filter { $0.hasSuffix(".mustache") }.sorted().map { "prompts/\($0)" }
      + [configuration.generation.personas, configuration.judging.rubric].compactMap(\.self)
  }

  /// The path of the ledger.
  public var ledgerPath: String { Self.path(folder, ".seedbed/ledger.sqlite") }
  /// The path of the sealed holdout.
  public var holdoutPath: String { Self.path(folder, ".seedbed/holdout.jsonl") }
  /// The path of rows that could not be read.
  public var quarantinePath: String { Self.path(folder, ".seedbed/quarantine.jsonl") }
  /// The path of the plan.
  public var planPath: String { Self.path(folder, "plan.yaml") }
  /// The path of the data file.
  public var dataPath: String { Self.resolve(configuration.data.path, in: folder) }

  /// A file of the project.
  ///
  /// - Parameter name: A path inside the project's folder.
  /// - Returns: The path to open.
  public func file(_ name: String) -> String { Self.path(folder, name) }

  /// The folder into which a version is exported.
  ///
  /// - Parameter version: The version's id.
  /// - Returns: A folder inside the project.
  public func exportFolder(version: String) -> String {
    Self.path(folder, "versions/\(version.prefix(12))")
  }

  /// A path inside a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - name: A relative path.
  /// - Returns: The joined path.
  public static func path(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// A path that may be absolute, or relative to a folder.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - folder: The folder it may be relative to.
  /// - Returns: A path that can be opened.
  public static func resolve(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : Self.path(folder, path)
  }

  /// Reads the plan.
  ///
  /// - Returns: The plan, or nil where `plan.yaml` is not there.
  /// - Throws: A `SeedbedError` for a plan that cannot be read.
  public func readPlan() throws -> Plan? {
    guard let data = FileManager.default.contents(atPath: planPath) else { return nil }
    return try PlanFile.read(String(decoding: data, as: UTF8.self), file: planPath)
  }

  /// Writes the plan.
  ///
  /// - Parameter plan: The plan.
  /// - Throws: A `SeedbedError` when it cannot be written.
  public func write(_ plan: Plan) throws {
    try FileText.write(PlanFile.text(plan), to: planPath)
  }
}

/// Writes whole text files.
public enum FileText {
  /// Writes a file by way of a temporary one, so that no half-written file is ever seen.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - path: The file; its folder is made where missing.
  /// - Throws: A `SeedbedError` naming the file.
  public static func write(_ text: String, to path: String) throws {
    try makeFolder(of: path)
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw SeedbedError(
        .inputOutput,
        "`\(path)` could not be written",
        cause: error.localizedDescription
      )
    }
  }

  /// Makes the folder that a file is to lie in, where it is missing.
  ///
  /// - Parameter path: The file.
  /// - Throws: A `SeedbedError` naming the folder.
  static func makeFolder(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw SeedbedError(
        .inputOutput,
        "the folder `\(folder.relativePath)` could not be made",
        cause: error.localizedDescription
      )
    }
  }
}
