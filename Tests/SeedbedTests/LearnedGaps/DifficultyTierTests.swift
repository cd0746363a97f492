import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("Tiers of difficulty")
struct DifficultyTierTests {
  typealias Fixture = LearnedGapsFixture

  static func signals(
    _ margin: Double,
    dissent: Double = 0,
    other: Double? = nil,
    rarity: Double = 0.1,
    constraints: Int = 0,
    words: Int = 10
  ) -> DifficultySignals {
    DifficultySignals(
      margin: margin,
      dissent: dissent,
      nearestSame: other.map { _ in 0.5 },
      nearestOther: other,
      rarity: rarity,
      constraints: constraints,
      words: words
    )
  }

  @Test(
    "each signal alone makes a row harder, and real rows fall into the tiers by their quantiles"
  )
  func scale() {
    let real = (0..<200).map { index -> DifficultySignals in
      let share = Double(199 - index) / 200
      return Self.signals(
        1 - share,
        dissent: share,
        other: share,
        rarity: share,
        constraints: (199 - index) / 40,
        words: 200 - index
      )
    }
    let scale = DifficultyScale(real)
    var counts: [Difficulty: Int] = [:]
    for signals in real { counts[scale.tier(scale.score(signals)), default: 0] += 1 }
    #expect(counts == [.easy: 100, .medium: 60, .hard: 30, .adversarial: 10])
    let base = Self.signals(0.5, dissent: 0.5, other: 0.5, rarity: 0.5, constraints: 2, words: 100)
    var harder = (0..<6).map { _ in base }
    harder[0].margin = 0.2
    harder[1].dissent = 0.8
    harder[2].nearestOther = 0.8
    harder[3].rarity = 0.8
    harder[4].constraints = 4
    harder[5].words = 180
    for signals in harder { #expect(scale.score(signals) > scale.score(base)) }
    // Without vectors the other signals share the whole weight.
    let plain = Self.signals(-1, dissent: 1, rarity: 1, constraints: 9, words: 999)
    #expect(scale.score(plain) == 1)
    #expect(DifficultyScale([]).score(plain) == 0.5)
  }

  /// Scores from 0 to 1 in random order with the tiers of somebody who cuts at some places, and is now and then
  /// one tier off.
  private static func opinions(
    _ count: Int,
    cuts: [Double],
    slips: Double,
    draw: UInt64
  ) -> [(score: Double, tier: Difficulty)] {
    var random = CounterRandom(seed: 21, sample: draw, operation: 3, draw: 0)
    return (0..<count).map { _ in
      let score = random.unit()
      var tier = cuts.count { score >= $0 }
      if random.chance(slips) { tier += random.chance(0.5) ? 1 : -1 }
      return (score, Difficulty.allCases[min(3, max(0, tier))])
    }
  }

  private static let even = DifficultyScale(
    (0..<1000).map { signals(1 - Double($0) / 1000, rarity: 0, words: 5) },
    weights: weights
  )
  private static var weights: DifficultyScale.Weights {
    var weights = DifficultyScale.Weights()
    (weights.dissent, weights.rarity, weights.constraints, weights.length) = (0, 0, 0, 0)
    return weights
  }

  @Test("people who see rows as easier move the cut-offs to where they put them")
  func people() {
    var scale = Self.even
    #expect(abs(scale.limits.easy - 0.5) < 0.01 && abs(scale.limits.hard - 0.95) < 0.01)
    scale.learn(from: Self.opinions(150, cuts: [0.7, 0.9, 0.97], slips: 0.1, draw: 1))
    #expect(scale.followsPeople)
    #expect(abs(scale.limits.easy - 0.7) < 0.04, "\(scale.limits)")
    #expect(scale.limits.easy <= scale.limits.medium && scale.limits.medium <= scale.limits.hard)
    // Whoever calls everything easy leaves no other tier.
    var all = Self.even
    all.learn(from: Self.opinions(60, cuts: [], slips: 0, draw: 2))
    #expect(all.tier(0.94) == .easy)
  }

  @Test("people who see rows as the quantiles do, with slips, hardly ever move them")
  func slips() {
    let moved = (0..<400).count { draw in
      var scale = Self.even
      scale.learn(from: Self.opinions(60, cuts: [0.5, 0.8, 0.95], slips: 0.3, draw: UInt64(draw)))
      return scale.followsPeople
    }
    #expect(moved <= 20, "\(moved) of 400")
    var few = Self.even
    few.learn(from: Self.opinions(19, cuts: [], slips: 0, draw: 3))
    #expect(!few.followsPeople)
  }

  @Test("a validation counts the right ones in each tier, and sees where they do not fall")
  func validation() {
    let tiers: [Difficulty] = [.easy, .easy, .hard, .hard, .adversarial]
    let good = DifficultyValidation(tiers, isRight: [true, true, true, false, false])
    #expect(good.tiers.map(\.tier) == [.easy, .hard, .adversarial])
    #expect(good.tiers.map(\.accuracy.estimate) == [1, 0.5, 0] && good.falls)
    #expect(!DifficultyValidation(tiers, isRight: [true, false, true, false, false]).falls)
  }

  @Test(
    "students of other kinds are right less often from tier to tier on held-out real rows",
    .enabled(if: Fixture.shared != nil, "\(Fixture.isMissing)"),
    arguments: ["banking77", "emotion", "ag-news"]
  )
  func heldOut(name: String) async throws {
    let (train, test) = try Fixture.parts(name)
    let real = try Fixture.samples(train)
    let held = try Fixture.samples(test)
    let groups = Array(real.indices)
    let labels = try #require(
      LabelModel(real, groups: groups, examples: [], quantile: 0.05, threads: 2)
    )
    let embedder = HashedEmbedder()
    let vectors = try await embedder.embed(train.texts, threads: 2)
    let heldVectors = try await embedder.embed(test.texts, threads: 2)
    let model = try await DifficultyModel(
      real,
      groups: groups,
      labels: labels,
      vectors: vectors,
      threads: 2
    )
    func tiers(_ samples: [Sample]) async throws -> [Difficulty] {
      try await model.signals(of: samples, vectors: heldVectors, threads: 2)
        .map { $0.map { model.scale.tier(model.scale.score($0)) } ?? .medium }
    }
    let known = try await tiers(held)
    // The same without the label: as if the classifier's own answer were right.
    let guesses = labels.scores(of: held, threads: 2).map { $0?.best ?? "" }
    let blind = try await tiers(try Fixture.samples((test.texts, guesses)))
    let classes = labels.classes
    let y = train.labels.map { classes.firstIndex(of: $0) ?? 0 }
    let words = TextClassifier.fit(train.texts, y, classCount: classes.count, threads: 2)
      .predict(test.texts, threads: 2)
    let near = try await CosineSearch.nearest(heldVectors, in: vectors, count: 10, threads: 2)
    let neighbors = near.map { list in
      var votes: [Int: Int] = [:]
      for neighbor in list { votes[y[neighbor.index], default: 0] += 1 }
      return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }
    for (student, predicted) in [("words", words), ("neighbours", neighbors)] {
      let isRight = zip(predicted, test.labels).map { classes[$0] == $1 }
      for (kind, found) in [("labels", known), ("no labels", blind)] {
        let validation = DifficultyValidation(found, isRight: isRight)
        let cells = validation.tiers.map {
          "\($0.tier.rawValue) \($0.rows): \(($0.accuracy.estimate * 1000).rounded() / 10)"
        }
        print("| \(name) | \(student) | \(kind) | \(cells.joined(separator: " | ")) |")
        if kind == "labels" {
          #expect(validation.tiers.count == 4)
          #expect(validation.falls, "\(name) \(student) \(cells)")
        } else {
          // An answer is seldom far from itself, so few rows are in the last tiers.
          let rates = validation.tiers.filter { $0.rows >= 50 }.map(\.accuracy.estimate)
          #expect(rates.count >= 2 && rates == rates.sorted(by: >), "\(name) \(student) \(cells)")
        }
      }
    }
  }
}
