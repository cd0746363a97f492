import Foundation
import SeedbedData
import SeedbedText

/// The documents at a path: one file, or every document of a folder.
public enum DocumentFiles {
  /// A document as it was read.
  public struct File: Sendable, Hashable {
    /// The path as named, within the folder where a folder was named.
    public var name: String
    /// Its text.
    public var text: String
  }

  private static let endings = [".md", ".markdown", ".html", ".htm", ".txt"]
  private static let maximumBytes = 64 << 20

  /// Whether a name is that of a document, or a folder stands there.
  ///
  /// - Parameter path: The path.
  /// - Returns: True for a folder and for a name with the ending of a document.
  public static func isDocument(_ path: String) -> Bool {
    var isFolder = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
      return true
    }
    return endings.contains { path.lowercased().hasSuffix($0) }
  }

  /// The documents by name, in the order of their names.
  ///
  /// - Parameters:
  ///   - path: A file or a folder, whose folders are searched too.
  ///   - name: What messages and sources call it.
  ///   - hint: What to do when nothing is there.
  /// - Returns: The documents.
  /// - Throws: A `SeedbedError` when there is none or one cannot be read.
  public static func read(at path: String, named name: String, hint: String) throws -> [File] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw SeedbedError(.configuration, "the documents `\(name)` are not there", hint: hint)
    }
    guard isFolder else { return [File(name: name, text: try text(at: path, named: name))] }
    let found = (FileManager.default.subpaths(atPath: path) ?? []).sorted().filter { file in
      endings.contains { file.lowercased().hasSuffix($0) }
    }
    guard !found.isEmpty else {
      throw SeedbedError(
        .configuration,
        "the folder `\(name)` holds no documents",
        hint: "documents end in \(endings.joined(separator: ", "))"
      )
    }
    return try found.map { file in
      File(name: "\(name)/\(file)", text: try text(at: "\(path)/\(file)", named: "\(name)/\(file)"))
    }
  }

  private static func text(at path: String, named name: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path), data.count <= maximumBytes,
      let text = String(validating: data, as: UTF8.self)
    else {
      throw SeedbedError(
        .data,
        "the document `\(name)` is not a readable text of at most \(maximumBytes) bytes",
        hint: "save it as UTF-8, or split it"
      )
    }
    return text
  }
}
