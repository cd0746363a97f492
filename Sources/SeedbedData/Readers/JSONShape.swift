/// Finds out from the beginning of a file whether it is JSON and where its rows lie.
struct JSONShape {
  /// How many objects may lie around the array of rows.
  static let deepestPath = 2

  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the file goes on after the sample.
  let truncated: Bool
  let fileExtension: String

  /// The format, or nil when the text does not begin like JSON and is not forced to be.
  ///
  /// - Parameter forced: The format that the user named.
  /// - Returns: The format and where its rows lie.
  func detect(forced: FileFormat?) -> DetectedFormat? {
    guard forced != .jsonLines else { return DetectedFormat(format: .jsonLines) }
    if forced == nil, isNamedLines, objectLines(limit: 1) > 0 {
      return DetectedFormat(format: .jsonLines)
    }
    guard let start = firstIndex(from: 0), forced == .json || beginsLikeJSON(at: start) else {
      return nil
    }
    if forced == nil, isJSONLines(start) { return DetectedFormat(format: .jsonLines) }
    var detected = DetectedFormat(format: .json)
    if bytes[start] == UInt8(ascii: "[") {
      detected.layout = .array(offset: start + 1)
    } else if let found = RowPathFinder.find(in: bytes, from: start, deepest: Self.deepestPath) {
      detected.rowPath = found.path
      detected.layout = .array(offset: found.offset)
    }
    return detected
  }

  private func beginsLikeJSON(at start: Int) -> Bool {
    let next = firstIndex(from: start + 1).map { bytes[$0] }
    switch bytes[start] {
    case UInt8(ascii: "{"): return next == nil || next.map { "\"}".utf8.contains($0) } == true
    case UInt8(ascii: "["):
      return next == nil || next.map { "{[\"-0123456789tfn]".utf8.contains($0) } == true
    default: return false
    }
  }

  private var isNamedLines: Bool { fileExtension == "jsonl" || fileExtension == "ndjson" }

  private func isJSONLines(_ start: Int) -> Bool {
    guard let end = SeedbedData.firstIndex(of: 0x0A, in: bytes, from: start) else {
      guard bytes[start] == UInt8(ascii: "{") else { return isNamedLines }
      // One object on one line: only its name tells a row from a document that holds rows.
      return isNamedLines || (fileExtension != "json" && !truncated)
    }
    let first = UnsafeBufferPointer(rebasing: bytes[start..<end])
    if isValue(first) {
      if firstIndex(from: end) != nil || isNamedLines { return true }
      return bytes[start] == UInt8(ascii: "{") && fileExtension != "json"
    }
    return bytes[start] == UInt8(ascii: "{") && objectLines(limit: 2) == 2
  }

  /// Whether a line is a JSON value, or one that is refused only for what is in it.
  private func isValue(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    do throws(JSONError) {
      _ = try JSONParser.parse(line.span)
      return true
    } catch {
      return error.kind == .content
    }
  }

  /// Counts lines that begin and end like an object, up to a limit.
  private func objectLines(limit: Int) -> Int {
    var count = 0
    var at = 0
    while at < bytes.count, count < limit {
      let end = SeedbedData.firstIndex(of: 0x0A, in: bytes, from: at) ?? bytes.count
      let line = withoutLineEnd(UnsafeBufferPointer(rebasing: bytes[at..<end]), lineEnd: 0x0A)
      if line.first == UInt8(ascii: "{"), line.last == UInt8(ascii: "}") { count += 1 }
      at = end + 1
    }
    return count
  }

  private func firstIndex(from start: Int) -> Int? {
    bytes[min(start, bytes.count)...].firstIndex { !Self.isSpace($0) }
  }

  /// Whether a byte is white space of JSON.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether a byte cannot belong to a number or word.
  static func endsScalar(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}")
  }
}
