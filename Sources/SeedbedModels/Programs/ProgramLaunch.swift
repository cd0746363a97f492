#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import SeedbedData
import Synchronization

/// How a program is started: no shell, its own process group, three pipes.
struct ProgramLaunch: Sendable {
  /// The ends of the pipes that are ours.
  struct Pipes {
    var pid: pid_t
    var input: Int32
    var output: Int32
    var errors: Int32
  }

  /// One start at a time, so that no program inherits another's pipes.
  private static let order = Mutex(())

  /// The program and its arguments.
  var command: [String]
  /// The folder in which it runs.
  var folder: String
  /// Its environment.
  var environment: [String: String]

  /// Starts it.
  func start() throws -> Pipes {
    try Self.order.withLock { _ in
      let ends = try (0..<3).map { _ in try Self.pipe() }
      let (input, output, errors) = (ends[0], ends[1], ends[2])
      defer { for descriptor in [input.read, output.write, errors.write] { close(descriptor) } }
      var pid: pid_t = 0
      let status = spawn(&pid, [input.read, output.write, errors.write])
      guard status == 0 else {
        for descriptor in [input.write, output.read, errors.read] { close(descriptor) }
        throw SeedbedError(
          .configuration,
          "the program `\(command.first ?? "")` cannot be started in `\(folder)`",
          hint: "check `command`: the program and each argument are entries of a list",
          cause: String(cString: strerror(status))
        )
      }
      return Pipes(pid: pid, input: input.write, output: output.read, errors: errors.read)
    }
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else {
      throw SeedbedError(
        .inputOutput,
        "no pipe to a program can be made",
        cause: String(cString: strerror(errno))
      )
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  #if canImport(Darwin)
    private static func changeFolder(
      _ actions: inout posix_spawn_file_actions_t?,
      to folder: String
    ) -> Int32 {
      posix_spawn_file_actions_addchdir_np(&actions, folder)
    }
  #else
    /// The header declares the function only for C with GNU extensions, so it is looked up by name.
    private static func changeFolder(
      _ actions: inout posix_spawn_file_actions_t,
      to folder: String
    ) -> Int32 {
      typealias Change =
        @convention(c) (UnsafeMutableRawPointer, UnsafePointer<CChar>) -> Int32
      guard let symbol = dlsym(nil, "posix_spawn_file_actions_addchdir_np") else { return ENOSYS }
      let change = unsafeBitCast(symbol, to: Change.self)
      return withUnsafeMutableBytes(of: &actions) { bytes in
        bytes.baseAddress.map { change($0, folder) } ?? EINVAL
      }
    }
  #endif

  /// Starts the program with three descriptors as its standard streams; an error number, or 0.
  private func spawn(_ pid: inout pid_t, _ streams: [Int32]) -> Int32 {
    guard let program = command.first else { return ENOENT }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, descriptor) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    let moved = Self.changeFolder(&actions, to: folder)
    guard moved == 0 else { return moved }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    posix_spawnattr_setsigmask(&attributes, &defaults)
    for signal in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let arguments = command.map { strdup($0) }
    let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in arguments + variables { free(text) } }
    return posix_spawnp(&pid, program, &actions, &attributes, arguments + [nil], variables + [nil])
  }
}

/// The system call, which the method `pipe` would hide.
private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
