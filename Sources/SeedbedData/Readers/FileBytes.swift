#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file, or of standard input for the path `-`, as they lie on the disk.
final class FileBytes {
  /// What messages call the file.
  let path: String
  /// The open file.
  let descriptor: Int32

  /// Opens the file.
  init(path: String, name: String? = nil) throws(SeedbedError) {
    self.path = name ?? path
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path, errno) }
  }

  /// Whether it is a file on a disk, not a pipe or a device.
  var isRegular: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// Reads up to as many bytes as fit; 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SeedbedError) -> Int {
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, base, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, base, buffer.count)
      #else
        let count = Darwin.read(descriptor, base, buffer.count)
      #endif
      if count >= 0 { return count }
      let number = errno
      guard number == EINTR else { throw .system("read", path, number) }
    }
  }
}
