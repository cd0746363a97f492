import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("What learned gaps need, and which of them can be filled")
struct LearnedNeedTests {
  typealias Fixture = LearnedGapsFixture

  static func gaps(
    _ evidence: LearnedEvidence,
    supply: (Cell) -> GapEvidence.Supply = { Fixture.supply($0) }
  ) async throws -> [Gap] {
    try await LearnedFindings.find(in: evidence).gaps(in: evidence, supply: supply)
  }

  @Test("a weak cell needs what the learning curve gives, at most as many rows again as it has")
  func weak() async throws {
    let rows = Fixture.made(1500, seed: 1) { row, city in city == "y" && row % 5 < 3 }
    let evidence = LearnedEvidence(rows: rows, threads: 2)
    let weak = try #require(WeakSlices.find(in: evidence).first)
    let gap = try #require(try await Self.gaps(evidence).first { $0.kind == .weak })
    let law = try #require(evidence.labels?.powerLaw)
    #expect(gap.cell == weak.cell && gap.decision == .fill && gap.have == weak.rows)
    #expect(
      gap.deficit
        == law.rows(to: weak.otherRate, from: weak.rate.estimate, have: weak.rows, most: weak.rows)
    )
    #expect(gap.deficit <= weak.rows && gap.deficit >= WeakSlices.leastRows)
    #expect(gap.reason.contains("by the learning curve"))
    let weight = try #require(gap.weight)
    #expect(weight > 0)
    let dry = try await Self.gaps(evidence) { _ in
      GapEvidence.Supply(seeds: 2, expansions: 0, hasTransforms: true)
    }
    #expect(dry.allSatisfy { $0.decision != .fill })
  }

  /// Two labels that no word tells apart, the second a share of the first.
  static func confusable(_ share: Int) -> LearnedRows {
    let made = Fixture.made(900, seed: 3)
    let labels = made.labels.enumerated().map { $1 == "b" && $0 % share == 0 ? "d" : $1 }
    return LearnedRows(
      texts: made.texts,
      labels: labels,
      dimensions: ["label"],
      values: [labels]
    )
  }

  @Test("of two confusable labels the one with fewer rows grows to the middle label")
  func unequal() async throws {
    let rows = Self.confusable(3)
    let gap = try #require(
      try await Self.gaps(LearnedEvidence(rows: rows, threads: 2)).first { $0.kind == .confusable }
    )
    #expect(gap.cell == Fixture.cell(("label", "d")) && gap.decision == .fill)
    let sizes = ["a", "b", "c", "d"].map { name in rows.labels.count { $0 == name } }
    #expect(gap.have == sizes[3])
    // Of four labels the third by size is the middle one.
    #expect(gap.need == max(sizes[1], sizes.sorted()[2]))
    #expect(gap.reason.contains("lacks \(gap.deficit) rows"))
  }

  @Test("where both labels have as many rows as the middle one, only people can tell them apart")
  func equal() async throws {
    let made = Self.confusable(2)
    // Without the other labels there is no larger one either.
    let kept = made.texts.indices.filter { ["b", "d"].contains(made.labels[$0]) }
    let least = ["b", "d"].map { name in kept.count { made.labels[$0] == name } }.min() ?? 0
    var taken = ["b": 0, "d": 0]
    let rows = kept.filter { row in
      taken[made.labels[row], default: 0] += 1
      return (taken[made.labels[row]] ?? 0) <= least
    }
    let labels = rows.map { made.labels[$0] }
    let evidence = LearnedEvidence(
      rows: LearnedRows(
        texts: rows.map { made.texts[$0] },
        labels: labels,
        dimensions: ["label"],
        values: [labels]
      ),
      threads: 2
    )
    let gap = try #require(try await Self.gaps(evidence).first { $0.kind == .confusable })
    #expect(gap.decision == .collect && gap.deficit == 0)
    #expect(gap.reason.contains("what tells the two labels apart"))
  }

  /// Rows of three cities, and a reference set of which a part is put otherwise, or asks about something else.
  static func uncovered(
    _ dimension: String,
    _ value: String,
    isKnown: Bool = true
  ) async throws -> LearnedEvidence {
    let rows = Fixture.made(800, seed: 7)
    let alike = Fixture.made(400, seed: 8)
    let signs = ["refund", "courier", "login", "money", "parcel", "password"]
    let foreign = (0..<40).map { row in
      isKnown
        ? "\(signs[row % 6]) \(signs[(row + 1 + row % 5) % 6]) refund courier login \(row % 7)"
        : "how do I cancel the insurance of my holiday number \(row % 7)"
    }
    let texts = alike.texts + foreign
    let dimensions = ["label", dimension, "size"]
    let embedder = HashedEmbedder()
    return LearnedEvidence(
      rows: LearnedRows(
        texts: rows.texts,
        labels: rows.labels,
        dimensions: dimensions,
        values: rows.values
      ),
      vectors: try await embedder.embed(rows.texts, threads: 2),
      reference: LearnedRows(
        numbers: Array(1...texts.count),
        texts: texts,
        dimensions: dimensions,
        values: [
          texts.map { _ in "(none)" }, alike.values[1] + foreign.map { _ in value },
          alike.values[2] + foreign.map { _ in "(none)" },
        ]
      ),
      referenceVectors: try await embedder.embed(texts, threads: 2),
      threads: 2
    )
  }

  @Test("an uncovered region that a cell sets apart is filled there, by its share")
  func namedRegion() async throws {
    let evidence = try await Self.uncovered("city", "w")
    let found = try #require(try await UncoveredRegions.find(in: evidence))
    let region = try #require(found.regions.first)
    #expect(region.cell?["city"] == "w")
    let gap = try #require(
      try await Self.gaps(evidence).first { $0.kind == .uncovered && $0.cell == region.cell }
    )
    #expect(gap.decision == .fill && gap.have == 0)
    #expect(gap.need == Int((region.share.estimate * 800).rounded()))
    #expect(gap.reason.contains("by its share it would have \(gap.need) rows"))
    #expect(gap.rows.count == 5 && gap.rows.allSatisfy { $0 > 400 })
  }

  @Test("a region about something else is collected; in another language it can be translated")
  func otherSubject() async throws {
    for (dimension, decision) in [("city", GapDecision.collect), ("language", .fill)] {
      let evidence = try await Self.uncovered(dimension, "w", isKnown: false)
      let gap = try #require(try await Self.gaps(evidence).first { $0.kind == .uncovered })
      #expect(gap.decision == decision && (gap.cell[dimension] == "w") == (decision == .fill))
    }
  }

  @Test(
    "a region whose value says nothing is no cell, and is collected",
    arguments: ["(none)", "unknown"]
  )
  func unnamedRegion(city: String) async throws {
    let evidence = try await Self.uncovered("city", city)
    let gap = try #require(try await Self.gaps(evidence).first { $0.kind == .uncovered })
    #expect(gap.decision == .collect && gap.cell["city"] == nil)
    #expect(gap.reason.contains("label some of these rows"))
  }

  @Test("a weak topic is not planned: no method writes about one")
  func topics() async throws {
    let evidence = try await Fixture.withHolidays()
    let gaps = try await Self.gaps(evidence)
    let topic = try #require(gaps.first { $0.cell["topic"] != nil })
    #expect(topic.decision == .collect)
    let weight = try #require(topic.weight)
    #expect(weight > 0)
    for gap in gaps where gap.decision == .fill { #expect(gap.cell.dimensions == ["label"]) }
  }

  @Test("what no row shows has no known worth; a dimension that the log lacks keeps its own shares")
  func shares() throws {
    let rows = Fixture.made(900, seed: 13) { row, city in city == "y" && row % 2 == 0 }
    let log = Fixture.made(500, seed: 14)
    let inX = log.texts.indices.filter { log.values[1][$0] != "z" }
    let evidence = LearnedEvidence(
      rows: rows,
      reference: LearnedRows(
        texts: inX.map { log.texts[$0] },
        dimensions: log.dimensions,
        values: [
          inX.map { _ in "(none)" }, inX.map { log.values[1][$0] }, inX.map { _ in "(none)" },
        ]
      ),
      threads: 2
    )
    let errors = try #require(ExpectedErrors(evidence))
    #expect(errors.weight(of: Fixture.cell(("label", "new")), have: 0) == nil)
    #expect(errors.weight(of: Fixture.cell(("label", "new"), ("city", "x")), have: 0) == nil)
    #expect(errors.weight(of: Fixture.cell(("city", "z")), have: 300) == 0)
    let small = rows.values[2].count { $0 == "small" }
    #expect(errors.share(of: Fixture.cell(("size", "small"))) == Double(small) / 900)
    #expect(abs(errors.share(of: Fixture.cell(("city", "y"))) - 0.5) < 0.1)
    let worth = try #require(errors.weight(of: Fixture.cell(("city", "y")), have: 300))
    #expect(worth > 0)
  }
}
