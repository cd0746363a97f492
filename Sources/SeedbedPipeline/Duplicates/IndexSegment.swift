import SeedbedData
import SeedbedKernels

/// Where in an index the parts of one segment lie: what was added in one go.
///
/// Little-endian: the magic `SEGMENT1`; as 64-bit numbers the rows, the bytes of their views, the
/// hash of all that follows these numbers, and the hash of the numbers before it. Then for each row
/// the hash of its view (64 bits) and its length (32 bits; the highest says that only exactness is
/// compared), the band keys (32 bits), one column a band, and the views. Each part is filled up to
/// eight bytes.
struct IndexSegment: Sendable {
  static let magic = Array("SEGMENT1".utf8)
  static let headerSize = 40

  /// The first row's number in the index.
  var firstRow: Int
  var rows: Int
  var bands: Int
  var viewBytes: Int
  /// Where the segment begins in the file.
  var offset: Int

  var hashes: Int { offset + Self.headerSize }
  var lengths: Int { hashes + rows * 8 }
  var keys: Int { lengths + Self.padded(rows * 4) }
  var views: Int { keys + Self.padded(rows * bands * 4) }
  var end: Int { views + Self.padded(viewBytes) }

  static func padded(_ count: Int) -> Int { (count + 7) & ~7 }

  /// Reads the place of a segment and compares its checksums.
  ///
  /// - Returns: The segment; nil when it is not whole.
  init?(_ bytes: UnsafeRawBufferPointer, at offset: Int, firstRow: Int, bands: Int) {
    guard bytes.count - offset >= Self.headerSize,
      bytes[offset..<offset + 8].elementsEqual(Self.magic)
    else { return nil }
    let covered = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + 32])
    let rows = IndexHeader.number64(bytes, offset + 8)
    let viewBytes = IndexHeader.number64(bytes, offset + 16)
    // Within these bounds no sum below can overflow.
    guard hash64(Array(covered).span) == IndexHeader.number64(bytes, offset + 32),
      rows <= UInt64(Int32.max), viewBytes <= 1 << 48
    else { return nil }
    self.firstRow = firstRow
    self.rows = Int(rows)
    self.bands = bands
    self.viewBytes = Int(viewBytes)
    self.offset = offset
    guard end <= bytes.count else { return nil }
    let payload = UnsafeRawBufferPointer(rebasing: bytes[hashes..<end])
    let typed = payload.assumingMemoryBound(to: UInt8.self)
    guard hash64(typed.span) == IndexHeader.number64(bytes, offset + 24) else { return nil }
  }

  /// The bytes of a segment.
  static func bytes(
    hashes: [UInt64],
    lengths: [UInt32],
    keys: [UInt32],
    views: [UInt8]
  ) -> [UInt8] {
    var payload: [UInt8] = []
    func add(_ part: UnsafeRawBufferPointer) {
      payload += part
      payload += repeatElement(0, count: padded(part.count) - part.count)
    }
    hashes.map(\.littleEndian).withUnsafeBytes(add)
    lengths.map(\.littleEndian).withUnsafeBytes(add)
    keys.map(\.littleEndian).withUnsafeBytes(add)
    views.withUnsafeBytes(add)
    var header = magic
    for number in [UInt64(hashes.count), UInt64(views.count), hash64(payload.span)] {
      withUnsafeBytes(of: number.littleEndian) { header += $0 }
    }
    withUnsafeBytes(of: hash64(header.span).littleEndian) { header += $0 }
    return header + payload
  }
}
