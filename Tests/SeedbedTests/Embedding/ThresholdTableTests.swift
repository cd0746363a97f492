import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLearning
import Testing

/// Makes the table of docs/embeddings.md again, row by row.
@Suite("The table of thresholds in docs/embeddings.md")
struct ThresholdTableTests {
  /// A row of the table.
  struct Row {
    var measure: String
    var threshold: Double
    /// Precision and recall on the STS benchmark, then on the paraphrase corpus.
    var cells: [String]
  }

  struct Pair {
    var texts: [String]
    var isSame: Bool
  }

  private static let sts = EmbeddingTestFiles.shared("data/stsb-multi/stsb-en-dev.csv")
  private static let paraphrases = ["train", "test"].compactMap {
    EmbeddingTestFiles.shared("data/mrpc/msr_paraphrase_\($0).txt")
  }
  static let hasData = sts != nil && paraphrases.count == 2

  static func rows(_ measure: String) throws -> [Row] {
    let page = try String(
      contentsOf: Program.packageRoot.appending(path: "docs/embeddings.md"),
      encoding: .utf8
    )
    return page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 6, cells[0] == measure, let threshold = Double("0" + cells[1]) else {
        return nil
      }
      return Row(measure: cells[0], threshold: threshold, cells: Array(cells[2...]))
    }
  }

  static func pairs() throws -> [[Pair]] {
    var scored: [Pair] = []
    var reader = try RowReader(
      path: sts ?? "",
      options: RowReaderOptions(format: .csv, hasHeader: false, columns: ["a", "b", "score"])
    )
    while let row = try reader.next() {
      let texts = ["a", "b"].compactMap { row.fields[$0]?.string }
      let score = row.fields["score"]?.string.flatMap(Double.init) ?? 0
      scored.append(Pair(texts: texts, isSame: score >= 4))
    }
    var judged: [Pair] = []
    for path in paraphrases {
      var reader = try RowReader(
        path: path,
        options: RowReaderOptions(
          format: .tsv,
          hasHeader: true,
          quoting: RowReaderOptions.Quoting.none
        )
      )
      while let row = try reader.next() {
        let texts = ["#1 String", "#2 String"].compactMap { row.fields[$0]?.string }
        judged.append(Pair(texts: texts, isSame: row.fields["Quality"]?.string == "1"))
      }
    }
    return [scored, judged]
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    "\((Double(part) / Double(whole) * 1000).rounded() / 10) %"
  }

  /// Compares the table's rows of one measure with the similarities of all pairs.
  private func check(
    _ measure: String,
    _ similarities: ([Pair]) async throws -> [Double]
  ) async throws {
    let rows = try Self.rows(measure)
    #expect(rows.count >= 5)
    for (set, pairs) in try Self.pairs().enumerated() {
      #expect(pairs.count == [1500, 5801][set])
      let values = try await similarities(pairs)
      let same = pairs.count { $0.isSame }
      for row in rows {
        let found = values.indices.filter { values[$0] >= row.threshold }
        let hits = found.count { pairs[$0].isSame }
        #expect(row.cells[2 * set] == Self.percent(hits, of: found.count), "\(row)")
        #expect(row.cells[2 * set + 1] == Self.percent(hits, of: same), "\(row)")
      }
    }
  }

  private func cosines(_ embedder: some Embedder, _ pairs: [Pair]) async throws -> [Double] {
    let table = try await embedder.embed(pairs.flatMap(\.texts), threads: 2)
    return pairs.indices.map { index in
      zip(table[2 * index], table[2 * index + 1]).reduce(0.0) {
        $0 + Double($1.0) * Double($1.1)
      }
    }
  }

  @Test(
    "the sentence encoder",
    .enabled(if: hasData, "the shared data is not on this machine"),
    .enabled(if: EmbeddingModels.folder != nil, "all-MiniLM-L6-v2 is not on this machine")
  )
  func encoder() async throws {
    let embedder = try BertEmbedder(folder: #require(EmbeddingModels.folder))
    try await check("MiniLM cosine") { try await cosines(embedder, $0) }
  }

  @Test(
    "the static embedder",
    .enabled(if: hasData, "the shared data is not on this machine"),
    .enabled(if: EmbeddingModels.folder != nil, "all-MiniLM-L6-v2 is not on this machine")
  )
  func distilled() async throws {
    let embedder = try await EmbeddingModels.distilled()
    try await check("static cosine") { try await cosines(embedder, $0) }
  }

  @Test("the hashed embedder", .enabled(if: hasData, "the shared data is not on this machine"))
  func hashed() async throws {
    try await check("hashed cosine") { try await cosines(HashedEmbedder(), $0) }
  }

  @Test("Jaccard similarity", .enabled(if: hasData, "the shared data is not on this machine"))
  func jaccardSimilarity() async throws {
    try await check("Jaccard of 4-grams") { pairs in
      var shingler = Shingler(width: 4)
      var view: [UInt8] = []
      func grams(_ text: String) -> [UInt64] {
        DuplicateView.normalize(text.utf8Span.span, into: &view)
        shingler.read(view.span)
        return shingler.hashes
      }
      return pairs.map { pair in
        let left = grams(pair.texts[0]), right = grams(pair.texts[1])
        return jaccard(left.span, right.span)
      }
    }
  }
}
