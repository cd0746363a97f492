import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("Comparing the further columns of rows, and records without texts")
struct ComparisonColumnTests {
  static func rows(
    _ count: Int,
    seed: UInt64,
    shift: Double = 0,
    chat: Double = 0.5
  )
    -> [ComparisonRow]
  {
    ComparisonRow.draw(count, seed: seed).enumerated().map { number, row in
      var random = CounterRandom(seed: seed, sample: "columns", operation: "draw", draw: number)
      var row = row
      row.price = (100 * random.unit()).rounded() + shift
      row.channel = random.chance(chat) ? "chat" : "mail"
      return row
    }
  }

  @Test("numbers and categories beside the text are compared as SDMetrics does")
  func columns() async throws {
    let real = Self.rows(400, seed: 1)
    let synthetic = Self.rows(400, seed: 2, shift: 30, chat: 0.8)
    let report = try await ComparisonFolder().compare(real, synthetic)
    let columns = try #require(report.columns)
    let price = try #require(columns.numbers.first)
    let values = (real.compactMap(\.price), synthetic.compactMap(\.price))
    #expect(price.drift.name == "price" && columns.numbers.count == 1)
    #expect(price.drift.ks.estimate == Metrics.ksStatistic(values.0, values.1))
    #expect(price.rangeCoverage == Metrics.rangeCoverage(reference: values.0, values.1))
    #expect(price.claim.differs)
    let channel = try #require(columns.categories.first)
    #expect(channel.name == "channel" && channel.claim.differs)
    let chats = (real.count { $0.channel == "chat" }, synthetic.count { $0.channel == "chat" })
    #expect(abs(channel.totalVariation.estimate - abs(Double(chats.1 - chats.0)) / 400) < 1e-12)
    #expect(
      columns.pairs.map { [$0.first, $0.second] }
        == [["price", "channel"], ["price", "label"], ["channel", "label"]]
    )
    let shapes = (2 - price.drift.ks.estimate - channel.totalVariation.estimate) / 2
    #expect(abs(try #require(columns.columnShapes) - shapes) < 1e-12)
    #expect(
      report.findings.filter { $0.part == .column }.map(\.name).sorted() == ["channel", "price"]
    )
  }

  @Test("ids, texts and lists are named as not compared")
  func left() async throws {
    let folder = try ComparisonFolder()
    func file(_ name: String) throws -> String {
      let rows = ComparisonRow.draw(60, seed: 1).enumerated().map { number, row in
        """
        {"text": "\(row.text)", "label": "\(row.label)", "customer_id": \(number), "tags": ["a"], \
        "note": "\(String(repeating: "long ", count: 30))", "code": "x\(number)", "only_here": 1}
        """
      }
      return try folder.file(name, rows.joined(separator: "\n"))
    }
    let synthetic = try folder.file("b.jsonl", ComparisonRow.draw(60, seed: 2))
    let one = try await folder.compare(file("a.jsonl"), synthetic, text: "text", label: "label")
    #expect(
      one.columns?.left.map(\.name) == ["customer_id", "tags", "note", "code", "only_here"]
    )
    #expect(one.columns?.left.last?.reason == "no synthetic row has it")
    let both = try await folder.compare(
      file("a.jsonl"),
      file("c.jsonl"),
      text: "text",
      label: "label"
    )
    #expect(both.columns?.numbers.map(\.drift.name) == ["only_here"])
    #expect(both.columns?.left.map(\.name) == ["customer_id", "tags", "note", "code"])
  }

  static func table(_ count: Int, seed: UInt64, shift: Double = 0) -> String {
    let rows = (0..<count).map { number in
      var random = CounterRandom(seed: seed, sample: "table", operation: "draw", draw: number)
      let size = random.unit()
      let price = size + 0.2 * random.unit() + shift
      return "\(size),\(price),\(random.pick(["red", "blue", "green"]) ?? "")"
    }
    return (["size,price,color"] + rows).joined(separator: "\n") + "\n"
  }

  @Test("records without texts are compared by their columns, and need no embedder")
  func records() async throws {
    let folder = try ComparisonFolder()
    let real = Self.table(300, seed: 1)
    let lines = real.split(separator: "\n")
    let copied = Self.table(300, seed: 2) + lines[11...13].joined(separator: "\n") + "\n"
    let files = try ComparedFiles(
      real: folder.file("real.csv", real),
      synthetic: folder.file("synthetic.csv", copied),
      holdout: folder.file("holdout.csv", Self.table(300, seed: 3))
    )
    #expect(!files.isOfTexts)
    let report = try await FileComparison.compare(files, embedder: nil)
    let records = try #require(report.records)
    let copies = records.matched.filter { $0.syntheticRow > 300 }
    #expect(copies.map(\.syntheticRow) == [301, 302, 303])
    #expect(copies.map(\.realRow) == [11, 12, 13])
    // Others match by chance, within a hundredth of their numbers.
    #expect(records.matches == records.matched.count && records.matches < 60)
    #expect(abs(records.newRowSynthesis.estimate - Double(303 - records.matches) / 303) < 1e-12)
    #expect(report.labelField == "color" && report.labels?.shares.count == 3)
    #expect(records.membership != nil && records.overfittingProtection != nil)
    #expect(report.findings.isEmpty && report.texts == nil && report.numbers.isEmpty)
    let columns = try #require(report.columns)
    #expect(columns.numbers.count == 2 && columns.categories.isEmpty && columns.pairs.count == 3)
    #expect(try #require(columns.pairs.first).metric == "correlation_similarity")
    #expect(try #require(columns.qualityScore) > 0.8)
  }

  @Test(
    "pitfall 26: in many rows a difference too small to matter has a small p, and is no finding"
  )
  func smallDifference() async throws {
    let folder = try ComparisonFolder()
    let files = try ComparedFiles(
      real: folder.file("real.csv", Self.table(30_000, seed: 1)),
      synthetic: folder.file("synthetic.csv", Self.table(30_000, seed: 2, shift: 0.02))
    )
    let report = try await FileComparison.compare(
      files,
      embedder: nil,
      options: ComparisonOptions(sample: 200, threads: 2)
    )
    let price = try #require(report.columns?.numbers.first { $0.drift.name == "price" })
    #expect(price.claim.adjusted < 0.05)
    #expect(!price.claim.differs)
    #expect(report.findings.isEmpty, "\(report.findings.map { [$0.name, $0.metric] })")
  }
}
