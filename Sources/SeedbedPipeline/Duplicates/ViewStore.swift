import SeedbedData
import SeedbedKernels

/// What is kept of all rows; their views lie one behind the other in large blocks.
///
/// Blocks lie in memory up to a limit; all of them go to one unnamed temporary file when there are
/// more, and are mapped from there, so that the system may drop them from memory at any time.
struct ViewStore: Sendable {
  /// How large a block is, unless a single view is larger.
  private static let blockSize = 4 << 20

  private(set) var blocks: [ViewBlock] = []
  /// For each row the number of its block above its offset there.
  private(set) var places: [UInt64] = []
  /// For each row its length, and in the highest bit whether only exactness is compared.
  private(set) var lengths: [UInt32] = []
  /// For each row the hash of its view.
  private(set) var hashes: [UInt64] = []
  /// For each row the hash of its skeleton, when those are wanted.
  private(set) var skeletons: [Digest128?] = []
  /// The band keys of all rows, when near-duplicates are looked for.
  private(set) var keys: KeyStore
  /// How many rows are too short for the shingling.
  private(set) var backoffs = 0
  /// The bytes of all views.
  private(set) var byteCount = 0
  private let memoryLimit: Int
  private var spool: RawFile?
  private var spooled = 0

  static let exactOnly: UInt32 = 1 << 31

  init(bands: Int, memoryLimit: Int) {
    self.memoryLimit = memoryLimit
    keys = KeyStore(bands: bands, memoryLimit: memoryLimit)
  }

  var rows: Int { places.count }

  /// How many bytes the store holds in memory.
  var memory: Int {
    blocks.reduce(0) { $0 + $1.memory } + rows * (8 + 4 + 8) + skeletons.count * 17 + keys.memory
  }

  /// Adds rows.
  mutating func append(_ batch: ViewBatch) throws(SeedbedError) {
    guard rows + batch.lengths.count < Int(Int32.max) else {
      throw SeedbedError(
        .data,
        "a search for duplicates takes at most \(Int32.max) rows",
        hint: "search parts of the data, each against an index of the others"
      )
    }
    var start = 0
    for length in batch.lengths {
      let count = Int(length & ~Self.exactOnly)
      try makeRoom(for: count)
      let block = blocks[blocks.count - 1]
      places.append(UInt64(blocks.count - 1) << 32 | UInt64(block.used))
      batch.bytes.withUnsafeBytes {
        block.append(UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
      }
      start += count
    }
    byteCount += batch.bytes.count
    lengths.append(contentsOf: batch.lengths)
    hashes.append(contentsOf: batch.hashes)
    skeletons.append(contentsOf: batch.skeletons)
    if !batch.keys.isEmpty { try keys.append(batch.keys, count: batch.lengths.count) }
    backoffs += batch.backoffs
  }

  private mutating func makeRoom(for count: Int) throws(SeedbedError) {
    if let block = blocks.last, block.room >= count { return }
    if byteCount >= memoryLimit || spool != nil { try spoolBlocks() }
    blocks.append(ViewBlock(capacity: max(Self.blockSize, count)))
  }

  /// Moves the blocks that are still in memory to the temporary file.
  private mutating func spoolBlocks() throws(SeedbedError) {
    let file: RawFile
    if let spool {
      file = spool
    } else {
      file = try RawFile(temporary: ())
      spool = file
    }
    for index in blocks.indices where blocks[index].memory > 0 {
      try file.write(blocks[index].bytes, at: spooled)
      blocks[index] = ViewBlock(waitingAt: spooled, count: blocks[index].used)
      spooled += blocks[index].used
    }
  }

  /// Opens the views for reading.
  func reader() throws(SeedbedError) -> ViewReader {
    let mapped = try spool?.map(count: spooled)
    let starts = blocks.map { block in
      block.base.map { UnsafeRawPointer($0) }
        ?? mapped?.bytes.baseAddress?.advanced(by: block.offset)
    }
    return ViewReader(
      owners: blocks,
      mapped: [mapped].compactMap(\.self),
      starts: starts,
      places: places,
      lengths: lengths
    )
  }
}

/// A block of views, in memory or waiting in a file.
///
/// The store that fills it is its only writer, and has finished when readers come.
final class ViewBlock: @unchecked Sendable {
  let base: UnsafeMutableRawPointer?
  /// Where the block begins in the temporary file.
  let offset: Int
  private let capacity: Int
  private(set) var used: Int

  init(capacity: Int) {
    base = .allocate(byteCount: max(1, capacity), alignment: 16)
    offset = 0
    used = 0
    self.capacity = capacity
  }

  init(waitingAt offset: Int, count: Int) {
    base = nil
    self.offset = offset
    used = count
    capacity = 0
  }

  deinit { base?.deallocate() }

  var room: Int { capacity - used }
  var memory: Int { base == nil ? 0 : capacity }
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: used) }

  func append(_ view: UnsafeRawBufferPointer) {
    guard let base, let source = view.baseAddress else { return }
    (base + used).copyMemory(from: source, byteCount: view.count)
    used += view.count
  }
}
