#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A buffered file that is written whole or not at all, unless it is asked to grow in place.
final class OutputFile {
  /// How the file comes into being.
  enum Mode {
    /// Under another name, which becomes the real one on `close`; without that call it is removed.
    case whole
    /// Under its name from the start; without a call of `close` what was written stays.
    case inPlace
  }

  private static let flushBytes = 256 << 10

  let path: String
  private let mode: Mode
  /// Where the bytes go; differs from `path` when a rename follows.
  private let workPath: String
  private var target: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Opens the file; a folder, device or pipe is never replaced by a rename.
  ///
  /// The path `-` is standard output, which is written to in place and left open.
  init(path: String, mode: Mode) throws(SeedbedError) {
    self.path = path
    if path == "-" {
      self.mode = .inPlace
      (target, workPath) = (path, path)
      descriptor = dup(STDOUT_FILENO)
      guard descriptor >= 0 else { throw .system("write", "standard output", errno) }
      return
    }
    target = Self.resolved(path)
    var status = stat()
    let isSpecial = stat(target, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    if mode == .inPlace || isSpecial {
      self.mode = .inPlace
      workPath = target
      descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    } else {
      self.mode = .whole
      var number = 0
      var name = ""
      repeat {
        name = "\(target).\(getpid())-\(number).partial"
        descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        number += 1
      } while descriptor < 0 && errno == EEXIST && number < 10_000
      workPath = name
    }
    guard descriptor >= 0 else { throw .system("write", path, errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    if mode == .inPlace { try? flush() }
    _ = systemClose(descriptor)
    if mode == .whole { unlink(workPath) }
  }

  /// Adds bytes; they may be held back until there are enough of them.
  func write(_ bytes: [UInt8]) throws(SeedbedError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.flushBytes { try flush() }
  }

  /// Puts everything on the disk and gives the file its name.
  func close() throws(SeedbedError) {
    guard descriptor >= 0 else { return }
    try flush()
    if mode == .whole, fsync(descriptor) != 0 { throw .system("write", path, errno) }
    let status = systemClose(descriptor)
    descriptor = -1
    guard status == 0 else { throw failure() }
    if mode == .whole, rename(workPath, target) != 0 { throw failure() }
  }

  private func failure() -> SeedbedError {
    let error = SeedbedError.system("write", path, errno)
    if mode == .whole { unlink(workPath) }
    return error
  }

  private func flush() throws(SeedbedError) {
    var done = 0
    let descriptor = descriptor
    while done < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system("write", path, errno) }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The file behind symbolic links, so that a rename replaces it and not the link.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

/// The system call, which the method `close` would hide.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

/// The system call, which the method `write` would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
