import SeedbedData

/// The kinds of the columns and the rows of each part, as the `datasets` library reads them in the head of
/// a data card.
enum FeatureLines {
  /// The lines, or none where rows are not sure to be of the kinds that the columns say.
  ///
  /// - Parameter files: The files with rows.
  /// - Returns: The lines of `dataset_info`.
  static func lines(_ files: [ExportedFile]) -> [String] {
    guard let schema = files.first?.schema, !schema.columns.isEmpty,
      files.allSatisfy({ $0.isConforming && $0.schema == schema })
    else { return [] }
    var lines = ["dataset_info:", "- config_name: default", "  features:"]
    lines += columns(schema.columns, indent: "  ")
    lines.append("  splits:")
    for file in files {
      lines += ["  - name: \(file.split?.rawValue ?? "")", "    num_examples: \(file.rows)"]
    }
    return lines
  }

  private static func columns(_ columns: [RowSchema.Column], indent: String) -> [String] {
    columns.flatMap { column in
      ["\(indent)- name: \(CardHead.exact(column.name))"] + kind(column.kind, indent: indent + "  ")
    }
  }

  private static func kind(_ kind: RowSchema.Kind, indent: String) -> [String] {
    switch kind {
    case .list(let inner):
      if let name = name(inner) { return ["\(indent)list: \(name)"] }
      guard case .record(let members) = inner else {
        return ["\(indent)list:"] + self.kind(inner, indent: indent + "  ")
      }
      return ["\(indent)list:"] + columns(members, indent: indent)
    case .record(let members): return ["\(indent)struct:"] + columns(members, indent: indent)
    case .null, .bool, .int, .double, .text, .mixed:
      return ["\(indent)dtype: \(name(kind) ?? "string")"]
    }
  }

  private static func name(_ kind: RowSchema.Kind) -> String? {
    switch kind {
    case .bool: "bool"
    case .int: "int64"
    case .double: "float64"
    // Nulls alone say nothing of the kind, and a text may always be added later.
    case .null, .text, .mixed: "string"
    case .list, .record: nil
    }
  }
}
