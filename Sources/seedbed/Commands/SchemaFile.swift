import Foundation
import SeedbedData

/// A JSON Schema in a file.
enum SchemaFile {
  private static let maximumBytes = 16 << 20

  /// Reads a schema.
  ///
  /// - Parameter path: The file.
  /// - Returns: The schema.
  /// - Throws: A `SeedbedError` when it cannot be read or is no JSON.
  static func read(_ path: String) throws -> JSONValue {
    guard let data = FileManager.default.contents(atPath: path), data.count <= maximumBytes else {
      throw SeedbedError(
        .data,
        "the schema `\(path)` cannot be read",
        hint: "name a file with a JSON Schema of at most \(maximumBytes) bytes"
      )
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw SeedbedError(.data, "the schema `\(path)` is not UTF-8", hint: "save it as UTF-8")
    }
    do {
      return try JSONParser.parse(text)
    } catch {
      throw SeedbedError(
        .data,
        "the schema `\(path)` is no JSON: \(error)",
        hint: "records are made from a JSON Schema"
      )
    }
  }
}
