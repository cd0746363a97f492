import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite(
  "Meaning on banking77",
  .enabled(if: MeaningBanking.file != nil, "needs shared/data/banking77")
)
struct MeaningRealDataTests {
  @Test("10,003 rows lose few, no class is emptied and every removal holds")
  func duplicates() async throws {
    let (texts, labels) = try MeaningBanking.rows()
    try #require(texts.count == 10_003)
    let vectors = TrigramEmbedder().vectors(texts)
    let search = SemanticDuplicates(threshold: 0.9, minimumPerLabel: 35, threads: 2)
    let report = try await search.find(texts: texts, labels: labels, vectors: vectors)
    #expect(report.rate > 0.001 && report.rate < 0.05)
    #expect(report.labels.count == 77)
    #expect(report.labels.allSatisfy { $0.rows - $0.removed >= min($0.rows, 35) })
    #expect(report.refusals.values.reduce(0, +) > 0)
    let rules = DuplicateGuard()
    for duplicate in report.duplicates {
      #expect(labels[duplicate.removed] == labels[duplicate.kept])
      let (left, right) = (texts[duplicate.removed], texts[duplicate.kept])
      #expect(rules.refusal(rules.features(of: left), rules.features(of: right)) == nil)
    }
  }

  @Test("few rows have a guard that tells them from themselves")
  func reflexive() throws {
    let (texts, _) = try MeaningBanking.rows()
    let rules = DuplicateGuard()
    for text in texts {
      let features = rules.features(of: text)
      #expect(rules.refusal(features, features) == nil)
    }
  }

  @Test("effective patterns, by label too, and named groups")
  func diversity() async throws {
    let (texts, labels) = try MeaningBanking.rows()
    let vectors = TrigramEmbedder().vectors(texts)
    let report = try await DiversityMeter(nearestSample: 300, threads: 2)
      .measure(texts, labels: labels, vectors: vectors)
    #expect(report.labels.count == 77 && report.clusters.count == 10)
    #expect(try #require(report.patterns.shannon) < 128)
    #expect(report.headline.hasPrefix("10,003 rows, but "))
    #expect(report.clusters.allSatisfy { !$0.terms.isEmpty && $0.size > 10 })
  }
}
