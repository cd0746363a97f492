#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The rows of a Parquet file as JSON Lines, which the program `duckdb` makes while they are read.
///
/// The program gets the file as its standard input. So the path is no part of a statement, a star in a name
/// means nothing, and a file that has lost its name is read as well. What the file says is data to it: it is
/// told to load no extensions and to fetch none.
final class ParquetLines {
  /// How a Parquet file begins.
  static let mark = Array("PAR1".utf8)

  private static let statement = """
    SET autoinstall_known_extensions = false;
    SET autoload_known_extensions = false;
    SET enable_progress_bar = false;
    SET threads = 1;
    SET TimeZone = 'UTC';
    COPY (SELECT * FROM read_parquet('/dev/stdin')) TO '/dev/stdout' (FORMAT json);
    """
  /// How much of what the program says is shown.
  private static let shownBytes = 400

  private let path: String
  private let pid: pid_t
  private let output: Int32
  /// A file, as what the program says there never fills it up as it would a pipe.
  private let errors: Int32
  private var isReaped = false

  /// Starts the program.
  ///
  /// - Parameter file: The file; it is read from its start, whatever was read of it before.
  /// - Throws: A `SeedbedError` when it is no file on a disk, or the program is missing or cannot be started.
  init(_ file: FileBytes) throws(SeedbedError) {
    path = file.path
    guard file.isRegular else {
      throw SeedbedError(
        .data,
        "`\(path)` is Parquet, which is read from its end, and this is no file",
        hint: "save it to a file and name that"
      )
    }
    guard let program = ProgramPath.find("duckdb") else {
      throw SeedbedError(
        .missingResource,
        "`\(path)` is Parquet, and the program `duckdb`, which reads it, is not on the path",
        hint: "install it (`pip install duckdb-cli`), or turn the file into JSON Lines elsewhere"
      )
    }
    errors = NamelessFile.open()
    guard errors >= 0 else { throw .system("write", NamelessFile.folder, errno) }
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else {
      let number = errno
      close(errors)
      throw .system("read", path, number)
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    output = ends[0]
    // Where opening standard input anew gives the same open file, it goes on where it was left.
    _ = lseek(file.descriptor, 0, SEEK_SET)
    var pid: pid_t = 0
    let spawn = ProgramSpawn(
      [program, "-no-init", "-bail", "-c", Self.statement],
      environment: ProgramEnvironment.withoutSecrets()
    )
    let status = spawn.start(&pid, streams: [file.descriptor, ends[1], errors])
    close(ends[1])
    self.pid = pid
    guard status == 0 else {
      // Nothing runs that could be waited for.
      isReaped = true
      throw SeedbedError(
        .endpoint,
        "the program `\(program)`, which reads Parquet, cannot be started",
        hint: "install it anew (`pip install duckdb-cli`)",
        cause: String(cString: strerror(status))
      )
    }
  }

  deinit {
    // Whoever wanted the first rows only leaves a program that still writes.
    if !isReaped {
      kill(pid, SIGKILL)
      _ = wait()
    }
    close(output)
    close(errors)
  }

  /// Fills the front of `buffer`; 0 at the end of the rows.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SeedbedError) -> Int {
    guard !isReaped else { return 0 }
    while true {
      let count = systemRead(output, buffer)
      if count > 0 { return count }
      let number = errno
      if count == 0 {
        try finish()
        return 0
      }
      guard number == EINTR else { throw .system("read", path, number) }
    }
  }

  private func finish() throws(SeedbedError) {
    let status = wait()
    guard status != 0 else { return }
    let said = said()
    throw SeedbedError(
      .data,
      "`\(path)` is Parquet that `duckdb` cannot read",
      hint: "fetch the file again; if it is whole, write it again with the program that made it",
      cause: said.isEmpty ? "the program ended with status \(status)" : said
    )
  }

  private func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    isReaped = true
    return status
  }

  /// What the program said, without the statement that it repeats.
  private func said() -> String {
    var bytes = [UInt8](repeating: 0, count: Self.shownBytes)
    let count = pread(errors, &bytes, bytes.count, 0)
    guard count > 0 else { return "" }
    let first = bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: first, as: UTF8.self).replacing("/dev/stdin", with: path)
  }
}

/// The system calls, which methods of the same names would hide.
private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
