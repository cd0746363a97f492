import Foundation

/// The golden files, each made by the script beside it.
enum GoldenFile {
  /// Reads a file; keys are in camel case there, or in snake case as Python has them.
  ///
  /// - Parameters:
  ///   - path: Its path below `Golden`.
  ///   - keys: How keys become names.
  /// - Returns: What the file says.
  /// - Throws: When it is not there or of another shape.
  static func read<Values: Decodable>(
    _ path: String,
    keys: JSONDecoder.KeyDecodingStrategy = .convertFromSnakeCase
  ) throws -> Values {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/\(path)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = keys
    return try decoder.decode(Values.self, from: Data(contentsOf: file))
  }
}
