/// Finds out from the beginning of a file whether it is CoNLL.
///
/// Every line that is neither empty nor a comment ends in a tag, some tag marks something, and there are
/// comments or empty lines: no table has all of that.
struct CoNLLShape {
  private static let extensions: Set<String> = ["conll", "conllu", "iob", "bio", "bioes"]
  private static let lineLimit = 500

  let bytes: UnsafeBufferPointer<UInt8>
  let truncated: Bool
  let fileExtension: String

  /// The format, or nil when the text is not of this kind and is not forced to be.
  ///
  /// - Parameter forced: The format that the user named.
  /// - Returns: The format.
  func detect(forced: FileFormat?) -> DetectedFormat? {
    guard forced == nil else {
      return forced == .conll ? DetectedFormat(format: .conll) : nil
    }
    let isNamed = Self.extensions.contains(fileExtension)
    guard let first = bytes.first(where: { !JSONShape.isSpace($0) }),
      isNamed || (first != UInt8(ascii: "{") && first != UInt8(ascii: "["))
    else { return nil }
    return isNamed || hasTags ? DetectedFormat(format: .conll) : nil
  }

  private var hasTags: Bool {
    var lines = 0, marked = 0, borders = 0
    var at = 0
    while at < bytes.count, lines < Self.lineLimit {
      guard let end = firstIndex(of: UInt8(ascii: "\n"), in: bytes, from: at) ?? end(from: at)
      else {
        break
      }
      let row = UnsafeBufferPointer(rebasing: bytes[at..<end])
      at = end + 1
      let line = withoutLineEnd(row, lineEnd: UInt8(ascii: "\n"))
      if line.allSatisfy(JSONShape.isSpace) || line.starts(with: "# ".utf8) {
        borders += 1
        continue
      }
      guard let split = line.lastIndex(where: { $0 == 0x09 || $0 == 0x20 }),
        case let tag = line[(split + 1)...], CoNLLBlock.isTag(tag)
      else { return false }
      lines += 1
      if tag.count > 1 { marked += 1 }
    }
    return lines > 1 && marked > 0 && borders > 0
  }

  /// The end of a last line; one that the sample cuts off is not looked at.
  private func end(from at: Int) -> Int? { truncated ? nil : bytes.count }
}
