public import SeedbedData

extension DuplicateIndex {
  /// Whether a file is an index, of whatever version, by its first bytes.
  ///
  /// - Parameter path: The file.
  /// - Returns: Whether it can be opened as one.
  /// - Throws: `SeedbedError` when the file cannot be read.
  public static func isIndex(_ path: String) throws(SeedbedError) -> Bool {
    let file = try RawFile(opening: path, forWriting: false)
    guard try file.size >= IndexHeader.magic.count else { return false }
    let start = try file.map(count: IndexHeader.magic.count)
    return start.bytes.elementsEqual(IndexHeader.magic)
  }
}
