/// The one error type that the library shows to people: what happened, where, and what to do.
public struct SeedbedError: Error, Sendable, Equatable {
  /// What kind of failure it was; new codes may be added, so switch with a default.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Kind: String {
      case usage, data, configuration, inputOutput, endpoint, gate, check, missingResource
      case notFound, ledger, interrupted
    }

    private let kind: Kind

    private init(_ kind: Kind) { self.kind = kind }

    /// The words of a call are wrong: an unknown name, a value out of range.
    public static let usage = Self(.usage)
    /// The user's data cannot be read as it stands.
    public static let data = Self(.data)
    /// `seedbed.yaml` or `plan.yaml` says something that cannot be carried out.
    public static let configuration = Self(.configuration)
    /// A file or folder could not be read or written.
    public static let inputOutput = Self(.inputOutput)
    /// A model endpoint or an external program failed.
    public static let endpoint = Self(.endpoint)
    /// One of the seven rules refused to let the work go on.
    public static let gate = Self(.gate)
    /// A check of the result failed.
    public static let check = Self(.check)
    /// A language resource that the work needs is not on this machine.
    public static let missingResource = Self(.missingResource)
    /// No sample, version or batch has the name that was given.
    public static let notFound = Self(.notFound)
    /// The ledger is damaged, locked or of a newer program.
    public static let ledger = Self(.ledger)
    /// The user stopped the work; what was finished is kept.
    public static let interrupted = Self(.interrupted)

    /// The code's name, as used in JSON output.
    public var description: String { kind.rawValue }
  }

  /// The kind of failure.
  public var code: Code
  /// One sentence without a full stop: what happened to which thing; values in backticks.
  public var message: String
  /// What to do next, with the command where there is one.
  public var hint: String?
  /// The failure underneath, in its own words.
  public var cause: String?

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - code: The kind of failure.
  ///   - message: What happened to which thing, without a full stop.
  ///   - hint: What to do next.
  ///   - cause: The words of the failure underneath.
  public init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
    self.cause = cause
  }
}

extension SeedbedError: CustomStringConvertible {
  /// The message, cause and hint on lines of their own, as printed to a person.
  public var description: String {
    var lines = [message]
    if let cause { lines.append("  caused by: \(cause)") }
    if let hint { lines.append("hint: \(hint)") }
    return lines.joined(separator: "\n")
  }
}
