public import ArgumentParser
public import SeedbedData

/// How a data file is read, where detection is not wanted.
struct ReadingOptions: ParsableArguments {
  @Option(help: "The field that holds the text, such as `text` or `user.message`.")
  var text: String?

  @Option(help: "The field that holds the label.")
  var label: String?

  @Option(help: "The format: \(FileFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: FileFormat?

  @Option(help: "The character between cells; `\\t` for a tab.")
  var delimiter: String?

  @Flag(inversion: .prefixedNo, help: "Whether the first row names the columns.")
  var header: Bool?

  @Option(help: "Names for columns without a header, separated by commas.")
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "What to do with a row that cannot be read: "
        + BadRowPolicy.allCases.map(\.rawValue).joined(separator: ", ") + "."
    )
  )
  var onBadRow = BadRowPolicy.stop

  mutating func validate() throws {
    if let delimiter, delimiter != "\\t", delimiter.utf8.count != 1 {
      throw ValidationError("`--delimiter` takes one ASCII character, or `\\t`.")
    }
    for (name, path) in [("text", text), ("label", label)] {
      if let path, FieldPath(path) == nil {
        throw ValidationError("`--\(name) \(path)` is not a field path.")
      }
    }
  }

  var textPath: FieldPath? { text.flatMap { FieldPath($0) } }
  var labelPath: FieldPath? { label.flatMap { FieldPath($0) } }

  var reading: Configuration.Reading {
    var reading = Configuration.Reading()
    reading.format = format
    reading.delimiter = delimiter.map { $0 == "\\t" ? 0x09 : $0.utf8.first ?? 0x2C }
    reading.hasHeader = header
    reading.columns = columns?.split(separator: ",").map(String.init)
    reading.onBadRow = onBadRow
    return reading
  }
}

extension FileFormat: ExpressibleByArgument {}
extension BadRowPolicy: ExpressibleByArgument {}
