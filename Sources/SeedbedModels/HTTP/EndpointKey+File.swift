import SeedbedData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension EndpointKey {
  /// The most bytes of a file that holds nothing but a key.
  private static let longest = 16 << 10

  /// Reads the key that settings name; nil where they name none.
  init?(_ settings: ModelSettings, environment: [String: String]) throws {
    if let variable = settings.keyVariable {
      try self.init(variable: variable, in: environment)
    } else if let path = settings.keyFile {
      try self.init(file: path, home: environment["HOME"])
    } else {
      return nil
    }
  }

  /// Reads a key from a file that nobody but its owner can read.
  init(file path: String, home: String? = nil) throws(SeedbedError) {
    let isUnderHome = path.hasPrefix("~/") && home != nil
    let place = isUnderHome ? (home ?? "") + path.dropFirst(1) : path
    // Without waiting, so that a pipe in the key's place holds nothing up.
    let descriptor = open(place, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Self.refusal(path, "cannot be read", hint: "check the path", cause: errno)
    }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else {
      throw Self.refusal(path, "cannot be looked at", hint: "check the path", cause: errno)
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      throw Self.refusal(path, "is no regular file", hint: "name a file with nothing but the key")
    }
    guard facts.st_uid == geteuid() else {
      throw Self.refusal(path, "belongs to somebody else", hint: "make a copy that is yours")
    }
    guard facts.st_mode & 0o077 == 0 else {
      throw Self.refusal(path, "can be read by others", hint: "run: chmod 600 \(path)")
    }
    var bytes = [UInt8](repeating: 0, count: Self.longest + 1)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0, count <= Self.longest else {
      throw Self.refusal(path, "holds no key", hint: "write the key into it, on one line")
    }
    var key = bytes[..<count]
    while key.last == 0x0A || key.last == 0x0D { key.removeLast() }
    guard !key.isEmpty, key.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Self.refusal(
        path,
        "holds no key, or characters that no key has",
        hint: "write the key into it, on one line and without quotes"
      )
    }
    self.init(String(decoding: key, as: UTF8.self))
  }

  private static func refusal(
    _ path: String,
    _ words: String,
    hint: String,
    cause: Int32? = nil
  ) -> SeedbedError {
    SeedbedError(
      .configuration,
      "the key file `\(path)` \(words)",
      hint: hint,
      cause: cause.map { String(cString: strerror($0)) }
    )
  }
}
