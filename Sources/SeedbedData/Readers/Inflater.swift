import CZlib

/// Unpacks gzip data piece by piece, members one after the other included (RFC 1952).
final class Inflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var memberEnded = false

  init(path: String) throws(SeedbedError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for "gzip header expected".
    let status = inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      throw SeedbedError(.inputOutput, "cannot start to unpack `\(path)`", cause: "zlib \(status)")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks some of `input`.
  ///
  /// - Returns: How many bytes of `input` were used and how many of `output` were filled.
  func inflate(
    _ input: UnsafeMutableBufferPointer<UInt8>,
    into output: UnsafeMutableRawBufferPointer,
    path: String
  ) throws(SeedbedError) -> (used: Int, made: Int) {
    if memberEnded, let first = input.first {
      // Padding with zeros after the last member is common on tapes and accepted by gzip itself.
      guard first != 0 else { return (input.count, 0) }
      guard first == 0x1F else {
        throw Self.damaged(path, "there is something after the end of the gzip data")
      }
      inflateReset(stream)
      memberEnded = false
    }
    stream.pointee.next_in = input.baseAddress
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: output.count)
    let room = stream.pointee.avail_out
    let status = CZlib.inflate(stream, Z_NO_FLUSH)
    switch status {
    case Z_STREAM_END: memberEnded = true
    case Z_OK, Z_BUF_ERROR: break
    default:
      let words = stream.pointee.msg.map { String(cString: $0) }
      throw Self.damaged(path, words ?? "zlib \(status)")
    }
    return (input.count - Int(stream.pointee.avail_in), Int(room - stream.pointee.avail_out))
  }

  /// Says that no input is left.
  func finish(path: String) throws(SeedbedError) {
    guard memberEnded else {
      throw SeedbedError(
        .data,
        "`\(path)` ends in the middle of its gzip data",
        hint: "the file is cut off: fetch it again"
      )
    }
  }

  private static func damaged(_ path: String, _ cause: String) -> SeedbedError {
    SeedbedError(
      .data,
      "the gzip data of `\(path)` is damaged",
      hint: "fetch the file again",
      cause: cause
    )
  }
}
