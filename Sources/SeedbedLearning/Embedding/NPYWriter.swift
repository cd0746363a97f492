#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
public import SeedbedData

/// Writes vectors to a file that NumPy reads: format 1.0, little-endian `float32`, one row a vector.
///
/// Vectors go to the disk as they come; the header says how many there were once ``close()`` is
/// called. Only then does the file get its name: without that call nothing is left behind.
public final class NPYWriter {
  /// The header has room for every count, so that it can be written again at the end.
  static let headerSize = 128
  private static let flushBytes = 1 << 20

  /// How many vectors were written.
  public private(set) var count = 0

  private let path: String
  private let dimensions: Int
  private let workPath: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - path: The file, usually called `….npy`; one that exists is replaced at the end.
  ///   - dimensions: How many numbers a vector has, at least 1.
  /// - Throws: A ``SeedbedError`` when the file cannot be made.
  public init(path: String, dimensions: Int) throws(SeedbedError) {
    precondition(dimensions > 0, "a vector needs at least one number")
    self.path = path
    self.dimensions = dimensions
    var number = 0
    var name = ""
    repeat {
      name = "\(path).\(getpid())-\(number).partial"
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      number += 1
    } while descriptor < 0 && errno == EEXIST && number < 10_000
    workPath = name
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    buffer = Self.header(count: 0, dimensions: dimensions)
  }

  deinit {
    guard descriptor >= 0 else { return }
    _ = systemClose(descriptor)
    unlink(workPath)
  }

  /// Adds vectors behind the others.
  ///
  /// - Parameter table: Vectors of the file's length.
  /// - Throws: A ``SeedbedError`` when they are of another length, or the disk takes no more.
  public func append(_ table: VectorTable) throws(SeedbedError) {
    guard table.dimensions == dimensions else {
      throw SeedbedError(
        .usage,
        "`\(path)` takes vectors of \(dimensions) numbers, not of \(table.dimensions)",
        hint: "write vectors of one embedder to a file"
      )
    }
    precondition(descriptor >= 0, "the file is closed")
    for value in table.values {
      let bits = value.bitPattern
      buffer.append(UInt8(truncatingIfNeeded: bits))
      buffer.append(UInt8(truncatingIfNeeded: bits >> 8))
      buffer.append(UInt8(truncatingIfNeeded: bits >> 16))
      buffer.append(UInt8(truncatingIfNeeded: bits >> 24))
      if buffer.count >= Self.flushBytes { try flush() }
    }
    count += table.count
  }

  /// Writes the number of vectors into the header and gives the file its name.
  ///
  /// - Throws: A ``SeedbedError`` when the disk takes no more or the name cannot be given.
  public func close() throws(SeedbedError) {
    guard descriptor >= 0 else { return }
    try flush()
    buffer = Self.header(count: count, dimensions: dimensions)
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure(path, errno) }
    try flush()
    guard fsync(descriptor) == 0 else { throw Self.failure(path, errno) }
    let status = systemClose(descriptor)
    descriptor = -1
    guard status == 0, rename(workPath, path) == 0 else {
      let error = Self.failure(path, errno)
      unlink(workPath)
      throw error
    }
  }

  /// The magic number, the version, the length and the dictionary, filled up to a fixed size.
  static func header(count: Int, dimensions: Int) -> [UInt8] {
    let words = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(count), \(dimensions)), }"
    let length = headerSize - 10
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length), 0]
    bytes.append(contentsOf: words.utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: headerSize - 1 - bytes.count))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func flush() throws(SeedbedError) {
    var done = 0
    while done < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]))
      }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw Self.failure(path, errno) }
      done += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ path: String, _ number: Int32) -> SeedbedError {
    SeedbedError(
      .inputOutput,
      "cannot write `\(path)`",
      hint: number == ENOSPC ? "make room on the disk" : "check the path and the permissions",
      cause: String(cString: strerror(number))
    )
  }
}

/// The system call, which the method `close` would hide.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

/// The system call, whose name says too little beside methods that write.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
