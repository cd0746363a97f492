import Foundation
import SeedbedKernels
import SeedbedPipeline

/// What the decontamination tests share: texts made by seed, and short ways to search.
enum DecontaminationSupport {
  /// Words that no other test data is made of.
  static let vocabulary: [String] = {
    let first = ["ba", "cor", "del", "fen", "gim", "hol", "jas", "kor", "lum", "mer", "nov", "pel"]
    let last = ["tan", "vik", "sor", "mel", "dra", "pin", "gus", "lor", "fex", "wyn"]
    return first.flatMap { a in last.flatMap { b in ["", "a", "ing"].map { a + b + $0 } } }
  }()

  /// A sentence of made-up and function words.
  static func sentence(_ words: Int, seed: UInt64) -> String {
    let glue = ["the", "of", "and", "to", "in", "is", "what", "a"]
    let list = (0..<words).map { place -> String in
      let hash = hash64("\(seed) \(place)", seed: 5)
      return place % 3 == 1
        ? glue[Int(hash % UInt64(glue.count))] : vocabulary[Int(hash % UInt64(vocabulary.count))]
    }
    return list.joined(separator: " ")
  }

  static func search(
    _ benchmark: [BenchmarkRow],
    _ data: [ScannedRow],
    _ options: DecontaminationOptions = DecontaminationOptions(),
    threads: Int = 2
  ) async throws -> DecontaminationReport {
    var scanner = DecontaminationScanner(try BenchmarkIndex(benchmark, options: options))
    _ = try await scanner.scan(data, threads: threads)
    return scanner.report()
  }

  /// Searches one row for one question.
  static func find(
    _ question: String,
    answer: String? = nil,
    in text: String,
    dataAnswer: String? = nil,
    _ options: DecontaminationOptions = DecontaminationOptions()
  ) async throws -> RowLeaks {
    let row = BenchmarkRow(file: "quiz", row: 0, question: question, answer: answer)
    let report = try await search([row], [ScannedRow(text: text, answer: dataAnswer)], options)
    return report.rows.first ?? RowLeaks(row: 0, outcome: .clean)
  }

  static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden/decontamination")

  /// A file of the shared data sets; nil when they are not here.
  static func shared(_ path: String) -> String? {
    let root =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"]
      ?? URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../../../shared").standardized.path
    return try? String(contentsOfFile: root + "/data/" + path, encoding: .utf8)
  }
}
