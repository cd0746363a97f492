public import SeedbedData
public import SeedbedLearning

/// Measures how hard rows are for what learns from the real data.
///
/// Everything is out of fold: a real row, and what is made from it, is judged by students that have seen
/// nothing of its group.
public struct DifficultyModel: Sendable {
  /// What is usual among the real rows.
  public private(set) var scale: DifficultyScale
  private let labels: LabelModel
  private let committee: StudentCommittee
  private let rarity: WordRarity
  private let neighbors: DifficultyNeighbors?
  private let groupOf: [String: Int]
  private var real: [SampleID: DifficultySignals] = [:]

  /// Trains the students and sets the scale.
  ///
  /// - Parameters:
  ///   - samples: Real labelled samples, those that the label model was trained on.
  ///   - groups: The group of near-duplicates of each sample.
  ///   - labels: What the real data says about labels.
  ///   - vectors: A vector for each sample, or nil.
  ///   - threads: The most threads; the result does not depend on it.
  /// - Throws: `CancellationError` when the task is cancelled.
  public init(
    _ samples: [Sample],
    groups: [Int],
    labels: LabelModel,
    vectors: VectorTable? = nil,
    threads: Int
  ) async throws {
    precondition(groups.count == samples.count, "difficulty needs one group a sample")
    precondition(vectors == nil || vectors?.count == samples.count, "vectors need one a sample")
    self.labels = labels
    committee = StudentCommittee(samples, labels, threads: threads)
    rarity = WordRarity(samples.map(\.text))
    neighbors = vectors.map {
      DifficultyNeighbors($0, labels: samples.map { $0.label ?? "" }, groups: groups)
    }
    groupOf = Dictionary(zip(samples.map(\.id.hex), groups)) { first, _ in first }
    scale = DifficultyScale([])
    let signals = try await signals(of: samples, vectors: vectors, threads: threads)
    scale = DifficultyScale(signals.compactMap(\.self))
    for (sample, signals) in zip(samples, signals) { real[sample.id] = signals }
  }

  /// Whether rows are compared with their neighbours among the real ones, for which vectors are needed.
  public var comparesNeighbors: Bool { neighbors != nil }

  /// What was measured of a real sample when the scale was set.
  ///
  /// - Parameter id: The sample's id.
  /// - Returns: Nil for a sample that is none of those.
  public func signals(ofReal id: SampleID) -> DifficultySignals? { real[id] }

  /// Moves the cut-offs of the scale to where people put them, as far as they say so beyond chance.
  ///
  /// - Parameters:
  ///   - opinions: The tiers that people gave to samples.
  ///   - vectors: A vector for each sample, by the embedder of the real ones; nil leaves neighbours out.
  ///   - threads: The most threads.
  /// - Throws: `CancellationError` when the task is cancelled.
  public mutating func learn(
    from opinions: [HumanOpinion],
    vectors: VectorTable?,
    threads: Int
  ) async throws {
    let signals = try await signals(of: opinions.map(\.sample), vectors: vectors, threads: threads)
    scale.learn(
      from: zip(opinions, signals).compactMap { opinion, signals in
        guard let signals, let tier = opinion.difficulty else { return nil }
        return (scale.score(signals), tier)
      }
    )
  }

  /// Measures samples.
  ///
  /// - Parameters:
  ///   - samples: Real or synthetic samples.
  ///   - vectors: A vector for each, by the embedder of the real ones; nil leaves neighbours out.
  ///   - threads: The most threads.
  /// - Returns: The signals of each sample; nil where its label is unknown.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func signals(
    of samples: [Sample],
    vectors: VectorTable? = nil,
    threads: Int
  ) async throws -> [DifficultySignals?] {
    let numbers = Dictionary(uniqueKeysWithValues: labels.classes.enumerated().map { ($1, $0) })
    // A row of its own, or the one that it was made from.
    let sources = samples.map { sample in
      labels.rowOf[sample.id.hex] == nil ? sample.provenance.source.id : sample.id.hex
    }
    let folds = sources.map { labels.rowOf[$0].map { labels.outOfFold.foldOf[$0] } }
    let unseen = labels.scores(of: samples, threads: threads)
    let scores = samples.indices.map { labels.score(ofReal: samples[$0].id) ?? unseen[$0] }
    let votes = committee.votes(on: samples.map(\.text), folds: folds, threads: threads)
    var near: [(same: Double, other: Double)?] = samples.map { _ in nil }
    if let neighbors, let vectors {
      near = try await neighbors.nearest(
        vectors,
        labels: samples.map { $0.label ?? "" },
        groups: sources.map { groupOf[$0] },
        threads: threads
      )
    }
    return samples.indices.map { index in
      let sample = samples[index]
      guard let score = scores[index], let label = sample.label.flatMap({ numbers[$0] }) else {
        return nil
      }
      let against = votes[index].count { $0 != label } + (score.margin < 0 ? 1 : 0)
      let (rare, words) = rarity.measure(sample.text, isOwn: groupOf[sample.id.hex] != nil)
      return DifficultySignals(
        margin: score.margin,
        dissent: Double(against) / Double(votes[index].count + 1),
        nearestSame: near[index]?.same,
        nearestOther: near[index]?.other,
        rarity: rare,
        constraints: ConstraintWords.count(in: sample.text),
        words: words
      )
    }
  }
}
