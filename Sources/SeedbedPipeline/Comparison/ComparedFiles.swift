public import SeedbedData

/// The files of a comparison, opened, with one field of texts and one of labels for all of them.
public struct ComparedFiles: Sendable {
  /// The real rows.
  public let real: TextFile
  /// The synthetic rows.
  public let synthetic: TextFile
  /// Real rows that had no part in making the synthetic ones, where the user has some.
  public let holdout: TextFile?
  /// The field of the labels, if there is one.
  public let label: FieldPath?
  /// Whether a row without a label is a bad row, because the user named the field.
  let needsLabel: Bool

  /// Opens the files.
  ///
  /// What is not named is found from the real rows, and looked for in the other files under the same
  /// name; a file that has no such field is read by what is found in itself.
  ///
  /// - Parameters:
  ///   - real: The file with the real rows, or `-` for standard input.
  ///   - synthetic: The file with the synthetic rows.
  ///   - holdout: A file with other real rows, or nil.
  ///   - reading: How they are cut into rows.
  ///   - text: The field that holds the text, where the user names it.
  ///   - label: The field that holds the label, where the user names it.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read or holds no row.
  public init(
    real: String,
    synthetic: String,
    holdout: String? = nil,
    reading: Configuration.Reading = .init(),
    text: FieldPath? = nil,
    label: FieldPath? = nil
  ) throws {
    func open(_ name: String, _ text: FieldPath?) throws -> TextFile {
      try TextFile(name, reading: reading, text: text, label: label)
    }
    var own = try open(real, text)
    var others = try ([synthetic] + (holdout.map { [$0] } ?? [])).map { try open($0, text) }
    if text == nil, let found = own.fields.text,
      others.contains(where: { !Self.haveOneShape($0, own) })
    {
      let named = try others.map { try open($0.name, found) }
      if named.allSatisfy(Self.hasText) {
        // Standard input cannot be opened twice.
        if real != "-" { own = try open(real, found) }
        others = named
      }
    }
    self.real = own
    self.synthetic = others[0]
    self.holdout = others.count > 1 ? others[1] : nil
    self.label = label ?? own.fields.label
    needsLabel = label != nil
    if isOfTexts {
      for other in others where other.fields.text == nil && other.fields.conversation == nil {
        throw SeedbedError(
          .data,
          "`\(other.name)` has no field of texts to compare with `\(own.fields.text?.description ?? "the texts")` "
            + "of `\(real)`",
          hint: "name a field that all files have with `--text`"
        )
      }
    }
  }

  /// Whether rows have texts; else they are records, compared by their columns alone.
  public var isOfTexts: Bool { real.fields.text != nil || real.fields.conversation != nil }

  /// The members of a row that are no columns: texts, the label, ids and what Seedbed adds.
  var otherFields: Set<String> {
    var names: Set = ["seedbed"]
    for file in [real, synthetic] + (holdout.map { [$0] } ?? []) {
      let fields = file.fields
      let parts = [
        fields.text, fields.conversation, fields.id, fields.input, fields.context, fields.output,
        fields.spans, fields.spanColumns?.start, fields.spanColumns?.end,
      ]
      for case .key(let name)? in parts.map({ $0?.steps.first }) { names.insert(name) }
    }
    if case .key(let name)? = label?.steps.first { names.insert(name) }
    return names
  }

  private static func haveOneShape(_ first: TextFile, _ second: TextFile) -> Bool {
    let (a, b) = (first.fields, second.fields)
    return (a.text, a.conversation) == (b.text, b.conversation)
      && (a.input, a.context) == (b.input, b.context)
  }

  private static func hasText(_ file: TextFile) -> Bool {
    guard var rows = try? file.rows(), let first = try? rows.nextBatch(1) else { return false }
    return !first.isEmpty
  }
}
