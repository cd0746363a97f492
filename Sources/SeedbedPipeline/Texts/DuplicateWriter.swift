import SeedbedData

/// Writes what a search for duplicates found, by reading the file once more.
public struct DuplicateWriter: Sendable {
  /// The field that a removed row gets, which says what it repeats.
  public static let field = "seedbed_duplicate"

  private static let rowsPerBatch = 4096
  private let data: TextFile
  private let found: FileDuplicates

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - data: The file that was searched.
  ///   - found: What was found in it.
  public init(data: TextFile, found: FileDuplicates) {
    self.data = data
    self.found = found
  }

  /// Writes the rows that stay.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: A `SeedbedError` when a file cannot be read again or written.
  public func writeKept(to path: String) throws {
    var writer = try RowWriter(path: path, source: data.format, columns: data.columns)
    try forEachRow { row, decision in
      if decision == nil { try writer.write(row.row.fields) }
    }
    try writer.close()
  }

  /// Writes the rows that go, each with the object `seedbed_duplicate`.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: A `SeedbedError` when a file cannot be read again or written.
  public func writeRemoved(to path: String) throws {
    let columns = data.columns.isEmpty ? [] : data.columns + [Self.field]
    var writer = try RowWriter(path: path, source: data.format, columns: columns)
    try forEachRow { row, decision in
      guard let decision else { return }
      var fields = row.row.fields
      fields[Self.field] = .object(json(decision))
      try writer.write(fields)
    }
    try writer.close()
  }

  /// Writes the groups of two rows and more: the row that stays, and those that repeat it.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: A `SeedbedError` when it cannot be written.
  public func writeClusters(to path: String) throws {
    var groups: [FileDuplicates.Decision] = found.decisions
    groups.sort {
      ($0.isReference ? 1 : 0, $0.kept, $0.removed) < ($1.isReference ? 1 : 0, $1.kept, $1.removed)
    }
    var writer = try JSONLinesWriter(path: path)
    var start = 0
    while start < groups.count {
      let first = groups[start]
      let end =
        groups[start...].firstIndex {
          $0.kept != first.kept || $0.isReference != first.isReference
        } ?? groups.count
      let place = place(of: first)
      try writer.write([
        "row": .optional(place.row), "file": .optional(place.file),
        "size": .optional(end - start + 1),
        "duplicates": .array(
          groups[start..<end].map { decision in
            [
              "row": .optional(found.numbers[decision.removed]),
              "kind": .string(decision.kind.rawValue),
              "similarity": .optional(decision.similarity),
            ]
          }
        ),
      ])
      start = end
    }
    try writer.close()
  }

  /// Adds the rows that stay to an index, which is made when there is none.
  ///
  /// - Parameters:
  ///   - path: The index.
  ///   - options: How texts are compared; as the index was made.
  /// - Returns: How many rows the index has now.
  /// - Throws: A `SeedbedError` when the index was made with other options or cannot be written.
  public func remember(in path: String, options: DuplicateOptions) async throws -> Int {
    var search = try DuplicateSearch(options: options)
    var texts: [String] = []
    try forEachRow { row, decision in
      if decision == nil { texts.append(row.text) }
      if texts.count >= Self.rowsPerBatch {
        try search.add(texts)
        texts.removeAll(keepingCapacity: true)
      }
    }
    try search.add(texts)
    return try await search.append(toIndexAt: path).rows
  }

  /// Reads the file again, with the decision about each row.
  private func forEachRow(
    _ body: (TextRow, FileDuplicates.Decision?) throws -> Void
  ) throws {
    var rows = try data.rows()
    var position = 0
    var next = found.decisions.makeIterator()
    var decision = next.next()
    while case let batch = try rows.nextBatch(Self.rowsPerBatch), !batch.isEmpty {
      try Task.checkCancellation()
      for row in batch {
        let isRemoved = decision?.removed == position
        try body(row, isRemoved ? decision : nil)
        if isRemoved { decision = next.next() }
        position += 1
      }
    }
    guard position == found.rows else {
      throw SeedbedError(
        .data,
        "`\(data.name)` had \(found.rows) rows when it was searched and has \(position) now",
        hint: "run the command again when nobody writes to the file"
      )
    }
  }

  private func place(of decision: FileDuplicates.Decision) -> (row: Int, file: String?) {
    guard decision.isReference else { return (found.numbers[decision.kept], nil) }
    let place = found.references.place(of: decision.kept)
    return (place.row, place.name)
  }

  /// `row` and `file` of the row that stays, null for the file itself; `kind` and `similarity`.
  private func json(_ decision: FileDuplicates.Decision) -> JSONObject {
    let place = place(of: decision)
    return [
      "row": .optional(place.row), "file": .optional(place.file),
      "kind": .string(decision.kind.rawValue), "similarity": .optional(decision.similarity),
    ]
  }
}
