import SeedbedData

/// Writes requests as files that an endpoint takes whole.
///
/// A file gets its name when it is complete. Where one would be larger than the endpoint allows, another is
/// begun: `requests.jsonl`, `requests-2.jsonl`, …
public struct BatchWriter {
  /// How large one file may be.
  public struct Limits: Sendable, Hashable {
    /// The most requests of one file; OpenAI takes 50,000.
    public var requests = 50_000
    /// The most bytes of one file; OpenAI takes 100 MB.
    public var bytes = 100_000_000

    /// OpenAI's limits.
    public init() {}
  }

  /// The files that are complete.
  public private(set) var paths: [String] = []
  /// How many requests were written.
  public private(set) var count = 0

  private let path: String
  private let limits: Limits
  private var file: JSONLinesWriter?
  private var lines = 0
  private var bytes = 0
  private var buffer: [UInt8] = []

  /// Prepares writing; the first file is opened with the first request.
  ///
  /// - Parameters:
  ///   - path: The first file, such as `requests.jsonl`.
  ///   - limits: How large one file may be.
  public init(path: String, limits: Limits = Limits()) {
    self.path = path
    self.limits = limits
  }

  /// Writes a request.
  ///
  /// - Parameter request: The request.
  /// - Throws: A `SeedbedError` when a file cannot be written, or the request alone is larger than a
  ///   file may be.
  public mutating func write(_ request: BatchRequest) throws {
    let line = request.json
    buffer.removeAll(keepingCapacity: true)
    JSONWriter().write(object: line, into: &buffer)
    let size = buffer.count + 1
    guard size <= limits.bytes else {
      throw SeedbedError(
        .data,
        "request `\(request.id)` has \(size) bytes, more than a batch file may have",
        hint: "make its text shorter; a file may have \(limits.bytes) bytes"
      )
    }
    if lines >= limits.requests || bytes + size > limits.bytes { try finishFile() }
    if file == nil { file = try JSONLinesWriter(path: nextPath) }
    try file?.write(line)
    lines += 1
    bytes += size
    count += 1
  }

  /// Completes the last file.
  ///
  /// - Returns: All files in order; empty where no request was written.
  /// - Throws: A `SeedbedError` when it cannot be written.
  public mutating func close() throws -> [String] {
    try finishFile()
    return paths
  }

  private var nextPath: String {
    guard !paths.isEmpty else { return path }
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    guard let dot = path[slash...].lastIndex(of: "."), dot > slash else {
      return "\(path)-\(paths.count + 1)"
    }
    return "\(path[..<dot])-\(paths.count + 1)\(path[dot...])"
  }

  private mutating func finishFile() throws {
    guard file != nil else { return }
    let name = nextPath
    try file?.close()
    file = nil
    paths.append(name)
    (lines, bytes) = (0, 0)
  }
}
