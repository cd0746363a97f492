import SeedbedKernels

/// The records of a CSV file that a spreadsheet program saved.
struct ReviewSheetRecords {
  /// The number of the record that was read last, from 1, as a spreadsheet counts its rows.
  private(set) var row = 0

  private let bytes: [UInt8]
  private let file: String
  private var at: Int
  private var delimiter = UInt8(ascii: ",")

  /// Looks at the beginning of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - file: The file's name, for messages.
  /// - Throws: A `SeedbedError` for another encoding than UTF-8.
  init(_ bytes: [UInt8], file: String) throws {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard !isUTF16, UTF8Validation.firstInvalidByte(in: bytes.span) == nil else {
      throw SeedbedError(
        .data,
        "`\(file)` is not UTF-8",
        hint: "save it as \"CSV UTF-8\" in the spreadsheet program"
      )
    }
    self.bytes = bytes
    self.file = file
    at = bytes.starts(with: ReviewSheet.mark) ? ReviewSheet.mark.count : 0
    readDelimiter()
  }

  /// The next record; nil at the end.
  mutating func next() throws -> [String]? {
    guard at < bytes.count else { return nil }
    row += 1
    var cells: [String] = []
    while true {
      cells.append(try cell())
      guard at < bytes.count, bytes[at] == delimiter else { break }
      at += 1
    }
    if at < bytes.count, bytes[at] == 0x0D { at += 1 }
    if at < bytes.count, bytes[at] == 0x0A { at += 1 }
    return cells
  }

  private mutating func cell() throws -> String {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
      let start = at
      while at < bytes.count, bytes[at] != delimiter, !isLineEnd(bytes[at]) { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "\"") {
        text.append(bytes[at])
      } else if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") {
        text.append(bytes[at])
        at += 1
      } else {
        at += 1
        guard at >= bytes.count || bytes[at] == delimiter || isLineEnd(bytes[at]) else {
          throw fault("there is text behind a closing quote")
        }
        return String(decoding: text, as: UTF8.self)
      }
      at += 1
    }
    throw fault("a quote opens and never closes")
  }

  private func fault(_ words: String) -> SeedbedError {
    SeedbedError(.data, "`\(file)`, row \(row): \(words)", hint: "save the sheet as CSV again")
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Takes a first line `sep=;` as programs write it, else the most frequent delimiter of the header.
  private mutating func readDelimiter() {
    let end = bytes[at...].firstIndex(where: isLineEnd) ?? bytes.count
    let line = bytes[at..<end]
    if line.count == 5, line.starts(with: "sep=".utf8), let last = line.last {
      delimiter = last
      at = end
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
      row += 1
      return
    }
    let counts = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].map { byte in
      (byte, line.count { $0 == byte })
    }
    delimiter = counts.reduce(counts[0]) { $1.1 > $0.1 ? $1 : $0 }.0
  }
}
