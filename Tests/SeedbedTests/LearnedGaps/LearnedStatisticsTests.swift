import Foundation
import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Statistics of the learned gaps")
struct LearnedStatisticsTests {
  struct Golden: Decodable {
    struct Fisher: Decodable {
      var table: [Int]
      var exact: Double
      var mid: Double
    }
    struct Word: Decodable {
      var counts: [Int]
      var z: Double
    }
    var fisher: [Fisher]
    var log_odds: [Word]

    static func load() throws -> Golden {
      let path = URL(filePath: #filePath)
        .appending(path: "../../Golden/learnedgaps/learnedgaps.json").standardized
      return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: path))
    }
  }

  @Test("Fisher's test equals scipy's, exact and mid-p")
  func fisher() throws {
    for row in try Golden.load().fisher {
      let t = row.table
      let exact = FisherExact.greater(t[0], of: t[1], against: t[2], of: t[3], midP: false)
      let mid = FisherExact.greater(t[0], of: t[1], against: t[2], of: t[3])
      #expect(abs((exact ?? -1) - row.exact) <= 1e-9 * max(row.exact, 1e-9), "\(t)")
      #expect(abs((mid ?? -1) - row.mid) <= 1e-9 * max(row.mid, 1e-9), "\(t)")
    }
  }

  @Test("groups that cannot be give no number")
  func degenerate() {
    #expect(FisherExact.greater(0, of: 0, against: 1, of: 2) == nil)
    #expect(FisherExact.greater(3, of: 2, against: 1, of: 2) == nil)
    #expect(FisherExact.greater(-1, of: 2, against: 1, of: 2) == nil)
    #expect(LogOdds.zScore(0, of: 10, against: 0, of: 10) == nil)
    #expect(LogOdds.zScore(10, of: 10, against: 10, of: 10) == nil)
    #expect(LogOdds.zScore(1, of: 10, against: 1, of: 10, priorStrength: .nan) == nil)
  }

  @Test("log-odds with a Dirichlet prior follow the formula")
  func logOdds() throws {
    for word in try Golden.load().log_odds {
      let c = word.counts
      let z = LogOdds.zScore(c[0], of: c[1], against: c[2], of: c[3])
      #expect(abs((z ?? .nan) - word.z) <= 1e-9 * max(abs(word.z), 1), "\(c)")
    }
  }

  /// How often the test rejects at 0.05 over 1,000 simulations.
  static func rejections(_ share: Double, _ otherShare: Double, seed: Int) -> Double {
    var random = LearnedGapsFixture.random(seed)
    func draw(_ count: Int, _ share: Double) -> Int {
      (0..<count).count { _ in random.chance(share) }
    }
    let rejected = (0..<1000).count { _ in
      let value = FisherExact.greater(
        draw(120, share),
        of: 120,
        against: draw(900, otherShare),
        of: 900
      )
      return (value ?? 1) <= 0.05
    }
    return Double(rejected) / 1000
  }

  @Test("Fisher's mid-p test raises a false alarm in about one null simulation of twenty")
  func falseAlarms() {
    let rate = Self.rejections(0.2, 0.2, seed: 1)
    #expect(rate >= 0.03 && rate <= 0.07, "\(rate)")
  }

  @Test("and sees 35 % of errors among 120 rows beside 20 % elsewhere nearly always")
  func power() {
    #expect(Self.rejections(0.35, 0.2, seed: 2) >= 0.95)
  }

  @Test("errors fall by the power law that two measurements give")
  func powerLaw() {
    #expect(abs(ErrorPowerLaw(errorsOnHalf: 200, errorsOnAll: 100).exponent - 0.9964) < 1e-3)
    #expect(ErrorPowerLaw(errorsOnHalf: 90, errorsOnAll: 100).exponent == 0.05)
    #expect(ErrorPowerLaw(errorsOnHalf: 100, errorsOnAll: 0).exponent == 1)
    let law = ErrorPowerLaw(exponent: 0.5)
    #expect(abs(law.avoided(have: 100, adding: 300) - 0.5) < 1e-12)
    #expect(law.avoided(have: 100, adding: 0) == 0)
    #expect(law.avoided(have: 0, adding: 99) > law.avoided(have: 50, adding: 99))
  }
}
