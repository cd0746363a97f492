import SeedbedKernels

/// Renames values in a text where they stand as words.
enum WordRenaming {
  /// The text with every old value replaced; longer values first, so that "Ann Lee" goes before "Lee".
  ///
  /// - Parameters:
  ///   - renames: Old and new values.
  ///   - text: The text.
  ///   - isSafe: Becomes false where an old value stands inside a longer word.
  /// - Returns: The text with the new values.
  static func apply(
    _ renames: [Proposal.Rename],
    to text: String,
    _ isSafe: inout Bool
  ) -> String {
    let bytes = Array(text.utf8)
    let ordered = renames.map { (old: Array($0.old.utf8), new: $0.new) }
      .filter { !$0.old.isEmpty }
      .sorted { $0.old.count > $1.old.count }
    var result: [UInt8] = []
    var place = 0
    search: while place < bytes.count {
      for rename in ordered where bytes[place...].starts(with: rename.old) {
        let end = place + rename.old.count
        let cuts =
          (isWord(bytes, place - 1) && isWord(bytes, place))
          || (isWord(bytes, end - 1) && isWord(bytes, end))
        guard !cuts else {
          isSafe = false
          continue
        }
        result += rename.new.utf8
        place = end
        continue search
      }
      result.append(bytes[place])
      place += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isWord(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard bytes.indices.contains(place) else { return false }
    let byte = bytes[place]
    return byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
