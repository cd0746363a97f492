import Foundation
import SeedbedLearning
import Testing

@Suite("Area under the curve and ROUGE-L") struct FaithfulnessMetricsTests {
  struct Golden: Decodable {
    struct Area: Decodable {
      var scores: [Double]
      var labels: [Int]
      var area: Double
    }
    struct Rouge: Decodable {
      var candidate: String
      var reference: String
      var rouge: [Double]
    }
    var areas: [Area]
    var rouges: [Rouge]
  }

  static func golden() throws -> Golden {
    let url = FaithfulnessSupport.golden.appending(path: "metrics.json")
    return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: url))
  }

  @Test("The area is scikit-learn's, ties and all")
  func areas() throws {
    for item in try Self.golden().areas {
      let area = try #require(
        Metrics.areaUnderROC(scores: item.scores, labels: item.labels.map { $0 == 1 })
      )
      #expect(abs(area - item.area) < 1e-12)
    }
    #expect(
      Metrics.areaUnderROC(
        scores: [0.1, 0.4, 0.35, 0.8, 0.4],
        labels: [false, false, true, true, true]
      ) == 0.75
    )
  }

  @Test("There is no area without both kinds, or with a score that is no number")
  func noArea() {
    #expect(Metrics.areaUnderROC(scores: [], labels: []) == nil)
    #expect(Metrics.areaUnderROC(scores: [1, 2], labels: [true, true]) == nil)
    #expect(Metrics.areaUnderROC(scores: [.nan, 2], labels: [true, false]) == nil)
    #expect(Metrics.areaUnderROC(scores: [1, 1], labels: [true, false]) == 0.5)
  }

  @Test("ROUGE-L follows its definition")
  func rouges() throws {
    for item in try Self.golden().rouges {
      let rouge = Metrics.rougeL(item.candidate, reference: item.reference)
      #expect(abs(rouge.precision - item.rouge[0]) < 1e-12)
      #expect(abs(rouge.recall - item.rouge[1]) < 1e-12)
      #expect(abs(rouge.f1 - item.rouge[2]) < 1e-12)
    }
  }

  @Test("The bit-parallel subsequence equals the table's", arguments: 0..<60 as Range<UInt64>)
  func subsequences(seed: UInt64) {
    var random = FaithfulnessRandom(seed: seed)
    func list() -> [UInt64] {
      let (count, kinds) = (random.next() % 200, 1 + random.next() % 9)
      return (0..<count).map { _ in random.next() % kinds }
    }
    let (first, second) = (list(), list())
    var row = [Int](repeating: 0, count: second.count + 1)
    for x in first {
      var diagonal = 0
      for (place, y) in second.enumerated() {
        let above = row[place + 1]
        row[place + 1] = x == y ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    #expect(Metrics.longestCommonSubsequence(first, second) == row[second.count])
  }
}
