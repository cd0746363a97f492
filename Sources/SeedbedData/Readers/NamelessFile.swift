#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A temporary file without a name, which goes when it is closed, also where the program is killed.
public enum NamelessFile {
  /// The folder of temporary files: `TMPDIR`, or `/tmp`.
  public static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Makes such a file; no program that is started later inherits it.
  ///
  /// - Returns: Its descriptor; below 0 where it cannot be made, and `errno` says why.
  public static func open() -> Int32 {
    var template = Array("\(folder)/seedbed-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return descriptor }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }
}
