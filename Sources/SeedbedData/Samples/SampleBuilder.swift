import SeedbedKernels

/// Turns rows into samples as the field map says.
///
/// Rows with equal content are told apart by how often they came before, so an id depends on what
/// rows there are and not on where they stand in the file.
public struct SampleBuilder: Sendable {
  private let fields: FieldMap
  private let file: String
  private var occurrences: [Digest128: Int] = [:]
  /// Kept for its memory only.
  private var hash = ContentHash(domain: "")

  /// Makes a builder for one file.
  ///
  /// - Parameters:
  ///   - fields: Which field plays which part.
  ///   - file: The file's name, for provenance and messages.
  public init(fields: FieldMap, file: String) {
    self.fields = fields
    self.file = file
  }

  /// Makes a sample of a row.
  ///
  /// - Parameter row: The row, as read.
  /// - Returns: The sample, with the tag `span_repaired` or `span_invalid` where its spans did not
  ///   fit its text.
  /// - Throws: A `BadRow` when the row lacks the text or label that the task needs.
  public mutating func sample(from row: RawRow) throws -> Sample {
    try refuseSynthetic(row)
    let (textPath, text) = try self.text(of: row)
    let label = try self.label(of: row)
    var marked: (spans: [TextSpan], tags: [String]) = ([], [])
    var written = row.fields
    if fields.hasSpans {
      let reader = SpanReader(fields: fields)
      marked = reader.spans(in: row.fields, text: text)
      // Whatever unit they came in, spans go out in scalars with their words; one that does not fit its
      // text would be lost, so such a row stays as it is.
      if !marked.spans.isEmpty, !marked.tags.contains("span_invalid") {
        reader.write(marked.spans, to: &written)
      }
    }
    hash.restart(domain: "seedbed.real.1")
    hash.add(canonical: row.fields)
    let content = hash.digest
    let occurrence = occurrences[content, default: 0]
    occurrences[content] = occurrence + 1
    hash.add(occurrence)
    return Sample(
      id: SampleID(hash.digest),
      origin: .real,
      fields: written,
      text: text,
      textPath: textPath,
      // Records share their shape, so without a text of their own only equal ones are duplicates.
      comparisonText: textPath == nil
        ? content.hex : comparisonText(of: row.fields, text: text),
      label: label,
      spans: marked.spans,
      provenance: Provenance(
        real: SourceReference(
          id: file,
          row: row.number,
          byte: row.byteOffset,
          span: 0..<text.utf8Span.span.scalarCount
        )
      ),
      tags: marked.tags
    )
  }

  /// The text in which duplicates of a row are searched: the text with what makes it another case.
  ///
  /// - Parameters:
  ///   - row: The row's fields.
  ///   - text: The text of the sample.
  /// - Returns: The text, with input and context behind it where the task has them.
  public func comparisonText(of row: JSONObject, text: String) -> String {
    fields.comparisonText(of: row, text: text)
  }

  /// The text and the label of a row.
  ///
  /// - Parameter row: The row, as read.
  /// - Returns: The text, and the label where the task has one.
  /// - Throws: A `BadRow` when the row lacks the text or label that the task needs.
  public func parts(of row: RawRow) throws -> (text: String, label: String?) {
    (try text(of: row).1, try label(of: row))
  }

  /// Where the text of a row stands, with what it is.
  ///
  /// - Parameter row: The row's fields.
  /// - Returns: The path of the text, nil where the task has none of its own; the text; the label.
  /// - Throws: A ``BadRow`` naming the field that is missing or of another kind.
  public func place(in row: JSONObject) throws -> (path: FieldPath?, text: String, label: String?) {
    let raw = RawRow(number: 0, byteOffset: 0, fields: row)
    let (path, text) = try self.text(of: raw)
    return (path, text, try label(of: raw))
  }

  /// Writes marked spans into a row, in the shape in which the project's rows have them.
  ///
  /// - Parameters:
  ///   - spans: The spans, in Unicode scalars of the text.
  ///   - row: The row's fields.
  public func write(_ spans: [TextSpan], to row: inout JSONObject) {
    SpanReader(fields: fields).write(spans, to: &row)
  }

  /// Rule 4: a row that says that it is synthetic is never taken for real data.
  private func refuseSynthetic(_ row: RawRow) throws {
    guard let mark = row.fields["seedbed"] else { return }
    // In a CSV file the object is the text of one cell.
    let object = mark.string.flatMap { try? JSONParser.parse($0) } ?? mark
    guard object["origin"]?.string == Origin.synthetic.rawValue else { return }
    throw bad(row, "it is synthetic, as its `seedbed.origin` says; only real rows are read here")
  }

  private func text(of row: RawRow) throws -> (FieldPath?, String) {
    if let conversation = fields.conversation {
      return try userTurn(of: row, conversation)
    }
    guard let path = fields.text else {
      return (nil, JSONValue.object(row.fields).serialized(.compact))
    }
    switch path.value(in: row.fields) {
    case .string(let text): return (path, text)
    case nil: throw bad(row, "it has no field `\(path)`, which holds the text")
    case let other?:
      throw bad(row, "`\(path)` should be a text, but it is \(other.kindName)")
    }
  }

  private func userTurn(of row: RawRow, _ path: FieldPath) throws -> (FieldPath?, String) {
    guard let turns = path.value(in: row.fields)?.array else {
      throw bad(row, "`\(path)` should be the list of turns of a conversation")
    }
    for (index, turn) in turns.enumerated() {
      let role = turn["role"]?.string ?? turn["from"]?.string
      guard role == "user" || role == "human" else { continue }
      for name in ["content", "value"] {
        if let text = turn[name]?.string {
          return (FieldPath(path.steps + [.index(index), .key(name)]), text)
        }
      }
    }
    throw bad(row, "no turn in `\(path)` is a user's with a text of its own")
  }

  private func label(of row: RawRow) throws -> String? {
    guard let path = fields.label else { return nil }
    switch path.value(in: row.fields) {
    case .string(let label): return label
    case .number(let number): return number.literal
    case .bool(let flag): return flag ? "true" : "false"
    case .array(let labels):
      let names = labels.compactMap(\.string).sorted()
      guard names.count == labels.count else {
        throw bad(row, "`\(path)` should hold labels, but not all of its elements are texts")
      }
      return names.joined(separator: "|")
    case nil, .null: throw bad(row, "it has no field `\(path)`, which holds the label")
    case .object: throw bad(row, "`\(path)` should be a label, but it is an object")
    }
  }

  private func bad(_ row: RawRow, _ reason: String) -> BadRow {
    BadRow(
      file: file,
      row: row.number,
      byte: row.byteOffset,
      reason: reason,
      raw: Array(JSONValue.object(row.fields).serialized(.compact).utf8)
    )
  }
}

extension JSONValue {
  /// The kind of the value in words, for messages.
  public var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
