#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import SeedbedData

/// The bytes of a file in memory, read from the disk when they are first touched.
///
/// The bytes are never written, and stay until the last user is gone; so they may cross threads.
final class MappedFile: @unchecked Sendable {
  let path: String
  let bytes: UnsafeRawBufferPointer

  init(path: String) throws(SeedbedError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure("open", path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure("read", path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SeedbedError(.inputOutput, "`\(path)` is no regular file", hint: "check the path")
    }
    let size = Int(status.st_size)
    // An empty file cannot be mapped.
    guard size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { throw Self.failure("map", path, errno) }
    bytes = UnsafeRawBufferPointer(start: base, count: size)
  }

  deinit {
    if let base = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
    }
  }

  private static func failure(_ verb: String, _ path: String, _ number: Int32) -> SeedbedError {
    SeedbedError(
      number == ENOENT ? .missingResource : .inputOutput,
      "cannot \(verb) `\(path)`",
      hint: number == ENOENT ? "check the path" : "check the permissions",
      cause: String(cString: strerror(number))
    )
  }
}
