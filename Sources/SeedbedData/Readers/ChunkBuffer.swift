/// A window over a stream of bytes that grows to hold one row at a time.
///
/// This is the one place where readers own raw memory; scanners see it as a buffer that is valid
/// until the next call.
final class ChunkBuffer {
  /// What `next` found.
  enum Frame {
    /// Nothing is left.
    case none
    /// A row of so many bytes lies at the front of the window; the caller consumes it.
    case row(count: Int, ended: Bool)
    /// A row beyond the limit was stepped over; its first bytes are kept.
    case tooLong(kept: [UInt8], ended: Bool)
  }

  /// How many bytes of a row beyond the limit are kept.
  static let keptBytes = 4096

  /// The place of the window's first byte in the unpacked file.
  private(set) var offset = 0

  private let source: ByteSource
  private let chunkSize: Int
  private var memory: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0

  var path: String { source.path }
  var compressed: Bool { source.compressed }
  var isParquet: Bool { source.isParquet }

  init(path: String, name: String? = nil, chunkSize: Int) throws(SeedbedError) {
    self.chunkSize = min(max(chunkSize, 1), 64 << 20)
    source = try ByteSource(path: path, name: name, chunkSize: self.chunkSize)
    memory = .allocate(capacity: self.chunkSize)
  }

  deinit { memory.deallocate() }

  /// The bytes that were read and not consumed.
  var window: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory)[start..<end])
  }

  /// Drops bytes from the front of the window.
  func consume(_ count: Int) {
    start += count
    offset += count
  }

  /// Reads more into the window; false at the end of the file.
  func fill() throws(SeedbedError) -> Bool {
    makeRoom()
    let room = UnsafeMutableRawBufferPointer(
      UnsafeMutableBufferPointer(rebasing: memory[end..<(end + chunkSize)])
    )
    let count = try source.read(into: room)
    end += count
    return count > 0
  }

  /// Reads until the window has `count` bytes or the file ends.
  ///
  /// - Returns: Whether the file has ended.
  func fill(to count: Int) throws(SeedbedError) -> Bool {
    while end - start < count {
      guard try fill() else { return true }
    }
    return false
  }

  /// The next byte that is no white space, after dropping that; nil at the end of the file.
  func firstByte() throws(SeedbedError) -> UInt8? {
    while true {
      let window = window
      if let at = window.firstIndex(where: { !JSONShape.isSpace($0) }) {
        consume(at)
        return window[at]
      }
      consume(window.count)
      guard try fill() else { return nil }
    }
  }

  /// Finds the row at the front of the window, reading as much as it takes.
  func next(_ scanner: inout some RowScanner, limit: Int) throws(SeedbedError) -> Frame {
    var scanned = 0
    while true {
      let window = window
      if let count = scanner.rowEnd(in: window, from: scanned) {
        guard count > limit else { return .row(count: count, ended: true) }
        let kept = Array(window.prefix(Self.keptBytes))
        consume(count)
        return .tooLong(kept: kept, ended: true)
      }
      scanned = window.count
      if scanned > limit { return try skipRow(&scanner) }
      guard try fill() else {
        return scanned == 0 ? .none : .row(count: scanned, ended: false)
      }
    }
  }

  /// Steps over the rest of a row whose bytes in the window were all scanned.
  private func skipRow(_ scanner: inout some RowScanner) throws(SeedbedError) -> Frame {
    let kept = Array(window.prefix(Self.keptBytes))
    while true {
      consume(end - start)
      guard try fill() else { return .tooLong(kept: kept, ended: false) }
      if let count = scanner.rowEnd(in: window, from: 0) {
        consume(count)
        return .tooLong(kept: kept, ended: true)
      }
    }
  }

  /// Moves the window to the front and grows the memory so that a whole chunk fits behind it.
  private func makeRoom() {
    guard memory.count - end < chunkSize else { return }
    let count = end - start
    var target = memory
    if memory.count - count < chunkSize {
      target = .allocate(capacity: max(2 * memory.count, count + chunkSize))
    }
    if let from = memory.baseAddress, let to = target.baseAddress, count > 0 {
      // Bytes are trivial, so that an overlapping move is a plain memmove.
      to.update(from: from + start, count: count)
    }
    if target.baseAddress != memory.baseAddress {
      memory.deallocate()
      memory = target
    }
    start = 0
    end = count
  }
}
