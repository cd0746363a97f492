import ArgumentParser
import SeedbedData
import SeedbedPipeline

/// The files with which a file is compared.
struct AgainstOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file to compare with; may be given several times.", valueName: "file")
  )
  var against: [String] = []

  @Option(help: "The field that holds the text in the files compared with, where it is not found.")
  var againstText: String?

  @Option(help: "The field that holds the answer there.")
  var againstAnswer: String?

  mutating func validate() throws {
    guard !against.contains("-") else {
      throw ValidationError("`--against -` is not read: standard input can only be the data.")
    }
    for (name, path) in [("text", againstText), ("answer", againstAnswer)] {
      if let path, FieldPath(path) == nil {
        throw ValidationError("`--against-\(name) \(path)` is not a field path.")
      }
    }
  }

  /// Opens one of the files.
  func file(_ name: String) throws -> TextFile {
    try TextFile(
      name,
      text: againstText.flatMap { FieldPath($0) },
      answer: againstAnswer.flatMap { FieldPath($0) }
    )
  }

  /// Opens all files.
  func files() throws -> [TextFile] { try against.map(file) }
}
