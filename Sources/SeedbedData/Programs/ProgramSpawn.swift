#if canImport(Glibc)
  public import Glibc
#elseif canImport(Musl)
  public import Musl
#else
  public import Darwin
#endif

/// Starts a program of somebody else's: no shell, given streams, and a clean set of signals.
public struct ProgramSpawn: Sendable {
  /// The program, as a path or a name on `PATH`, and its arguments.
  public var command: [String]
  /// Its environment.
  public var environment: [String: String]
  /// The folder in which it runs; nil for the present one.
  public var folder: String?
  /// Whether it leads a process group of its own, which the terminal's signals do not reach.
  public var leadsGroup: Bool
  /// The signals that it meets as if nobody had set them aside.
  public var signals: [Int32]

  /// Describes a start.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments.
  ///   - environment: Its environment.
  ///   - folder: The folder in which it runs; nil for the present one.
  ///   - leadsGroup: Whether it leads a process group of its own.
  ///   - signals: The signals that it meets as if nobody had set them aside.
  public init(
    _ command: [String],
    environment: [String: String],
    folder: String? = nil,
    leadsGroup: Bool = false,
    signals: [Int32] = [SIGPIPE]
  ) {
    self.command = command
    self.environment = environment
    self.folder = folder
    self.leadsGroup = leadsGroup
    self.signals = signals
  }

  /// Starts it.
  ///
  /// - Parameters:
  ///   - pid: Its number, where it was started.
  ///   - streams: Its standard input, output and errors.
  /// - Returns: An error number, or 0.
  public func start(_ pid: inout pid_t, streams: [Int32]) -> Int32 {
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
    if let folder {
      let moved = Self.changeFolder(&actions, to: folder)
      guard moved == 0 else { return moved }
    }
    var set = sigset_t()
    sigemptyset(&set)
    posix_spawnattr_setsigmask(&attributes, &set)
    for signal in signals { sigaddset(&set, signal) }
    posix_spawnattr_setsigdefault(&attributes, &set)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    if leadsGroup {
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= POSIX_SPAWN_SETPGROUP
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let arguments = command.map { strdup($0) }
    let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in arguments + variables { free(text) } }
    return posix_spawnp(&pid, program, &actions, &attributes, arguments + [nil], variables + [nil])
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
}
