/// Reads the views of rows from any thread.
///
/// The pointers lead into blocks and mappings that the reader keeps alive and nobody writes any
/// more.
struct ViewReader: @unchecked Sendable {
  private var owners: [ViewBlock]
  private var mapped: [MappedBytes]
  private var starts: [UnsafeRawPointer?]
  private var places: [UInt64]
  private var lengths: [UInt32]

  init(
    owners: [ViewBlock],
    mapped: [MappedBytes],
    starts: [UnsafeRawPointer?],
    places: [UInt64],
    lengths: [UInt32]
  ) {
    self.owners = owners
    self.mapped = mapped
    self.starts = starts
    self.places = places
    self.lengths = lengths
  }

  var rows: Int { places.count }

  /// The view of a row, valid as long as the reader.
  @inline(__always)
  subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
    let place = places[row]
    let start = starts[Int(truncatingIfNeeded: place >> 32)]
    let offset = Int(truncatingIfNeeded: place & 0xffff_ffff)
    let count = Int(lengths[row] & ~ViewStore.exactOnly)
    return UnsafeBufferPointer(
      start: start?.advanced(by: offset).assumingMemoryBound(to: UInt8.self),
      count: count
    )
  }

  /// Whether a row is compared for exactness only.
  @inline(__always)
  func isExactOnly(_ row: Int) -> Bool { lengths[row] & ViewStore.exactOnly != 0 }

  /// The rows of this reader, followed by those of another.
  func followed(by other: ViewReader) -> ViewReader {
    var joined = self
    let shift = UInt64(starts.count) << 32
    joined.owners += other.owners
    joined.mapped += other.mapped
    joined.starts += other.starts
    joined.places.reserveCapacity(rows + other.rows)
    for place in other.places { joined.places.append(place + shift) }
    joined.lengths += other.lengths
    return joined
  }
}
