import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("What synthetic rows give away of real ones")
struct ComparisonLeakTests {
  let real = ComparisonRow.draw(500, seed: 1)
  let other = ComparisonRow.draw(500, seed: 2)

  @Test("leaked rows are found with their row numbers on both sides, whatever their case")
  func copies() async throws {
    var synthetic = other
    let leaked = [(3, 40), (77, 41), (120, 300)]
    for (place, source) in leaked { synthetic[place].text = real[source].text.uppercased() }
    let report = try await ComparisonFolder().compare(real, synthetic)
    let privacy = try #require(report.privacy)
    #expect(privacy.real.exact == 3)
    let found = privacy.copies.filter(\.isExact).sorted { $0.syntheticRow < $1.syntheticRow }
    #expect(found.map(\.syntheticRow) == [4, 78, 121])
    #expect(found.map(\.realRow) == [41, 42, 301])
    #expect(found.allSatisfy { $0.similarity == 1 })
    #expect(privacy.holdout == nil && privacy.membershipByWords == nil)
  }

  @Test("a long run of words inside another text is a copy, though the rows differ")
  func runs() async throws {
    var synthetic = other
    let source = (1...20).map { "word\($0)" }
    var real = real
    real[10].text = "It began so: " + source.joined(separator: " ")
    synthetic[5].text = "Quite another start " + source[2..<17].joined(separator: " ") + " and end"
    let report = try await ComparisonFolder().compare(real, synthetic)
    let privacy = try #require(report.privacy)
    #expect(privacy.real.exact == 0 && privacy.real.longRuns == 1 && privacy.real.longestRun == 15)
    let copy = try #require(privacy.copies.first)
    #expect((copy.syntheticRow, copy.realRow, copy.runWords) == (6, 11, 15))
    #expect(!copy.isExact && copy.run.hasPrefix("word3 word4"))
    #expect(try #require(privacy.real.share13) > 0)
  }

  @Test("with a holdout, who was in the real file is told only where rows were copied")
  func membership() async throws {
    let holdout = ComparisonRow.draw(500, seed: 3)
    let options = ComparisonOptions(sample: 500, refits: 3, seed: 1, threads: 2)
    let honest = try await ComparisonFolder().compare(real, other, holdout: holdout, options)
    let before = try #require(honest.privacy?.membershipByWords)
    #expect(try #require(before.interval).contains(0.5))
    #expect(honest.privacy?.holdout?.exact == 0)

    let copied = other.enumerated().map { $0.offset % 2 == 0 ? real[$0.offset] : $0.element }
    let leaking = try await ComparisonFolder().compare(real, copied, holdout: holdout, options)
    let risk = try #require(leaking.privacy?.membershipByWords)
    #expect(risk.areaUnderCurve > 0.7 && risk.truePositiveRate > 0.4)
    #expect(try #require(risk.interval).lower > 0.5)
    let embedded = try #require(leaking.privacy?.membershipByEmbedding)
    #expect(try #require(embedded.interval).lower > 0.5)
    #expect(try #require(leaking.privacy?.real.nearestDistanceRatio) < 0.01)
    #expect(try #require(leaking.privacy?.holdout?.nearestDistanceRatio) > 0.5)
  }

  @Test("a test row among the synthetic ones is named as a copy of the holdout")
  func holdoutLeak() async throws {
    let holdout = ComparisonRow.draw(200, seed: 3)
    var synthetic = other
    synthetic[9].text = holdout[19].text
    let report = try await ComparisonFolder().compare(real, synthetic, holdout: holdout)
    let copies = try #require(report.privacy?.holdoutCopies)
    #expect(copies.map(\.syntheticRow) == [10] && copies.map(\.realRow) == [20])
    #expect(report.privacy?.real.exact == 0)
  }
}
