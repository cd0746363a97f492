public import SeedbedData

/// The decisions that stand: those on record, less those that were taken back.
public struct ReviewLog: Sendable {
  /// The decisions on each sample, in the order of their numbers.
  private var bySample: [SampleID: [ReviewDecision]] = [:]
  private var sampleOf: [Int: SampleID] = [:]
  /// The number of the last line of the record that was read.
  public private(set) var lastNumber = 0

  /// Reads a record.
  ///
  /// - Parameter events: The lines of the record, in their order.
  public init(_ events: [ReviewEvent] = []) { read(events) }

  /// Reads on.
  ///
  /// - Parameter events: The lines that follow, in their order.
  public mutating func read(_ events: [ReviewEvent]) {
    for event in events {
      lastNumber = max(lastNumber, event.number)
      switch event {
      case .decided(let decision):
        bySample[decision.sample, default: []].append(decision)
        if let number = decision.number { sampleOf[number] = decision.sample }
      case .withdrawn(let number, _, _, _):
        guard let sample = sampleOf.removeValue(forKey: number) else { continue }
        bySample[sample]?.removeAll { $0.number == number }
        if bySample[sample]?.isEmpty == true { bySample[sample] = nil }
      }
    }
  }

  /// The samples with decisions that stand, by id.
  public var samples: [SampleID] { bySample.keys.sorted() }

  /// All decisions that stand, in the order of their numbers.
  public var decisions: [ReviewDecision] {
    bySample.values.flatMap(\.self).sorted { ($0.number ?? 0) < ($1.number ?? 0) }
  }

  /// The decisions on a sample that stand.
  ///
  /// - Parameter sample: The sample.
  /// - Returns: The decisions in the order of their numbers.
  public func decisions(on sample: SampleID) -> [ReviewDecision] { bySample[sample] ?? [] }

  /// The last word of each person on a sample.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - counts: Which decisions count.
  /// - Returns: One decision a person, sorted by their names.
  public func lastWords(
    on sample: SampleID,
    where counts: (ReviewDecision) -> Bool = { _ in true }
  ) -> [ReviewDecision] {
    guard let all = bySample[sample] else { return [] }
    var last: [String: ReviewDecision] = [:]
    for decision in all where counts(decision) { last[decision.author] = decision }
    return last.values.sorted { $0.author < $1.author }
  }

  /// What a person finds of how hard samples are; the last word counts, of whoever it is.
  ///
  /// A difficulty that came with a fix is that of the sample that the fix made.
  public var difficulties: [SampleID: Difficulty] {
    var found: [SampleID: Difficulty] = [:]
    for decision in decisions {
      guard let tier = decision.correction?.difficulty else { continue }
      found[decision.replacement ?? decision.sample] = tier
    }
    return found
  }
}
