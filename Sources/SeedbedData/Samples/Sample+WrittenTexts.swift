extension Sample {
  /// The texts of a sample that a method may have written: its own text, then answers and turns.
  ///
  /// - Parameter map: The fields of the project.
  /// - Returns: The texts; a value that is no text as JSON.
  public func writtenTexts(_ map: FieldMap) -> [String] {
    let values =
      [map.output, map.conversation].compactMap { $0?.value(in: fields) }
      + ["chosen", "rejected"].compactMap { fields[$0] }
    return [text] + values.filter { !$0.isNull }.map { $0.string ?? $0.serialized() }
  }
}
