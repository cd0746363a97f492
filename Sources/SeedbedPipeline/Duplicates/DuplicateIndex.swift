public import SeedbedData
import SeedbedKernels

/// A file of rows against which new rows are searched for duplicates, without reading the old ones
/// again.
///
/// It holds the rows' views and band keys. Adding appends a segment with its checksum; a segment
/// that was cut off, by a full disk or a lost machine, is found when the index is opened.
public struct DuplicateIndex: Sendable {
  /// The file.
  public let path: String
  /// How many rows the index has.
  public let rows: Int
  let header: IndexHeader
  private let mapped: MappedBytes
  private let segments: [IndexSegment]

  /// Opens an index and checks all of it.
  ///
  /// - Parameter path: The file.
  /// - Throws: `SeedbedError` when it cannot be read, is no index, of another format, or damaged.
  public init(path: String) throws(SeedbedError) {
    let file = try RawFile(opening: path, forWriting: false)
    try self.init(file)
  }

  init(_ file: RawFile) throws(SeedbedError) {
    path = file.path
    mapped = try file.map(count: file.size)
    header = try IndexHeader(mapped.bytes, path: path)
    var segments: [IndexSegment] = []
    var offset = IndexHeader.size, rows = 0
    while offset < mapped.bytes.count {
      let segment = IndexSegment(
        mapped.bytes,
        at: offset,
        firstRow: rows,
        bands: header.plan.bands
      )
      guard let segment else {
        throw SeedbedError(
          .data,
          "segment \(segments.count + 1) of the index `\(path)` is damaged or cut off, at byte "
            + "\(offset) of \(mapped.bytes.count)",
          hint: "the \(rows) rows before it are whole: cut the file to \(offset) bytes "
            + "(`truncate -s \(offset) FILE`) and add the others again, or make the index again"
        )
      }
      offset = segment.end
      rows += segment.rows
      guard rows < Int(Int32.max) else {
        throw SeedbedError(.data, "the index `\(path)` has more than \(Int32.max) rows")
      }
      segments.append(segment)
    }
    self.rows = rows
    self.segments = segments
  }

  /// The options with which a search can use this index; threads and limits are the defaults.
  public var options: DuplicateOptions {
    DuplicateOptions(
      threshold: header.threshold,
      recall: header.recall,
      shingling: header.shingling,
      view: TextView(keepsDigits: header.keepsDigits),
      scheme: header.scheme
    )
  }

  /// Refuses a search that compares in another way.
  func check(fits options: DuplicateOptions) throws(SeedbedError) {
    if let difference = header.difference(from: IndexHeader(options)) {
      throw SeedbedError(
        .usage,
        "the index `\(path)` was made with \(difference)",
        hint: "search with the options of the index, or make it again"
      )
    }
  }

  /// The hashes of all rows.
  func hashes() -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(rows)
    for segment in segments {
      for row in 0..<segment.rows {
        hashes.append(IndexHeader.number64(mapped.bytes, segment.hashes + row * 8))
      }
    }
    return hashes
  }

  /// Opens the views for reading.
  func reader() throws(SeedbedError) -> ViewReader {
    var places: [UInt64] = [], lengths: [UInt32] = []
    var starts: [UnsafeRawPointer?] = []
    places.reserveCapacity(rows)
    lengths.reserveCapacity(rows)
    for segment in segments {
      var offset = 0, start = 0
      for row in 0..<segment.rows {
        // The place of a view has 32 bits for its offset, so a large segment is several blocks.
        if row == 0 || offset - start > Int(Int32.max) {
          start = offset
          starts.append(mapped.bytes.baseAddress?.advanced(by: segment.views + start))
        }
        let length = IndexHeader.number32(mapped.bytes, segment.lengths + row * 4)
        places.append(UInt64(starts.count - 1) << 32 | UInt64(offset - start))
        lengths.append(length)
        offset += Int(length & ~ViewStore.exactOnly)
      }
      guard offset == segment.viewBytes else {
        throw SeedbedError(.data, "the index `\(path)` is damaged", hint: "make it again")
      }
    }
    return ViewReader(
      owners: [],
      mapped: [mapped],
      starts: starts,
      places: places,
      lengths: lengths
    )
  }

  /// Visits the keys of all rows in one band, in their order.
  func forEachKey(band: Int, _ body: (_ row: Int, _ key: UInt32) -> Void) {
    for segment in segments {
      let column = segment.keys + band * segment.rows * 4
      for row in 0..<segment.rows {
        body(segment.firstRow + row, IndexHeader.number32(mapped.bytes, column + row * 4))
      }
    }
  }
}
