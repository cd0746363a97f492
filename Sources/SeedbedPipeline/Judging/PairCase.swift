public import SeedbedData

/// Two texts of which a judge is to name the better one.
public struct PairCase: Sendable, Hashable {
  /// Which of the two.
  public enum Side: String, Sendable, CaseIterable {
    /// The first of the case, wherever it is shown.
    case first
    /// The second of the case.
    case second
  }

  /// What names the case, in records and for chance.
  public var id: String
  /// What the samples are for.
  public var task: TaskKind
  /// What both were written for, such as an instruction; empty where there is nothing.
  public var text: String
  /// One of the two.
  public var first: String
  /// The other.
  public var second: String
  /// What they are to be held against.
  public var evidence: [JudgedCase.Evidence]

  /// Makes a pair.
  ///
  /// - Parameters:
  ///   - id: What names the case.
  ///   - task: What the samples are for.
  ///   - text: What both were written for.
  ///   - first: One of the two.
  ///   - second: The other.
  ///   - evidence: What they are to be held against.
  public init(
    id: String,
    task: TaskKind,
    text: String,
    first: String,
    second: String,
    evidence: [JudgedCase.Evidence] = []
  ) {
    self.id = id
    self.task = task
    self.text = text
    self.first = first
    self.second = second
    self.evidence = evidence
  }

  /// Every text that a judge may quote.
  var quotable: [String] { [text, first, second] + evidence.map(\.text) }
}
