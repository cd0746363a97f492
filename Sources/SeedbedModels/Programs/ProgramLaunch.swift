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
      let spawn = ProgramSpawn(
        command,
        environment: environment,
        folder: folder,
        leadsGroup: true,
        signals: [SIGPIPE, SIGINT, SIGTERM]
      )
      let status = spawn.start(&pid, streams: [input.read, output.write, errors.write])
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
}

/// The system call, which the method `pipe` would hide.
private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
