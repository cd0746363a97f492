import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("Comparing the texts and labels of two files")
struct ComparisonDriftTests {
  let real = ComparisonRow.draw(600, seed: 1)

  @Test("a file does not differ from itself")
  func same() async throws {
    let report = try await ComparisonFolder().compare(real, real)
    #expect(report.findings.isEmpty)
    #expect(report.numbers.count == 5 && report.categories.count == 6)
    for drift in report.numbers {
      #expect(drift.ks.estimate == 0 && drift.wasserstein == 0 && drift.claim.pValue == 1)
    }
    #expect(report.categories.allSatisfy { $0.totalVariation.estimate == 0 })
    #expect(report.labels?.shares.count == 4)
    #expect(report.privacy?.real.exact == 600)
    #expect(report.real.rows == 600 && report.real.sampledRows == 150)
  }

  @Test("rows drawn twice from one source hardly ever differ", arguments: [2, 3, 4, 5] as [UInt64])
  func drawnTwice(seed: UInt64) async throws {
    let report = try await ComparisonFolder().compare(
      real,
      ComparisonRow.draw(500, seed: seed),
      ComparisonOptions(sample: 150, refits: 39, seed: seed, threads: 2)
    )
    #expect(report.findings.isEmpty, "\(report.findings.map(\.name))")
    #expect(report.privacy?.copies.isEmpty == true)
  }

  @Test("shorter texts are found and named, for all rows and by label")
  func lengths() async throws {
    let synthetic = ComparisonRow.draw(600, seed: 2).map { row in
      var row = row
      row.text = row.text.split(separator: " ").prefix(4).joined(separator: " ") + "."
      return row
    }
    let report = try await ComparisonFolder().compare(real, synthetic)
    let words = try #require(
      report.findings.first { $0.name == "words" && $0.part == .number }
    )
    #expect(words.metric == "ks_statistic" && words.estimate > 0.5)
    #expect(try #require(words.interval).lower > 0.4)
    #expect(try #require(words.real) > 2 * (words.synthetic ?? 0) - 2)
    #expect(report.findings.filter { $0.part == .labelLength }.count == 4)
    #expect(report.labels?.lengths.map(\.label) == ["billing", "delivery", "login", "refund"])
    #expect(!report.findings.contains { $0.part == .label })
  }

  @Test("a label that is more frequent is found with the interval of its share")
  func labelShare() async throws {
    let synthetic = ComparisonRow.draw(900, seed: 2).enumerated()
      .filter { $0.offset % 2 == 0 || $0.element.label == "refund" }.map(\.element)
    let report = try await ComparisonFolder().compare(real, synthetic)
    let share = try #require(report.findings.first { $0.part == .label })
    #expect(share.name == "refund" && share.metric == "share_difference")
    let counts = (
      real.count { $0.label == "refund" }, synthetic.count { $0.label == "refund" }
    )
    let expected =
      Double(counts.1) / Double(synthetic.count) - Double(counts.0) / Double(real.count)
    #expect(abs(share.estimate - expected) < 1e-12)
    #expect(try #require(share.interval).lower > 0)
    #expect(try #require(report.labels).distribution.claim.differs)
    #expect(!report.findings.contains { $0.part == .number || $0.part == .labelLength })
  }

  @Test("pitfall 35: lower-cased texts differ by their surface, not by their content")
  func lowerCase() async throws {
    let synthetic = ComparisonRow.draw(600, seed: 2).map { row in
      var row = row
      row.text = row.text.lowercased()
      return row
    }
    let report = try await ComparisonFolder().compare(
      real,
      synthetic,
      ComparisonOptions(sample: 200, refits: 99, seed: 1, threads: 2)
    )
    let casing = try #require(report.findings.first { $0.name == "casing" })
    #expect(casing.value == "lower" || casing.value == "sentence")
    #expect(casing.estimate > 0.9)
    let names = Set(report.findings.map(\.name))
    #expect(names.contains("capital_share"))
    #expect(names.contains("domain_classifier_everything"))
    #expect(names.contains("domain_classifier_surface"))
    #expect(!names.contains("domain_classifier_content"))
    #expect(try #require(report.texts?.separation?[.everything]).area > 0.95)
  }

  @Test("a repeated pattern is less varied by every measure, and named")
  func pattern() async throws {
    let topics = ["billing", "delivery", "login", "refund"]
    let synthetic = ComparisonRow.draw(600, seed: 2).enumerated().map { number, row in
      ComparisonRow(
        text: "Please help me with my order number \(number % 50) as soon as you can.",
        label: topics[number % 4]
      )
    }
    let report = try await ComparisonFolder().compare(real, synthetic)
    #expect(report.synthetic.repeatedRows == 550)
    #expect(report.real.repeatedRows == 0)
    let diversity = try #require(report.diversity)
    for name in ["distinct_1", "distinct_2", "ngram_entropy_2", "self_bleu", "compression_ratio"] {
      let measure = try #require(diversity.measures.first { $0.name == name })
      #expect(measure.isPoorer && measure.claim.differs, "\(name)")
      #expect(report.findings.contains { $0.part == .diversity && $0.name == name })
    }
    #expect(diversity.rows == 150 && diversity.partRows == 15)
    #expect(try #require(diversity.overlap).coverage < 0.2)
    #expect(try #require(report.texts?.mauve).mean < 0.3)
    #expect(report.findings.contains { $0.name == "mmd" })
  }

  @Test("pitfall 31: a larger set of the same texts is not less varied")
  func equalBudget() async throws {
    let report = try await ComparisonFolder().compare(
      ComparisonRow.draw(1500, seed: 1),
      ComparisonRow.draw(300, seed: 2),
      ComparisonOptions(sample: 5000, refits: 3, seed: 1, threads: 2)
    )
    let diversity = try #require(report.diversity)
    #expect(diversity.rows == 300)
    #expect(!diversity.measures.contains { $0.claim.differs })
    let distinct = try #require(diversity.measures.first { $0.name == "distinct_1" })
    #expect(abs(try #require(distinct.relativeChange)) < 0.1)
  }

  @Test("a label that is always short ties label and length more closely")
  func ties() async throws {
    let synthetic = ComparisonRow.draw(800, seed: 2).map { row in
      var row = row
      if row.label == "login" {
        row.text = row.text.split(separator: " ").prefix(3).joined(separator: " ")
      }
      return row
    }
    let report = try await ComparisonFolder().compare(real, synthetic)
    let length = try #require(report.slices.first { $0.slice == "length" })
    let cells = length.cells.filter { $0.claim.differs && $0.cell.group == "1-3" }
    #expect(cells.map(\.cell.label) == ["login"])
    #expect(
      report.findings.contains { $0.name == "length=1-3" && $0.value == "login" }
    )
  }

  @Test("the result does not depend on the threads")
  func threads() async throws {
    let synthetic = ComparisonRow.draw(300, seed: 2).map { row in
      var row = row
      if row.label == "login" { row.text = row.text.lowercased() }
      return row
    }
    let folder = try ComparisonFolder()
    var reports: [ComparisonReport] = []
    for threads in [1, 2, 5] {
      reports.append(
        try await folder.compare(
          Array(real.prefix(250)),
          synthetic,
          holdout: ComparisonRow.draw(200, seed: 9),
          ComparisonOptions(sample: 120, refits: 9, seed: 7, threads: threads)
        )
      )
    }
    #expect(reports[0] == reports[1] && reports[1] == reports[2])
    #expect(!reports[0].findings.isEmpty)
  }
}
