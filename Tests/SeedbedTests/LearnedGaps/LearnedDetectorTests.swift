import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Learned detectors on data with known faults")
struct LearnedDetectorTests {
  typealias Fixture = LearnedGapsFixture

  @Test("a weak cell is named, once, and none of those that only hold part of it")
  func weakCell() throws {
    let rows = Fixture.made(1500, seed: 1) { row, city in city == "y" && row % 5 < 3 }
    let found = WeakSlices.find(in: LearnedEvidence(rows: rows, threads: 2))
    let first = try #require(found.first)
    #expect(first.cell == Fixture.cell(("city", "y")))
    #expect(!found.dropFirst().contains { $0.cell["label"] == nil })
    #expect(first.rate.lower > first.otherRate)
    #expect(first.excess > 100 && first.adjustedP < 1e-6)
    #expect(first.examples.count == 5 && first.examples.allSatisfy { rows.values[1][$0] == "y" })
  }

  @Test("where one value of a weak one is at fault, the pair is named and not both its values")
  func weakPair() {
    let made = Fixture.made(2400, seed: 2)
    var texts = made.texts
    for row in texts.indices where made.values[1][row] == "y" && made.values[2][row] == "small" {
      texts[row] = "the order from my shop"
    }
    let rows = LearnedRows(
      texts: texts,
      labels: made.labels,
      dimensions: made.dimensions,
      values: made.values
    )
    let cells = WeakSlices.find(in: LearnedEvidence(rows: rows, threads: 2)).map(\.cell)
    #expect(cells.filter { $0["label"] == nil } == [Fixture.cell(("city", "y"), ("size", "small"))])
  }

  @Test("errors that have nothing to do with any dimension name hardly a cell in twenty tries")
  func noWeakCell() {
    let named = (0..<20).map { seed in
      let rows = Fixture.made(400, seed: 100 + seed) { row, _ in row % 4 == 0 }
      let columns = LearnedRows(
        texts: rows.texts,
        labels: rows.labels,
        dimensions: ["city", "size"],
        values: [rows.values[1], rows.values[2]]
      )
      return WeakSlices.find(in: LearnedEvidence(rows: columns, threads: 2)).count
    }
    #expect(named.count { $0 > 0 } <= 3, "\(named)")
  }

  @Test("two labels that share their words are a confusable pair, with rows of both")
  func confusable() throws {
    let made = Fixture.made(900, seed: 3)
    // Half of `b` is split off as `d`, which no word tells.
    let labels = made.labels.enumerated().map { $1 == "b" && $0 % 2 == 0 ? "d" : $1 }
    let evidence = LearnedEvidence(
      rows: LearnedRows(texts: made.texts, labels: labels),
      threads: 2
    )
    let pairs = ConfusablePairs.find(in: evidence)
    let pair = try #require(pairs.first)
    #expect(pairs.count == 1)
    #expect(Set([pair.label, pair.other]) == ["b", "d"])
    #expect(pair.forth >= pair.back && pair.back > 0 && pair.rate.estimate > 0.2)
    #expect(pair.examples.allSatisfy { labels[$0] == pair.label })
    #expect(pair.otherExamples.allSatisfy { labels[$0] == pair.other })
    #expect(pair.examples.count == 3 && pair.otherExamples.count == 3)
  }

  @Test("wrong labels are found and told from right ones; where nothing is wrong, none is named")
  func mislabelled() {
    let made = Fixture.made(2400, seed: 4)
    var random = Fixture.random(44)
    #expect(LearnedEvidence(rows: made, threads: 2).mislabelled.rows.isEmpty)
    let labels = made.labels.enumerated().map { row, label in
      row % 20 == 7 ? ["a", "b", "c"].filter { $0 != label }[random.index(below: 2)] : label
    }
    let found = LearnedEvidence(
      rows: LearnedRows(texts: made.texts, labels: labels),
      threads: 2
    ).mislabelled
    #expect(found.rows.allSatisfy { $0.row % 20 == 7 })
    #expect(found.rows.count >= 96)
    #expect(found.rows.allSatisfy { $0.suggestion == made.labels[$0.row] })
    #expect(abs(found.share - 0.05) < 0.02)
  }

  @Test("a classifier that cannot tell labels accuses no row")
  func blind() {
    var random = Fixture.random(5)
    let made = Fixture.made(600, seed: 5) { _, _ in true }
    let labels = made.texts.map { _ in ["a", "b"][random.index(below: 2)] }
    let found = LearnedEvidence(
      rows: LearnedRows(texts: made.texts, labels: labels),
      threads: 2
    ).mislabelled
    #expect(!found.canTell && found.rows.isEmpty)
  }

  @Test(
    "confident learning does not judge labels of less than five rows (rare classes have thresholds of one)"
  )
  func rareLabels() {
    var made = Fixture.made(400, seed: 6)
    made.labels[0] = "rare"
    made.labels[1] = "rare"
    let found = LearnedEvidence(
      rows: LearnedRows(texts: made.texts, labels: made.labels),
      threads: 2
    ).mislabelled
    #expect(!found.review.contains { $0.label == "rare" })
  }

  @Test("regions of the reference set without training rows are named by their words, others not")
  func uncovered() async throws {
    let embedder = HashedEmbedder()
    let rows = Fixture.made(800, seed: 7)
    let alike = Fixture.made(400, seed: 8).texts
    let foreign = (0..<40).map { "how do I cancel the insurance of my holiday number \($0 % 7)" }
    let vectors = try await embedder.embed(rows.texts, threads: 2)
    for (texts, isHole) in [(alike, false), (alike + foreign, true)] {
      let evidence = LearnedEvidence(
        rows: rows,
        vectors: vectors,
        reference: LearnedRows(texts: texts),
        referenceVectors: try await embedder.embed(texts, threads: 2),
        threads: 2
      )
      let found = try #require(try await UncoveredRegions.find(in: evidence))
      #expect(found.regions.isEmpty != isHole)
      guard isHole else { continue }
      let region = try #require(found.regions.first)
      #expect(region.rows.count { $0 >= alike.count } >= 36)
      #expect(Set(region.terms).isSubset(of: ["cancel", "insurance", "holiday", "number"]))
      #expect(region.distance > found.limit && region.share.estimate > region.trainingShare)
    }
    #expect(
      try await UncoveredRegions.find(in: LearnedEvidence(rows: rows, vectors: vectors)) == nil
    )
  }

  @Test("training rows that are cleaner than the reference set are told by what is missing")
  func tooClean() throws {
    let clean = Fixture.made(900, seed: 9).texts.map {
      $0.prefix(1).uppercased() + $0.dropFirst() + "."
    }
    let evidence = LearnedEvidence(
      rows: LearnedRows(texts: clean),
      reference: LearnedRows(
        texts: clean.enumerated().map { row, text in
          row % 2 == 0
            ? text.lowercased().replacing("order", with: "oder\(row % 3 == 0 ? "z" : "")") : text
        }
      )
    )
    let found = SurfaceMeasure.compare(evidence)
    let dirty = Set(found.filter(\.isTooClean).map(\.index))
    #expect(dirty.isSuperset(of: [.lowercaseStart, .noCapitals, .careless]))
    #expect(dirty.isDisjoint(with: [.noFinalMark, .fragments, .unusualLength]))
    for comparison in found {
      #expect(comparison.difference.lower <= comparison.difference.estimate)
      #expect(comparison.difference.upper >= comparison.difference.estimate)
    }
    let reversed = LearnedEvidence(
      rows: LearnedRows(texts: evidence.reference?.texts ?? []),
      reference: evidence.rows
    )
    #expect(SurfaceMeasure.compare(reversed).allSatisfy { !$0.isTooClean })
    #expect(SurfaceMeasure.compare(LearnedEvidence(rows: evidence.rows)).isEmpty)
  }

  @Test("p-values grow with n: a difference that is too small to matter is no gap, however sure")
  func smallDifferences() throws {
    let texts = (0..<5000).map { "Text number \($0) is here." }
    let reference = texts.enumerated().map { $0 % 400 == 0 ? $1.lowercased() : $1 }
    let found = SurfaceMeasure.compare(
      LearnedEvidence(
        rows: LearnedRows(texts: texts),
        reference: LearnedRows(texts: reference)
      )
    )
    let small = try #require(found.first { $0.index == .lowercaseStart })
    #expect(small.difference.lower > 0 && !small.isTooClean)
  }

  @Test(
    "a mark and a function word that give a label away are shortcuts; words of its name are not"
  )
  func shortcuts() {
    let made = Fixture.made(900, seed: 10) { row, _ in row % 3 == 0 }
    let names = ["a": "refund_request", "b": "parcel", "c": "login"]
    let texts = zip(made.texts, made.labels).enumerated().map { row, item in
      item.1 == "a" && row % 2 == 0 ? item.0 + " #" : item.0
    }
    let labels = made.labels.map { names[$0] ?? "" }
    let evidence = LearnedEvidence(rows: LearnedRows(texts: texts, labels: labels), threads: 2)
    let found = ShortcutWords.find(in: evidence, meaning: ["parcel": ["courier"]])
    #expect(found.first { $0.token == "#" }?.label == "refund_request")
    #expect(found.first { $0.token == "#" }?.kind == .mark)
    #expect(!found.contains { ["refund", "parcel", "courier", "login"].contains($0.token) })
    #expect(found.allSatisfy { $0.zScore >= ShortcutWords.leastZScore })
    let plain = LearnedEvidence(rows: LearnedRows(texts: made.texts, labels: labels), threads: 2)
    #expect(!ShortcutWords.find(in: plain).contains { $0.kind != .word })
  }

  @Test("topics are named and can be a dimension in which errors gather")
  func topics() async throws {
    let evidence = try await Fixture.withHolidays()
    let topics = try #require(try await RowTopics.find(in: evidence, count: 4))
    let name = topics.values[evidence.rows.texts.count - 1]
    #expect(topics.values.suffix(120).allSatisfy { $0 == name })
    #expect(topics.clusters.count <= 4 && topics.values.prefix(600).count { $0 == name } < 60)
    let weak = WeakSlices.find(in: evidence.adding(topics)).map(\.cell)
    #expect(weak.contains(Fixture.cell(("topic", name))))
  }

  @Test("what a cell is worth grows with its share, its errors and what it lacks")
  func worth() throws {
    let rows = Fixture.made(1500, seed: 13) { row, city in city == "y" && row % 2 == 0 }
    let errors = try #require(ExpectedErrors(LearnedEvidence(rows: rows, threads: 2)))
    let weak = Fixture.cell(("city", "y")), strong = Fixture.cell(("city", "x"))
    #expect(errors.errorRate(in: weak) > 0.2 && errors.errorRate(in: strong) < 0.05)
    #expect(errors.avoided(in: weak, have: 500) > errors.avoided(in: strong, have: 500))
    #expect(errors.avoided(in: weak, have: 20) > errors.avoided(in: weak, have: 500))
    #expect(
      errors.avoided(in: weak, have: 500, share: 0.5)
        > errors.avoided(in: weak, have: 500, share: 0.1)
    )
    let unseen = Fixture.cell(("city", "y"), ("size", "huge"))
    #expect(errors.errorRate(in: unseen) >= errors.errorRate(in: weak))
  }

  @Test("a label that is asked at any length but one has a hole, with a reference set or without")
  func holes() throws {
    let all = Fixture.made(2000, seed: 14)
    let kept = all.texts.indices.filter { !(all.labels[$0] == "a" && all.values[1][$0] == "z") }
    let rows = LearnedRows(
      texts: kept.map { all.texts[$0] },
      labels: kept.map { all.labels[$0] },
      dimensions: all.dimensions,
      values: all.values.map { column in kept.map { column[$0] } }
    )
    let hole = Fixture.cell(("label", "a"), ("city", "z"))
    let alone = SparseCells.find(in: LearnedEvidence(rows: rows, threads: 2))
    #expect(alone.map(\.cell) == [hole] && alone.first?.basis == .rows)
    let evidence = LearnedEvidence(
      rows: rows,
      reference: Fixture.made(700, seed: 15),
      threads: 2
    )
    let beside = SparseCells.find(in: evidence)
    #expect(beside.first?.cell == hole && beside.first?.basis == .reference)
    #expect(beside.first?.have == 0)
    #expect(SparseCells.find(in: LearnedEvidence(rows: all, threads: 2)).isEmpty)
  }

  @Test("the findings are the same with any number of threads, and empty data gives none")
  func threads() async throws {
    let rows = Fixture.made(500, seed: 16) { row, city in city == "y" && row % 2 == 0 }
    let vectors = try await HashedEmbedder().embed(rows.texts, threads: 2)
    var gaps: [[Gap]] = []
    for threads in [1, 3] {
      let evidence = LearnedEvidence(rows: rows, vectors: vectors, seed: 9, threads: threads)
      gaps.append(
        try await LearnedFindings.find(in: evidence).gaps(in: evidence) { Fixture.supply($0) }
      )
    }
    #expect(gaps[0] == gaps[1] && !gaps[0].isEmpty)
    let nothing = LearnedEvidence(rows: LearnedRows(texts: []), reference: LearnedRows(texts: []))
    #expect(
      try await LearnedFindings.find(in: nothing).gaps(in: nothing) { Fixture.supply($0) }.isEmpty
    )
  }
}
