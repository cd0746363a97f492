import CZlib

/// How many bytes zlib's form of some bytes has (RFC 1950), at its default level 6.
///
/// The number may differ by a little between versions of zlib, which choose their matches themselves.
///
/// - Parameter bytes: What to compress.
/// - Returns: A number of bytes, or nil when zlib finds no memory.
public func deflatedByteCount(of bytes: [UInt8]) -> Int? {
  var stream = z_stream()
  let size = Int32(MemoryLayout<z_stream>.size)
  guard deflateInit_(&stream, Z_DEFAULT_COMPRESSION, ZLIB_VERSION, size) == Z_OK else { return nil }
  defer { deflateEnd(&stream) }
  var output = [UInt8](repeating: 0, count: 1 << 16)
  // What is made is only counted, so one small buffer serves for all of it.
  var made = 0
  // The length of a piece has 32 bits.
  let largest = 1 << 30
  var start = 0
  var input = bytes
  return input.withUnsafeMutableBufferPointer { input in
    repeat {
      let count = min(input.count - start, largest)
      stream.next_in = input.baseAddress.map { $0 + start }
      stream.avail_in = UInt32(count)
      start += count
      let flush = start == input.count ? Z_FINISH : Z_NO_FLUSH
      repeat {
        let status = output.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          return deflate(&stream, flush)
        }
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { return nil }
        made += output.count - Int(stream.avail_out)
      } while stream.avail_out == 0
    } while start < input.count
    return made
  }
}
