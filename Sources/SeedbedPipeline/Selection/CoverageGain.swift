public import SeedbedData
import SeedbedKernels
public import SeedbedText

/// What one round of generation brought that was not there before.
public struct CoverageGain: Sendable, Hashable {
  /// The round, from 0.
  public var round: Int
  /// How many candidates it made.
  public var candidates: Int
  /// How many of them were accepted.
  public var accepted: Int
  /// How many of those brought a pair of words or of values that no sample before them had.
  public var covering: Int

  /// The share of candidates that brought something, 0…1: neither one that is rejected nor one that says
  /// again what is there already counts.
  public var share: Double { Double(covering) / Double(max(candidates, 1)) }

  /// Makes a gain of counts.
  ///
  /// - Parameters:
  ///   - round: The round, from 0.
  ///   - candidates: How many candidates it made.
  ///   - accepted: How many of them were accepted.
  ///   - covering: How many of those brought something new.
  public init(round: Int, candidates: Int, accepted: Int, covering: Int) {
    self.round = round
    self.candidates = candidates
    self.accepted = accepted
    self.covering = covering
  }

  /// Measures a round.
  ///
  /// A sample brings something when two neighbouring words of it, in the form in which duplicates are
  /// compared, stand side by side in no sample before it, or when it is the first with a value of a
  /// dimension, or with a pair of values. No vectors are needed, and the cost is linear in the texts.
  ///
  /// - Parameters:
  ///   - round: The round, from 0.
  ///   - candidates: All candidates of the plan, of this round and those before, with their status.
  ///   - real: The real samples.
  ///   - dimensions: By what samples differ.
  public init(
    ofRound round: Int,
    _ candidates: [Candidate],
    real: [Sample],
    dimensions: DimensionSet
  ) {
    let accepted = candidates.filter { $0.status == .accepted && $0.round <= round }
      .sorted { ($0.round, $0.quota, $0.sample.id) < ($1.round, $1.quota, $1.sample.id) }
    var seen = CoveredFeatures(dimensions)
    for sample in real { seen.add(sample) }
    for candidate in accepted where candidate.round < round { seen.add(candidate.sample) }
    let mine = accepted.filter { $0.round == round }
    self.init(
      round: round,
      candidates: candidates.count { $0.round == round },
      accepted: mine.count,
      covering: mine.count { seen.add($0.sample) }
    )
  }
}

/// The pairs of words and of values that any sample had so far.
private struct CoveredFeatures {
  private let dimensions: DimensionSet
  private var seen: Set<UInt64> = []

  init(_ dimensions: DimensionSet) { self.dimensions = dimensions }

  /// Adds a sample, and says whether it brought anything.
  @discardableResult
  mutating func add(_ sample: Sample) -> Bool {
    var isNew = false
    func note(_ feature: UInt64, _ seen: inout Set<UInt64>) {
      if seen.insert(feature).inserted { isNew = true }
    }
    let text = sample.comparisonText.lowercased()
    let bytes = text.utf8Span.span
    var previous: UInt64?
    WordScanner.forEachWord(in: bytes) { range in
      let word = bytes.extracting(range)
      if let previous { note(hash64(word, seed: previous), &seen) }
      previous = hash64(word)
    }
    var values: [UInt64] = []
    for (dimension, value) in zip(dimensions.all, dimensions.values(of: DimensionInput(sample))) {
      let name = "\(dimension.name)=\(value)"
      note(hash64(name), &seen)
      for other in values { note(hash64(name, seed: other), &seen) }
      values.append(hash64(name))
    }
    return isNew
  }
}
