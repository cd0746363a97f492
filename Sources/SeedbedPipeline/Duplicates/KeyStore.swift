import SeedbedData

/// The band keys of all rows, in blocks of rows with one column a band each.
///
/// Full blocks lie in memory up to a limit, and in an unnamed temporary file beyond it.
struct KeyStore: Sendable {
  /// How many rows a block has.
  static let blockRows = 4096

  let bands: Int
  private(set) var rows = 0
  private var blocks: [KeyBlock] = []
  private let memoryLimit: Int
  private var spool: RawFile?

  init(bands: Int, memoryLimit: Int) {
    self.bands = bands
    self.memoryLimit = memoryLimit
  }

  private var blockBytes: Int { Self.blockRows * bands * 4 }

  /// How many bytes the keys hold in memory.
  var memory: Int { blocks.count { $0.base != nil } * blockBytes }

  /// Adds the keys of some rows.
  ///
  /// - Parameters:
  ///   - keys: One column a band.
  ///   - count: How many rows.
  /// - Throws: `SeedbedError` when the temporary folder has no room.
  mutating func append(_ keys: [UInt32], count: Int) throws(SeedbedError) {
    var start = 0
    while start < count {
      let used = rows % Self.blockRows
      if used == 0 {
        if (blocks.count + 1) * blockBytes > memoryLimit { try spoolBlocks() }
        blocks.append(KeyBlock(capacity: Self.blockRows * bands))
      }
      let part = min(count - start, Self.blockRows - used)
      let block = blocks[blocks.count - 1]
      for band in 0..<bands {
        let column = keys[band * count + start..<band * count + start + part]
        block.write(column, at: band * Self.blockRows + used)
      }
      start += part
      rows += part
    }
  }

  /// Moves the blocks that are in memory, all full, to the temporary file.
  private mutating func spoolBlocks() throws(SeedbedError) {
    let file: RawFile
    if let spool {
      file = spool
    } else {
      file = try RawFile(temporary: ())
      spool = file
    }
    for index in blocks.indices {
      guard let base = blocks[index].base else { continue }
      let bytes = UnsafeRawBufferPointer(start: base, count: blockBytes)
      try file.write(bytes, at: index * blockBytes)
      blocks[index] = KeyBlock.spooled
    }
  }

  /// Visits the keys of some rows in one band, in their order.
  func forEach(
    band: Int,
    rows range: Range<Int>,
    _ body: (_ row: Int, _ key: UInt32) -> Void
  ) throws(SeedbedError) {
    var buffer: [UInt32] = []
    var row = range.lowerBound
    while row < range.upperBound {
      let block = row / Self.blockRows, first = row % Self.blockRows
      let count = min(range.upperBound - row, Self.blockRows - first)
      let place = band * Self.blockRows + first
      if let base = blocks[block].base {
        for index in 0..<count { body(row + index, base[place + index]) }
      } else if let spool {
        if buffer.isEmpty { buffer = Array(repeating: 0, count: Self.blockRows) }
        try spool.read(into: &buffer, count: count, at: block * blockBytes + place * 4)
        for index in 0..<count { body(row + index, buffer[index]) }
      }
      row += count
    }
  }
}

/// Band keys in memory, or the mark of those in a file.
///
/// The store that fills a block is its only writer, and has finished when readers come.
final class KeyBlock: @unchecked Sendable {
  static let spooled = KeyBlock(capacity: 0)

  let base: UnsafeMutablePointer<UInt32>?

  init(capacity: Int) {
    base = capacity > 0 ? .allocate(capacity: capacity) : nil
    base?.initialize(repeating: 0, count: capacity)
  }

  deinit { base?.deallocate() }

  func write(_ keys: ArraySlice<UInt32>, at place: Int) {
    keys.withUnsafeBufferPointer { keys in
      guard let base, let source = keys.baseAddress else { return }
      (base + place).update(from: source, count: keys.count)
    }
  }
}
