/// A sample as it is handed to a tool in which people review.
public struct ReviewRow: Sendable, Hashable {
  /// The sample.
  public var sample: SampleID
  /// Its text.
  public var text: String
  /// Its label, where the task has one.
  public var label: String?
  /// The text it was made from, where there is one.
  public var sourceText: String?
  /// What the checks found, one sentence a check.
  public var verdicts: [String]
  /// The labels to choose from; empty where the task has none.
  public var labels: [String]

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - text: Its text.
  ///   - label: Its label.
  ///   - sourceText: The text it was made from.
  ///   - verdicts: What the checks found, one sentence a check.
  ///   - labels: The labels to choose from.
  public init(
    sample: SampleID,
    text: String,
    label: String? = nil,
    sourceText: String? = nil,
    verdicts: [String] = [],
    labels: [String] = []
  ) {
    self.sample = sample
    self.text = text
    self.label = label
    self.sourceText = sourceText
    self.verdicts = verdicts
    self.labels = labels
  }

  /// The labels of all rows in the order in which they first come.
  static func labels(of rows: [ReviewRow]) -> [String] {
    var seen: Set<String> = []
    return rows.flatMap(\.labels).filter { seen.insert($0).inserted }
  }
}
