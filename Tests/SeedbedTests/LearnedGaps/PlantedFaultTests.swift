import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import SeedbedText
import Testing

/// banking77 with 5 % wrong labels and without the questions of 11 to 25 words about one label.
struct PlantedBanking: Sendable {
  let evidence: LearnedEvidence
  let planted: Set<Int>
  let hole: Cell

  init(reference: Bool) async throws {
    typealias Fixture = LearnedGapsFixture
    var (texts, labels) = try Fixture.banking("train")
    let dimensions = try DimensionSet(["label", "length", "noise", "form"], languages: [])
    hole = Fixture.cell(("label", "card_payment_not_recognised"), ("length", "11-25"))
    let lengths = try DimensionSet(["length"], languages: [])
    let kept = texts.indices.filter { row in
      labels[row] != "card_payment_not_recognised"
        || lengths.values(of: Fixture.inputs([texts[row]])[0]) != ["11-25"]
    }
    texts = kept.map { texts[$0] }
    labels = kept.map { labels[$0] }
    let names = Set(labels).sorted()
    var random = Fixture.random(5), wrong = Set<Int>()
    for row in random.sample(texts.count / 20, of: texts.count) {
      let other = names.filter { $0 != labels[row] }
      labels[row] = other[random.index(below: other.count)]
      wrong.insert(row)
    }
    planted = wrong
    let test = try Fixture.banking("test").texts
    let embedder = HashedEmbedder()
    evidence = LearnedEvidence(
      rows: try await LearnedRows.measure(
        Fixture.inputs(texts, labels),
        dimensions: dimensions,
        threads: 2
      ),
      vectors: try await embedder.embed(texts, threads: 2),
      reference: reference
        ? try await LearnedRows.measure(Fixture.inputs(test), dimensions: dimensions, threads: 2)
        : nil,
      referenceVectors: reference ? try await embedder.embed(test, threads: 2) : nil,
      seed: 1,
      threads: 2
    )
  }
}

@Suite(
  "Planted faults in banking77",
  .enabled(if: LearnedGapsFixture.shared != nil, "\(LearnedGapsFixture.isMissing)")
)
struct LearnedPlantedFaultTests {
  @Test(
    "5 % wrong labels are found with recall 0.8 at precision 0.8; the dropped region is near the top"
  )
  func faults() async throws {
    for reference in [true, false] {
      let data = try await PlantedBanking(reference: reference)
      let found = data.evidence.mislabelled
      let hits = found.rows.count { data.planted.contains($0.row) }
      let precision = Double(hits) / Double(found.rows.count)
      let recall = Double(hits) / Double(data.planted.count)
      #expect(precision >= 0.8, "\(precision)")
      #expect(recall >= 0.8, "\(recall)")
      #expect(abs(found.precision - precision) < 0.1 && abs(found.share - 0.05) < 0.015)
      let findings = try await LearnedFindings.find(in: data.evidence)
      let gaps = findings.gaps(in: data.evidence) { LearnedGapsFixture.supply($0) }
      let place = gaps.firstIndex { $0.cell == data.hole && $0.kind == .missing }
      print(
        "reference \(reference): precision \(precision), recall \(recall), hole at \(place ?? -1)"
      )
      #expect((place ?? .max) < 3)
      #expect(gaps.first?.kind == .mislabelled && gaps.first?.decision == .repair)
      for gap in gaps { #expect(!gap.reason.isEmpty && !gap.evidence.isEmpty) }
    }
  }
}
