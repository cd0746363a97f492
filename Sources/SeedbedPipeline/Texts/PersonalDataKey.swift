#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

public import SeedbedData
public import SeedbedText

/// Where the secret of surrogates comes from.
public enum PersonalDataKey {
  /// The environment variable that may hold the secret.
  public static let variable = "SEEDBED_PII_KEY"

  private static let mostBytes = 4096

  /// Takes the secret from a file, or else from the environment variable.
  ///
  /// - Parameters:
  ///   - path: The file, if one was named; line ends behind the secret do not count.
  ///   - environment: The value of the environment variable, if it is set.
  /// - Returns: The key; nil when there is neither file nor variable.
  /// - Throws: A `SeedbedError` when the file cannot be read, when others than its owner may read it,
  ///   or when the secret is shorter than sixteen bytes.
  public static func read(
    file path: String?,
    environment: String?
  ) throws(SeedbedError) -> SurrogateKey? {
    if let path { return try key(read(path), from: "`\(path)`") }
    guard let environment, !environment.isEmpty else { return nil }
    return try key(Array(environment.utf8), from: "the environment variable `\(variable)`")
  }

  private static func key(
    _ bytes: [UInt8],
    from place: String
  ) throws(SeedbedError) -> SurrogateKey {
    guard let key = SurrogateKey(bytes) else {
      throw SeedbedError(
        .configuration,
        "the key in \(place) has \(bytes.count) bytes, and at least \(SurrogateKey.minimumCount) are needed",
        hint: "make one with `head -c 32 /dev/urandom | base64 > key && chmod 600 key`"
      )
    }
    return key
  }

  private static func read(_ path: String) throws(SeedbedError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    guard status.st_mode & 0o077 == 0 else {
      throw SeedbedError(
        .configuration,
        "others than its owner have access to the key file `\(path)` "
          + "(mode 0\(String(status.st_mode & 0o777, radix: 8)))",
        hint: "run `chmod 600 \(path)`"
      )
    }
    var buffer = [UInt8](repeating: 0, count: mostBytes)
    let count = systemRead(descriptor, &buffer, mostBytes)
    guard count >= 0 else { throw failure(path, errno) }
    var bytes = Array(buffer[..<count])
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    return bytes
  }

  private static func failure(_ path: String, _ number: Int32) -> SeedbedError {
    SeedbedError(
      .inputOutput,
      "the key file `\(path)` cannot be read",
      cause: String(cString: strerror(number))
    )
  }
}

/// The system call, which the method `read` would hide.
private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
  buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, min(count, $0.count)) }
}
