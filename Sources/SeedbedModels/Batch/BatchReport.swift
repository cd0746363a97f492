import SeedbedData

/// What was found in the answers to a file of requests.
public struct BatchReport: Sendable, Hashable {
  /// Some ids: how many there are, and the first of them.
  public struct IDs: Sendable, Hashable {
    /// How many ids are named.
    public static let named = 20
    /// How many there are.
    public internal(set) var count = 0
    /// The first of them.
    public internal(set) var first: [String] = []

    mutating func add(_ id: String) {
      count += 1
      if first.count < Self.named { first.append(id) }
    }
  }

  /// How many requests there are.
  public internal(set) var requests = 0
  /// How many requests have an answer, which is stored now.
  public internal(set) var answered = 0
  /// Requests whose line says that there is no answer.
  public internal(set) var failed = IDs()
  /// Why the first of them have none, in the same order.
  public internal(set) var reasons: [String] = []
  /// Requests with more than one line; the first one counts.
  public internal(set) var repeated = IDs()
  /// Requests without a line.
  public internal(set) var missing = IDs()
  /// Lines for requests that nobody made.
  public internal(set) var unknown = IDs()
  /// Lines that cannot be read, with their place and the reason.
  public internal(set) var broken = IDs()

  /// How many requests have a line.
  public var found: Int { requests - missing.count }

  mutating func fail(_ id: String, _ reason: String) {
    failed.add(id)
    if reasons.count < IDs.named { reasons.append(reason) }
  }
}

extension BatchReport: CustomStringConvertible {
  /// The counts in one line each; what is not there is left out.
  public var description: String {
    var lines = ["\(requests) requests, \(found) with a line, \(answered) answered"]
    func add(_ ids: IDs, _ words: String) {
      guard ids.count > 0 else { return }
      let more = ids.count > ids.first.count ? ", …" : ""
      lines.append("\(ids.count) \(words): \(ids.first.joined(separator: ", "))\(more)")
    }
    add(failed, "without an answer")
    add(repeated, "with several lines, of which the first counts")
    add(missing, "without a line")
    add(unknown, "lines for unknown requests")
    add(broken, "lines that cannot be read")
    return lines.joined(separator: "\n")
  }
}
