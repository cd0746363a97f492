#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import SeedbedData

extension DuplicateSearch {
  /// Makes an index of all rows that lies in the temporary folder without a name, for one search.
  ///
  /// - Returns: The index; its room on the disk is given back with it.
  /// - Throws: `SeedbedError` when the temporary folder has no room; `CancellationError`.
  public func temporaryIndex() async throws -> DuplicateIndex {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/seedbed-index-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw SeedbedError(
        .inputOutput,
        "cannot make a temporary folder in `\(folder)`",
        hint: "make room there, or set TMPDIR to another folder",
        cause: String(cString: strerror(errno))
      )
    }
    let own = template.withUnsafeBufferPointer { name in
      name.baseAddress.map { String(cString: $0) } ?? folder
    }
    let path = own + "/rows"
    defer {
      unlink(path)
      rmdir(own)
    }
    return try await append(toIndexAt: path)
  }
}
