/// The rows of a JSON document: the elements of its array, or the objects at its top level.
///
/// The document is never held as a whole. A fault that leaves the end of an element in doubt ends
/// the reading, because what looks like the next element may lie inside the broken one.
final class DocumentRows {
  private let buffer: ChunkBuffer
  private let layout: DetectedFormat.Layout
  private let outerObjects: Int
  private let limit: Int
  private let maximumDepth: Int
  private var isFirst = true
  private var finished = false
  private var flattens: Bool?
  private var pending: [JSONObject] = []
  private var pendingOffset = 0

  init(_ buffer: ChunkBuffer, detected: DetectedFormat, options: RowReaderOptions) {
    self.buffer = buffer
    layout = detected.layout
    outerObjects = detected.rowPath.count
    limit = max(options.maximumRowBytes, 1)
    maximumDepth = options.maximumDepth
    if case .array(let offset) = layout { buffer.consume(offset - buffer.offset) }
  }

  /// The next row; nil at the end.
  func next() throws(SeedbedError) -> ReadRow? {
    while true {
      if let row = pending.popLast() {
        return ReadRow(byteOffset: pendingOffset, outcome: .fields(row))
      }
      guard let element = try nextElement() else { return nil }
      guard case .fields(let fields) = element.outcome else { return element }
      if let row = PromptfooFlattener.row(of: fields) {
        return ReadRow(byteOffset: element.byteOffset, outcome: .fields(row))
      }
      guard isArticle(fields) else { return element }
      do throws(SQuADFlattener.Fault) {
        pending = try SQuADFlattener.rows(of: fields).reversed()
        pendingOffset = element.byteOffset
      } catch {
        let raw = Array(fields.serialized().utf8)
        return ReadRow(
          byteOffset: element.byteOffset,
          outcome: .bad(reason: error.reason, raw: raw)
        )
      }
    }
  }

  /// Whether the document holds SQuAD articles, which its first element decides.
  private func isArticle(_ fields: JSONObject) -> Bool {
    if flattens == nil { flattens = SQuADFlattener.isArticle(fields) }
    return flattens == true
  }

  private func nextElement() throws(SeedbedError) -> ReadRow? {
    guard !finished else { return nil }
    let first = try buffer.firstByte()
    guard case .array = layout else {
      return first == nil ? nil : try element()
    }
    if first == UInt8(ascii: "]") {
      buffer.consume(1)
      finished = true
      return try checkTail()
    }
    if !isFirst {
      guard first == UInt8(ascii: ",") else {
        return broken(
          first == nil
            ? "the file ends inside the array of rows" : "expected ',' or ']' after a row"
        )
      }
      buffer.consume(1)
      let next = try buffer.firstByte()
      guard next != UInt8(ascii: "]") else { return broken("expected a row after ','") }
    }
    guard try buffer.firstByte() != nil else {
      return broken("the file ends inside the array of rows")
    }
    isFirst = false
    return try element()
  }

  /// Reads the value at the front of the window.
  private func element() throws(SeedbedError) -> ReadRow {
    let offset = buffer.offset
    var scanner = ElementScanner()
    switch try buffer.next(&scanner, limit: limit) {
    case .none: return broken("expected a row, found the end")
    case .tooLong(let kept, true):
      return ReadRow(byteOffset: offset, outcome: .tooLong(kept, limit: limit))
    case .tooLong(let kept, false):
      finished = true
      let reason = "the file ends inside a row longer than the limit of \(limit) bytes"
      return ReadRow(byteOffset: offset, outcome: .broken(reason: reason, raw: kept))
    case .row(let count, _):
      let bytes = UnsafeBufferPointer(rebasing: buffer.window[..<count])
      let outcome = RowOutcome.reading(bytes, maximumDepth: maximumDepth, framed: false)
      if case .broken = outcome { finished = true }
      buffer.consume(count)
      return ReadRow(byteOffset: offset, outcome: outcome)
    }
  }

  private func broken(_ reason: String) -> ReadRow {
    finished = true
    return ReadRow(
      byteOffset: buffer.offset,
      outcome: .broken(reason: reason, raw: Array(buffer.window.prefix(ChunkBuffer.keptBytes)))
    )
  }

  /// Steps over what follows the array and sees to it that all that was opened is closed.
  private func checkTail() throws(SeedbedError) -> ReadRow? {
    var depth = outerObjects
    while let byte = try buffer.firstByte() {
      switch byte {
      case UInt8(ascii: "\""):
        var scanner = ElementScanner()
        guard case .row(let count, true) = try buffer.next(&scanner, limit: Int.max) else {
          return broken("the file ends inside a string")
        }
        buffer.consume(count)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default:
        if depth == 0 { depth = -1 }
      }
      guard depth >= 0, outerObjects > 0 else {
        return broken("expected nothing more after the end of the document")
      }
      buffer.consume(1)
    }
    guard depth == 0 else { return broken("the file ends before its outer object is closed") }
    return nil
  }
}
