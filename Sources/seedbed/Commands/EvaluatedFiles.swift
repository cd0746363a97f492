import ArgumentParser
import SeedbedData
import SeedbedPipeline

/// The files that `evaluate` measures in place of a version.
struct EvaluatedFiles: ParsableArguments {
  @Option(help: ArgumentHelp("Real training rows, in place of a version.", valueName: "file"))
  var real: String?

  @Option(help: ArgumentHelp("Synthetic training rows.", valueName: "file"))
  var synthetic: String?

  @Option(
    help: ArgumentHelp(
      "Real test rows; those like a real training row are left out.",
      valueName: "file"
    )
  )
  var test: String?

  @Option(help: ArgumentHelp("The field of the files that holds the text.", valueName: "field"))
  var text: String?

  @Option(help: ArgumentHelp("The field of the files that holds the label.", valueName: "field"))
  var label: String?

  @Option(
    help: ArgumentHelp(
      "A field with the same value in a real row and in what was made from it, so that both are left out together.",
      valueName: "field"
    )
  )
  var group: String?

  mutating func validate() throws {
    let named = [real, synthetic, test].compactMap(\.self)
    guard named.isEmpty || named.count == 3 else {
      throw ValidationError("`--real`, `--synthetic` and `--test` go together.")
    }
    guard !named.isEmpty || [text, label, group].allSatisfy({ $0 == nil }) else {
      throw ValidationError("`--text`, `--label` and `--group` are for files: name them too.")
    }
    guard ![synthetic, test].contains("-") else {
      throw ValidationError("standard input can only be the real rows.")
    }
    for (name, path) in [("text", text), ("label", label), ("group", group)] {
      if let path, FieldPath(path) == nil {
        throw ValidationError("`--\(name) \(path)` is not a field path.")
      }
    }
  }

  var groupPath: FieldPath? { group.flatMap { FieldPath($0) } }

  /// The files, opened; nil where a version is to be measured.
  func opened() throws -> ComparedFiles? {
    guard let real, let synthetic, let test else { return nil }
    return try ComparedFiles(
      real: real,
      synthetic: synthetic,
      holdout: test,
      text: text.flatMap { FieldPath($0) },
      label: label.flatMap { FieldPath($0) }
    )
  }
}
