#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SeedbedError {
  /// The failure of a system call on a file.
  ///
  /// - Parameters:
  ///   - verb: What was tried: `open`, `read`, `write`.
  ///   - path: The file.
  ///   - number: The call's `errno`, taken before anything else could change it.
  /// - Returns: The error.
  static func system(_ verb: String, _ path: String, _ number: Int32) -> SeedbedError {
    let hint: String? =
      switch number {
      case ENOENT: "check the path"
      case EACCES, EPERM: "check the permissions"
      case EISDIR: "it is a folder: name a file in it"
      case ENOSPC: "make room on the disk"
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
