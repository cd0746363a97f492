#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import SeedbedData

/// An open file that is written and read at given offsets.
final class RawFile: Sendable {
  let path: String
  private let descriptor: Int32

  /// Opens a file that exists.
  init(opening path: String, forWriting: Bool) throws(SeedbedError) {
    self.path = path
    descriptor = open(path, (forWriting ? O_RDWR : O_RDONLY) | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure("open", path, errno) }
  }

  /// Makes a file that must not exist.
  init(creating path: String) throws(SeedbedError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("create", path, errno) }
  }

  /// Makes a file without a name in the temporary folder (`TMPDIR`, or `/tmp`); it goes when
  /// closed.
  init(temporary: Void) throws(SeedbedError) {
    path = NamelessFile.folder
    descriptor = NamelessFile.open()
    guard descriptor >= 0 else { throw Self.failure("make a temporary file in", path, errno) }
  }

  deinit { close(descriptor) }

  var size: Int {
    get throws(SeedbedError) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw Self.failure("read", path, errno) }
      return Int(status.st_size)
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(SeedbedError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw Self.failure("write", path, errno)
      }
    }
  }

  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(SeedbedError) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      guard count != 0 else {
        throw SeedbedError(.inputOutput, "`\(path)` ended before its time")
      }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw Self.failure("read", path, errno)
      }
    }
  }

  /// Reads numbers into the front of a buffer.
  func read(into buffer: inout [UInt32], count: Int, at offset: Int) throws(SeedbedError) {
    do {
      try buffer.withUnsafeMutableBytes {
        try read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<(count * 4)]), at: offset)
      }
    } catch let error as SeedbedError {
      throw error
    } catch {
      throw SeedbedError(.inputOutput, "cannot read `\(path)`", cause: "\(error)")
    }
  }

  /// Maps the first bytes for reading; they stay mapped when the file is closed.
  func map(count: Int) throws(SeedbedError) -> MappedBytes {
    guard count > 0 else { return MappedBytes(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let base, base != MAP_FAILED else { throw Self.failure("map", path, errno) }
    return MappedBytes(UnsafeRawBufferPointer(start: base, count: count))
  }

  func truncate(to size: Int) throws(SeedbedError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw Self.failure("cut", path, errno) }
  }

  /// Makes sure that what was written is on the disk.
  func synchronize() throws(SeedbedError) {
    guard fsync(descriptor) == 0 else { throw Self.failure("write", path, errno) }
  }

  /// Keeps other programs from writing the file at the same time.
  func lock() throws(SeedbedError) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw SeedbedError(
        .inputOutput,
        "another program is writing `\(path)`",
        hint: "wait for it to finish"
      )
    }
  }

  private static func failure(_ verb: String, _ path: String, _ number: Int32) -> SeedbedError {
    let hint: String? =
      switch number {
      case ENOENT: "check the path"
      case EACCES, EPERM: "check the permissions"
      case EEXIST: "choose another name, or remove the file"
      case ENOSPC: "make room on the disk, or set TMPDIR to a folder on another"
      default: nil
      }
    return SeedbedError(
      .inputOutput,
      "cannot \(verb) `\(path)`",
      hint: hint,
      cause: String(cString: strerror(number))
    )
  }
}

/// Bytes of a file in memory; they stay until the last user is gone.
///
/// Nobody writes them, so they may cross threads.
final class MappedBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  deinit {
    if let base = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
    }
  }
}
