import Foundation
public import SeedbedData

/// The evaluation of a version as it was printed, kept in the project for the report.
public enum EvaluationFile {
  /// Keeps an evaluation; the last one of a version stays.
  ///
  /// - Parameters:
  ///   - evaluation: The evaluation.
  ///   - project: The project.
  /// - Throws: A `SeedbedError` when it cannot be written.
  public static func keep(_ evaluation: VersionEvaluation, in project: Project) throws {
    let text = JSONValue.object(evaluation.json).serialized(.pretty) + "\n"
    try FileText.write(text, to: path(evaluation.version, project))
  }

  /// The kept evaluation of a version.
  ///
  /// - Parameters:
  ///   - version: The version's id.
  ///   - project: The project.
  /// - Returns: The JSON document; nil where there is none of this version.
  /// - Throws: A `SeedbedError` for a file that is no such document.
  public static func read(of version: String, in project: Project) throws -> JSONObject? {
    let path = path(version, project)
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    guard let document = try? JSONParser.parse(String(decoding: data, as: UTF8.self)).object,
      document["version"]?.string == version
    else {
      throw SeedbedError(
        .data,
        "`\(path)` is no evaluation of version \(version.prefix(12))",
        hint: "remove it; `seedbed evaluate` writes it anew"
      )
    }
    return document
  }

  private static func path(_ version: String, _ project: Project) -> String {
    project.file(".seedbed/evaluations/\(version).json")
  }
}
