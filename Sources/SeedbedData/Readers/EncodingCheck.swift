/// Refuses what is not text in UTF-8 by its first bytes, naming what it is.
enum EncodingCheck {
  /// A byte order mark of UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static let foreignStarts: [(bytes: [UInt8], name: String, hint: String)] = [
    (
      Array("PK\u{3}\u{4}".utf8), "a ZIP archive or a spreadsheet", "save the sheet as CSV in UTF-8"
    ),
    (ParquetLines.mark, "Parquet inside another packing", "unpack it first, with `gunzip`"),
    (Array("SQLite format 3".utf8), "an SQLite database", "export the table as CSV"),
    ([0x28, 0xB5, 0x2F, 0xFD], "packed with Zstandard", "unpack it with `zstd -d`"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "packed with xz", "unpack it with `xz -d`"),
    (Array("BZh".utf8), "packed with bzip2", "unpack it with `bzip2 -d`"),
    (Array("%PDF".utf8), "a PDF document", "extract its text first"),
  ]

  static func check(_ sample: UnsafeBufferPointer<UInt8>, path: String) throws(SeedbedError) {
    if let encoding = encoding(of: sample) {
      throw SeedbedError(
        .data,
        "`\(path)` is in \(encoding), and Seedbed reads UTF-8",
        hint: "convert it: iconv -f \(encoding) -t UTF-8 INPUT > OUTPUT"
      )
    }
    for foreign in foreignStarts where sample.starts(with: foreign.bytes) {
      throw SeedbedError(.data, "`\(path)` is \(foreign.name)", hint: foreign.hint)
    }
    // A stray NUL spoils one row; many mean that this is no text at all.
    if 10 * sample.count(where: { $0 == 0 }) > sample.count {
      throw SeedbedError(
        .data,
        "`\(path)` is not text: more than a tenth of its first bytes are NUL",
        hint: "if it is text in another encoding, convert it with iconv"
      )
    }
  }

  /// The name that iconv knows for an encoding with wide units; nil when it is none.
  private static func encoding(of sample: UnsafeBufferPointer<UInt8>) -> String? {
    if sample.starts(with: [0xFF, 0xFE, 0, 0]) || sample.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    // Without a mark: Western text has its zeros at every other byte.
    let pairs = sample.count / 2
    guard pairs > 4 else { return nil }
    var zeros = [0, 0]
    for at in 0..<(2 * pairs) where sample[at] == 0 { zeros[at & 1] += 1 }
    if 10 * zeros[1] > 7 * pairs, 10 * zeros[0] < pairs { return "UTF-16LE" }
    if 10 * zeros[0] > 7 * pairs, 10 * zeros[1] < pairs { return "UTF-16BE" }
    return nil
  }
}
