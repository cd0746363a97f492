#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What came through standard input, on disk for as long as somebody holds on to it.
///
/// The file loses its name at once, so nothing stays behind however the program ends.
public final class SpooledInput: Sendable {
  /// A path under which the bytes can be opened and read from the start, again and again.
  public var path: String { "/dev/fd/\(descriptor)" }

  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Copies standard input to its end.
  ///
  /// - Returns: The copy.
  /// - Throws: A `SeedbedError` when the temporary folder (`TMPDIR`, or `/tmp`) cannot be written or
  ///   standard input cannot be read.
  public static func standardInput() throws(SeedbedError) -> SpooledInput {
    let folder = NamelessFile.folder
    let descriptor = NamelessFile.open()
    guard descriptor >= 0 else { throw .system("write", folder, errno) }
    let spool = SpooledInput(descriptor: descriptor)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system("read", "standard input", errno) }
      guard count > 0 else { return spool }
      var done = 0
      while done < count {
        let written = buffer.withUnsafeBytes { bytes in
          let rest = UnsafeRawBufferPointer(rebasing: bytes[done..<count])
          return write(descriptor, rest.baseAddress, rest.count)
        }
        if written < 0, errno == EINTR { continue }
        guard written >= 0 else { throw .system("write", folder, errno) }
        done += written
      }
    }
  }
}
