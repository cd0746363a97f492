#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds where the row that is being read ends; keeps what it must know between chunks.
protocol RowScanner {
  /// The end of the row, its line end included; nil when it lies beyond the buffer.
  ///
  /// - Parameters:
  ///   - bytes: What is there of the row and perhaps more.
  ///   - start: How many of the bytes an earlier call has seen.
  /// - Returns: The place after the row's last byte.
  mutating func rowEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int?
}

/// A row is a line.
struct LineScanner: RowScanner {
  var lineEnd = UInt8(ascii: "\n")

  mutating func rowEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    firstIndex(of: lineEnd, in: bytes, from: start).map { $0 + 1 }
  }
}

/// The first place of a byte at or after `start`.
func firstIndex(
  of byte: UInt8,
  in bytes: UnsafeBufferPointer<UInt8>,
  from start: Int
) -> Int? {
  guard let base = bytes.baseAddress, start < bytes.count,
    let found = memchr(base + start, Int32(byte), bytes.count - start)
  else { return nil }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}
