import Foundation
import SeedbedLearning
import Testing

@Suite(
  "Student on a real set of 77 intents",
  .enabled(if: BankingSet.folder != nil, "needs ../shared")
)
struct BankingClassifierTests {
  @Test("is right on at least 85 % of the test questions, in its own and in the typing-proof form")
  func accuracy() throws {
    let set = try BankingSet()
    let plain = TextClassifier.fit(
      set.train.texts,
      set.train.labels,
      classCount: set.classCount,
      threads: 2
    )
    #expect(plain.student.converged)
    let predicted = plain.predict(set.test.texts, threads: 2)
    #expect(Metrics.accuracy(set.test.labels, predicted) >= 0.85)

    let options = TextClassifier.Options(
      features: .init(wordLengths: 1...1, characterLengths: 2...4)
    )
    let robust = TextClassifier.fit(
      set.train.texts,
      set.train.labels,
      classCount: set.classCount,
      options: options,
      threads: 2
    )
    #expect(Metrics.accuracy(set.test.labels, robust.predict(set.test.texts, threads: 2)) >= 0.88)
  }

  @Test("scores its own training rows out of fold nearly as well as new ones")
  func outOfFold() throws {
    let set = try BankingSet()
    let result = OutOfFold.evaluate(
      set.train.texts,
      labels: set.train.labels,
      groups: Array(set.train.texts.indices),
      classCount: set.classCount,
      folds: 3,
      threads: 2
    )
    let accuracy = Metrics.accuracy(set.train.labels, result.predictions)
    #expect(accuracy >= 0.8 && accuracy <= 0.95)
  }
}

/// The banking77 rows of the shared data folder.
struct BankingSet {
  var train: (texts: [String], labels: [Int])
  var test: (texts: [String], labels: [Int])
  var classCount: Int

  static var folder: URL? {
    let environment = ProcessInfo.processInfo.environment["SEEDBED_SHARED"]
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let shared = environment.map { URL(filePath: $0) } ?? root.appending(path: "../shared")
    let folder = shared.appending(path: "data/banking77")
    let exists = FileManager.default.fileExists(atPath: folder.appending(path: "train.csv").path)
    return exists ? folder : nil
  }

  init() throws {
    let folder = try #require(Self.folder)
    let train = Self.rows(try Data(contentsOf: folder.appending(path: "train.csv")))
    let test = Self.rows(try Data(contentsOf: folder.appending(path: "test.csv")))
    let names = Set(train.map { $0[1] }).sorted()
    func ids(_ rows: [[String]]) throws -> [Int] {
      try rows.map { row in try #require(names.firstIndex(of: row[1])) }
    }
    self.train = (train.map { $0[0] }, try ids(train))
    self.test = (test.map { $0[0] }, try ids(test))
    classCount = names.count
  }

  /// The rows of a CSV file without its header.
  private static func rows(_ data: Data) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var quoted = false
    for byte in [UInt8](data) {
      switch byte {
      case UInt8(ascii: "\""):
        // A doubled quote closes and opens again, which leaves one quote.
        if !quoted, field.last == 0 {
          field[field.count - 1] = byte
        } else if quoted {
          field.append(0)
        }
        quoted.toggle()
      case UInt8(ascii: ",") where !quoted, UInt8(ascii: "\n") where !quoted:
        row.append(String(decoding: field.filter { $0 != 0 }, as: UTF8.self))
        field = []
        guard byte == UInt8(ascii: "\n") else { continue }
        rows.append(row)
        row = []
      case UInt8(ascii: "\r") where !quoted: continue
      default: field.append(byte)
      }
    }
    return Array(rows.dropFirst())
  }
}
