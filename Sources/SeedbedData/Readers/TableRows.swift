import SeedbedKernels

/// The rows of a table.
final class TableRows {
  /// The names of the columns, all different.
  let columns: [String]

  private let buffer: ChunkBuffer
  private let detected: DetectedFormat
  private let limit: Int
  private let index: [String: Int]?
  private let mayHoldLists: [Bool]
  private var finished = false

  init(
    _ buffer: ChunkBuffer,
    detected: DetectedFormat,
    options: RowReaderOptions
  ) throws(SeedbedError) {
    self.buffer = buffer
    self.detected = detected
    limit = max(options.maximumRowBytes, 1)
    let header =
      detected.hasHeader
      ? try Self.header(buffer, detected: detected, limit: limit) : nil
    let names = options.columns ?? header
    if let header, let given = options.columns, header.count != given.count {
      throw SeedbedError(
        .usage,
        "the header of `\(buffer.path)` has \(header.count) names, and \(given.count) are given"
      )
    }
    columns = Self.unique(names ?? [String](repeating: "", count: max(detected.columnCount, 1)))
    mayHoldLists = columns.map(StructuredCell.isNamed)
    index = JSONObject.index(of: columns.map { JSONObject.Member(key: $0, value: .null) })
  }

  /// The next record that is not blank; nil at the end.
  func next() throws(SeedbedError) -> ReadRow? {
    guard !finished else { return nil }
    while true {
      let offset = buffer.offset
      let (frame, inQuotes) = try Self.frame(buffer, detected: detected, limit: limit)
      switch frame {
      case .none: return nil
      case .tooLong(let kept, _):
        let outcome =
          inQuotes ? openQuote(kept) : RowOutcome.tooLong(kept, limit: limit)
        return ReadRow(byteOffset: offset, outcome: outcome)
      case .row(let count, _):
        let bytes = UnsafeBufferPointer(rebasing: buffer.window[..<count])
        let record = withoutLineEnd(bytes, lineEnd: detected.lineEnd)
        let outcome: RowOutcome? =
          inQuotes
          ? openQuote(Array(bytes.prefix(ChunkBuffer.keptBytes)))
          : record.isEmpty ? nil : row(record)
        buffer.consume(count)
        if let outcome { return ReadRow(byteOffset: offset, outcome: outcome) }
      }
    }
  }

  private func openQuote(_ raw: [UInt8]) -> RowOutcome {
    finished = true
    return .broken(
      reason:
        """
        a quote opens in this row and never closes; if quotes are plain text here, read the file \
        without quoting
        """,
      raw: raw
    )
  }

  private func row(_ record: UnsafeBufferPointer<UInt8>) -> RowOutcome {
    if let invalid = UTF8Validation.firstInvalidByte(in: record.span) {
      return .bad(reason: "invalid UTF-8 at byte \(invalid) of the row", raw: Array(record))
    }
    if let null = firstIndex(of: 0, in: record, from: 0) {
      return .bad(reason: "a NUL at byte \(null) of the row", raw: Array(record))
    }
    var members: [JSONObject.Member] = []
    members.reserveCapacity(columns.count)
    var cursor = CellCursor(record, delimiter: detected.delimiter, quoting: detected.quoting)
    var count = 0
    do {
      while let cell = try cursor.next() {
        if count < columns.count {
          let text = cell.text(in: record)
          let list = mayHoldLists[count] ? StructuredCell.value(of: text, in: columns[count]) : nil
          members.append(.init(key: columns[count], value: list ?? .string(text)))
        }
        count += 1
      }
    } catch {
      return .bad(reason: Self.words(error), raw: Array(record))
    }
    guard count == columns.count else {
      let cells = count == 1 ? "1 cell" : "\(count) cells"
      return .bad(reason: "\(cells) where \(columns.count) are expected", raw: Array(record))
    }
    return .fields(JSONObject(distinct: members, index: index))
  }

  private static func words(_ fault: CellCursor.Fault) -> String {
    switch fault {
    case .textAfterQuote(let at): "text after a closing quote at byte \(at) of the row"
    case .openQuote(let at): "a quote opens at byte \(at) of the row and never closes"
    }
  }

  /// Finds the next record, and tells whether the file ended inside quotes.
  private static func frame(
    _ buffer: ChunkBuffer,
    detected: DetectedFormat,
    limit: Int
  ) throws(SeedbedError) -> (ChunkBuffer.Frame, inQuotes: Bool) {
    switch detected.quoting {
    case .rfc4180:
      var scanner = RecordScanner(delimiter: detected.delimiter, lineEnd: detected.lineEnd)
      let frame = try buffer.next(&scanner, limit: limit)
      return (frame, scanner.isInQuotes)
    case .none:
      var scanner = LineScanner(lineEnd: detected.lineEnd)
      return (try buffer.next(&scanner, limit: limit), false)
    }
  }

  /// Reads the first record that is not blank.
  private static func header(
    _ buffer: ChunkBuffer,
    detected: DetectedFormat,
    limit: Int
  ) throws(SeedbedError) -> [String] {
    while true {
      guard case (.row(let count, _), false) = try frame(buffer, detected: detected, limit: limit)
      else { throw badHeader(buffer.path, "it never ends") }
      let bytes = UnsafeBufferPointer(rebasing: buffer.window[..<count])
      let record = withoutLineEnd(bytes, lineEnd: detected.lineEnd)
      defer { buffer.consume(count) }
      guard !record.isEmpty else { continue }
      if let invalid = UTF8Validation.firstInvalidByte(in: record.span) {
        throw badHeader(buffer.path, "invalid UTF-8 at its byte \(invalid)")
      }
      var cursor = CellCursor(record, delimiter: detected.delimiter, quoting: detected.quoting)
      var names: [String] = []
      do {
        while let cell = try cursor.next() { names.append(cell.text(in: record)) }
        return names
      } catch {
        throw badHeader(buffer.path, words(error))
      }
    }
  }

  private static func badHeader(_ path: String, _ cause: String) -> SeedbedError {
    SeedbedError(.data, "the header of `\(path)` cannot be read", cause: cause)
  }

  /// Gives an empty name its column's number, and a repeated one the next number that is free.
  private static func unique(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen: Set<String> = []
    return names.enumerated().map { position, name in
      let wanted = name.isEmpty ? "column_\(position + 1)" : name
      if name.isEmpty ? taken.insert(wanted).inserted : seen.insert(name).inserted { return wanted }
      var number = 2
      while !taken.insert("\(wanted)_\(number)").inserted { number += 1 }
      return "\(wanted)_\(number)"
    }
  }
}
