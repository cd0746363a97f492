import FoundationEssentials
import SeedbedData

extension PromptLibrary {
  /// The ending of prompt files.
  private static let ending = ".mustache"
  private static let maximumBytes = 1 << 20

  /// Reads a project's own prompts, `NAME.mustache` each.
  ///
  /// - Parameter folder: The folder `prompts` of the project; it may be missing.
  /// - Throws: When a file cannot be read or is not UTF-8.
  public init(folder: String) throws {
    var overrides: [String: String] = [:]
    var isFolder = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder {
      for file in try Self.files(in: folder) {
        let name = String(file.dropLast(Self.ending.utf8.count))
        overrides[name] = try Self.text(at: folder + "/" + file)
      }
    }
    self.init(overrides: overrides)
  }

  private static func files(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(ending) }.sorted()
    } catch {
      throw SeedbedError(
        .inputOutput,
        "the folder `\(folder)` with prompts cannot be read",
        hint: "check its permissions"
      )
    }
  }

  private static func text(at path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SeedbedError(
        .inputOutput,
        "the prompt `\(path)` cannot be read",
        hint: "check its permissions"
      )
    }
    guard data.count <= maximumBytes, let text = String(validating: data, as: UTF8.self) else {
      throw SeedbedError(
        .configuration,
        "the prompt `\(path)` is not a text of at most \(maximumBytes) bytes",
        hint: "save it as UTF-8"
      )
    }
    var scalars = String.UnicodeScalarView()
    var isFirst = true
    for scalar in text.unicodeScalars {
      if scalar != "\r", !(isFirst && scalar == "\u{FEFF}") { scalars.append(scalar) }
      isFirst = false
    }
    return String(scalars)
  }
}
