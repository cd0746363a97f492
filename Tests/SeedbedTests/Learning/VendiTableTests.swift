import Foundation
import SeedbedLearning
import Testing

@Suite("Vendi score of a table of vectors")
struct VendiTableTests {
  private struct Golden: Decodable {
    var dimensions: Int
    var values: [Int]
    var vendi: [String: Double]
  }

  @Test("equals vendi-score's dual form", arguments: [1, 2])
  func oracle(order: Int) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/vectors/vendi.json")
    let golden = try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file))
    let table = VectorTable(
      dimensions: golden.dimensions,
      values: golden.values.map { Float(Double($0) / 1000) }
    )
    let value = try #require(golden.vendi["\(order)"])
    let scores = [1, 2, 3].map { Metrics.vendiScore(table, order: Double(order), threads: $0) }
    #expect(agrees(scores[0], value, 1e-6))
    #expect(scores == [scores[0], scores[0], scores[0]])
  }

  @Test("equals the score of the rows and of their kernel")
  func rows() throws {
    var source = VectorSource("vendi")
    let table = source.table(60, 40)
    let rows = table.values.map(Double.init)
    let kernel = (0..<60).flatMap { left in
      (0..<60).map { left == $0 ? 1 : VectorSource.cosine(table[left], table[$0]) }
    }
    for order in [1.0, 2, 0.5, .infinity] {
      let score = Metrics.vendiScore(table, order: order, threads: 2)
      let byRows = Metrics.vendiScore(rows: rows, columnCount: 40, order: order)
      #expect(agrees(score, try #require(byRows), 1e-6))
      let byKernel = Metrics.vendiScore(kernel: kernel, count: 60, order: order)
      #expect(agrees(score, try #require(byKernel), 1e-6))
    }
  }

  @Test("vectors without a direction do not count")
  func degenerate() {
    let table = VectorTable(dimensions: 2, values: [3, 0, 0, 0, .nan, 1, 0, 5])
    #expect(agrees(Metrics.vendiScore(table, threads: 1), 2))
    #expect(Metrics.vendiScore(VectorTable(dimensions: 3), threads: 1) == nil)
    let zeros = VectorTable(dimensions: 2, values: [0, 0])
    #expect(Metrics.vendiScore(zeros, order: 2, threads: 1) == nil)
    let wide = VectorTable(dimensions: 1100, values: [Float](repeating: 1, count: 2200))
    #expect(Metrics.vendiScore(wide, order: 1, threads: 1) == nil)
    #expect(agrees(Metrics.vendiScore(wide, order: 2, threads: 2), 1))
  }
}
