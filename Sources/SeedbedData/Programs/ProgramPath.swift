#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds programs of others, as a shell does.
public enum ProgramPath {
  /// Where a program lies.
  ///
  /// - Parameters:
  ///   - name: The program's name, without a folder.
  ///   - folders: Folders with `:` between them; nil for the variable `PATH`.
  /// - Returns: The path in the first folder that has such a program; nil where none has.
  public static func find(_ name: String, in folders: String? = nil) -> String? {
    let folders = folders ?? getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").lazy.map { "\($0)/\(name)" }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && access(path, X_OK) == 0
    }
  }
}
