public import SeedbedData

/// The rows of a file that augmentation wrote.
public struct AugmentedRows {
  private let name: String
  private let reading: Configuration.Reading

  /// Names the file.
  ///
  /// - Parameters:
  ///   - name: The file, or `-` for standard input.
  ///   - reading: How it is cut into rows.
  public init(_ name: String, reading: Configuration.Reading = .init()) {
    self.name = name
    self.reading = reading
  }

  /// The row with an id.
  ///
  /// - Parameter prefix: The id, or the beginning of it.
  /// - Returns: The row; its object `seedbed` is an object also where it came from a table.
  /// - Throws: A `SeedbedError` when no row or several have such an id.
  public func row(idPrefix prefix: String) throws -> JSONObject {
    let prefix = prefix.lowercased()
    guard !prefix.isEmpty else {
      throw SeedbedError(.usage, "the id is empty", hint: "name at least its first digits")
    }
    var reader = try RowReader(path: name, options: reading.options)
    var found: JSONObject?
    while let row = try reader.next() {
      var fields = row.fields
      if let text = fields["seedbed"]?.string, let object = try? JSONParser.parse(text) {
        fields["seedbed"] = object
      }
      guard fields["seedbed"]?["id"]?.string?.hasPrefix(prefix) == true else { continue }
      guard found == nil else {
        throw SeedbedError(
          .notFound,
          "several rows of `\(name)` have ids that begin with `\(prefix)`",
          hint: "name more digits"
        )
      }
      found = fields
    }
    guard let found else {
      throw SeedbedError(
        .notFound,
        "no row of `\(name)` has an id that begins with `\(prefix)`",
        hint: "ids are in `seedbed.id` of the rows that `augment` wrote"
      )
    }
    return found
  }
}
