public import SeedbedData
public import SeedbedLearning

/// Tags samples with a tier of difficulty and the signals that led to it.
///
/// The leading signal is the margin of a classifier that has not seen the sample, against the margins of
/// real samples; without labels it is length and careless writing. A sample made to mislead is adversarial.
/// What a person says wins over all of it.
public struct DifficultyTagger: Sendable {
  /// Below this share of real margins a sample is hard, above the other it is easy.
  private static let hardShare = 0.2
  private static let easyShare = 0.6

  private let labels: LabelModel?
  private let margins: [Double]
  private var model: DifficultyModel?
  private let noise: @Sendable (Sample) -> String
  private let isAdversarial: @Sendable (String) -> Bool

  /// The tiers that people gave to samples.
  public private(set) var people: [SampleID: Difficulty] = [:]
  /// Whether samples are compared with their neighbours, so that `tags(of:vectors:threads:)` needs vectors.
  public var needsVectors: Bool { model?.comparesNeighbors ?? false }

  /// Makes a tagger.
  ///
  /// - Parameters:
  ///   - labels: What the real data says about labels; nil where the task has none.
  ///   - noise: How carelessly a sample is written: `clean`, `light` or `heavy`.
  ///   - isAdversarial: Whether a method of this name makes samples that mislead.
  public init(
    labels: LabelModel?,
    noise: @escaping @Sendable (Sample) -> String,
    isAdversarial: @escaping @Sendable (String) -> Bool
  ) {
    self.labels = labels
    margins = labels?.realMargins ?? []
    model = nil
    self.noise = noise
    self.isAdversarial = isAdversarial
  }

  /// Makes a tagger that weighs all signals.
  ///
  /// - Parameters:
  ///   - model: What measures samples.
  ///   - noise: How carelessly a sample is written: `clean`, `light` or `heavy`.
  ///   - isAdversarial: Whether a method of this name makes samples that mislead.
  public init(
    model: DifficultyModel,
    noise: @escaping @Sendable (Sample) -> String,
    isAdversarial: @escaping @Sendable (String) -> Bool
  ) {
    labels = nil
    margins = []
    self.model = model
    self.noise = noise
    self.isAdversarial = isAdversarial
  }

  /// Takes over the tiers that people gave to samples, and what they say of the cut-offs for all others.
  ///
  /// Samples that mislead by design and very careless ones say nothing of the cut-offs, as their tier does not hang on
  /// the score alone.
  ///
  /// - Parameters:
  ///   - opinions: The tiers that people gave.
  ///   - vectors: Gives a vector for each of some samples, by the embedder of the model.
  ///   - threads: The most threads.
  /// - Throws: `CancellationError` when the task is cancelled, and what `vectors` throws.
  public mutating func learn(
    from opinions: [HumanOpinion],
    vectors: ([Sample]) async throws -> VectorTable,
    threads: Int
  ) async throws {
    for opinion in opinions { people[opinion.sample.id] = opinion.difficulty }
    let telling = opinions.filter { opinion in
      let misleads = opinion.sample.provenance.method.map { isAdversarial($0.name) } ?? false
      return opinion.difficulty != nil && !misleads && noise(opinion.sample) != "heavy"
    }
    guard telling.count >= DifficultyScale.fewestOpinions else { return }
    let table = needsVectors ? try await vectors(telling.map(\.sample)) : nil
    try await model?.learn(from: telling, vectors: table, threads: threads)
  }

  /// Tags samples by all signals, where the tagger has a model, else as `tags(of:threads:)` does.
  ///
  /// - Parameters:
  ///   - samples: Real or synthetic samples.
  ///   - vectors: A vector for each, by the embedder of the model; nil leaves neighbours out.
  ///   - threads: The most threads.
  /// - Returns: A tag for each, in order.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func tags(
    of samples: [Sample],
    vectors: VectorTable?,
    threads: Int
  ) async throws -> [DifficultyTag] {
    guard let model else { return tags(of: samples, threads: threads) }
    let signals = try await model.signals(of: samples, vectors: vectors, threads: threads)
    return zip(samples, signals).map { settled($0, measured($0, $1, model)) }
  }

  /// Tags real samples by what was measured of them when the model was made; without a model as
  /// `tags(of:threads:)` does.
  ///
  /// - Parameters:
  ///   - samples: Real samples, those that the model was made of.
  ///   - threads: The most threads.
  /// - Returns: A tag for each, in order.
  public func tags(ofReal samples: [Sample], threads: Int) -> [DifficultyTag] {
    guard let model else { return tags(of: samples, threads: threads) }
    return samples.map { settled($0, measured($0, model.signals(ofReal: $0.id), model)) }
  }

  /// The tag of a sample whose tier a person gave, however it was tagged before.
  ///
  /// - Parameter sample: A sample with the tag that it has.
  /// - Returns: The tag to put in its place; nil where nobody gave a tier.
  public func tag(byPeople sample: Sample) -> DifficultyTag? {
    guard let tier = people[sample.id] else { return nil }
    guard let tag = sample.difficulty, tag.reasons.first != Self.byPerson else {
      return DifficultyTag(tier, reasons: sample.difficulty?.reasons ?? [Self.byPerson])
    }
    return DifficultyTag(
      tier,
      reasons: [Self.byPerson, "measured as \(tag.tier.rawValue)"] + tag.reasons
    )
  }

  private static let byPerson = "a person's tag"

  private func settled(_ sample: Sample, _ tag: DifficultyTag) -> DifficultyTag {
    guard people[sample.id] != nil else { return tag }
    var tagged = sample
    tagged.difficulty = tag
    return self.tag(byPeople: tagged) ?? tag
  }

  private func measured(
    _ sample: Sample,
    _ signals: DifficultySignals?,
    _ model: DifficultyModel
  ) -> DifficultyTag {
    signals.map { tag(sample, $0, model.scale) } ?? tag(sample, score: nil)
  }

  /// The tag of a sample by its signals; what a method or a hasty hand did to it counts beside them.
  private func tag(
    _ sample: Sample,
    _ signals: DifficultySignals,
    _ scale: DifficultyScale
  ) -> DifficultyTag {
    if let method = sample.provenance.method?.name, isAdversarial(method) {
      return DifficultyTag(.adversarial, reasons: ["made by `\(method)` to mislead"])
    }
    let score = scale.score(signals)
    let share = scale.shareOfMarginsBelow(signals.margin)
    var tier = scale.tier(score)
    var reasons = [
      "score \(Self.rounded(score))",
      "margin \(Self.rounded(signals.margin)): above \(Self.percent(share)) of real samples",
    ]
    if signals.dissent > 0 {
      reasons.append("\(Self.percent(signals.dissent)) of students give another label")
    }
    if let confusion = signals.confusion, confusion > 0 {
      reasons.append("nearer to another label than to its own by \(Self.rounded(confusion))")
    }
    if scale.followsPeople { reasons.append("cut-offs moved to where people put them") }
    if noise(sample) == "heavy" {
      reasons.append("written very carelessly")
      tier = tier == .easy ? .medium : tier == .medium ? .hard : tier
    }
    return DifficultyTag(tier, reasons: reasons)
  }

  /// Tags samples.
  ///
  /// - Parameters:
  ///   - samples: Real or synthetic samples.
  ///   - threads: The most threads.
  /// - Returns: A tag for each, in order.
  public func tags(of samples: [Sample], threads: Int) -> [DifficultyTag] {
    let synthetic = samples.indices.filter { samples[$0].origin == .synthetic }
    let scored = labels?.scores(of: synthetic.map { samples[$0] }, threads: threads) ?? []
    var scores = samples.map { labels?.score(ofReal: $0.id) }
    for (index, score) in zip(synthetic, scored) { scores[index] = score }
    return zip(samples, scores).map { settled($0, tag($0, score: $1)) }
  }

  private func tag(_ sample: Sample, score: LabelModel.Score?) -> DifficultyTag {
    var reasons: [String] = []
    if let method = sample.provenance.method?.name, isAdversarial(method) {
      reasons.append("made by `\(method)` to mislead")
      return DifficultyTag(.adversarial, reasons: reasons)
    }
    var tier = Difficulty.medium
    if let score {
      let share = shareBelow(score.margin)
      reasons.append(
        "margin \(Self.rounded(score.margin)): above \(Self.percent(share)) of real samples"
      )
      tier = share < Self.hardShare ? .hard : share > Self.easyShare ? .easy : .medium
    } else {
      let words = sample.text.split(whereSeparator: \.isWhitespace).count
      reasons.append("\(words) words")
      tier = words > 60 ? .hard : words > 20 ? .medium : .easy
    }
    if noise(sample) == "heavy" {
      reasons.append("written very carelessly")
      tier = tier == .easy ? .medium : .hard
    }
    return DifficultyTag(tier, reasons: reasons)
  }

  /// The share of real margins below a margin, 0…1, by binary search.
  private func shareBelow(_ margin: Double) -> Double {
    var low = 0, high = margins.count
    while low < high {
      let middle = (low + high) / 2
      if margins[middle] < margin { low = middle + 1 } else { high = middle }
    }
    return margins.isEmpty ? 0.5 : Double(low) / Double(margins.count)
  }

  private static func rounded(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let sign = value < 0 && hundredths > 0 ? "-" : ""
    return "\(sign)\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
