import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Privacy of records")
struct DiversityPrivacyRecordTests {
  private func table(_ golden: DiversityGolden.Table) -> RecordTable {
    RecordTable(
      golden.numbers.map(RecordColumn.numbers) + golden.categories.map(RecordColumn.categories)
    )
  }

  /// Some columns of a table: n, k and z are 0 to 2, c and d are 3 and 4.
  private func table(_ golden: DiversityGolden.Table, _ columns: [Int]) -> RecordTable {
    RecordTable(columns.map { table(golden).columns[$0] })
  }

  private let real = RecordTable([.numbers([0, 5, 10]), .categories(["a", "b", "b"])])

  @Test("the nearest records of the published example, with their rows")
  func example() throws {
    let synthetic = RecordTable([.numbers([1, 9, 20]), .categories(["a", "a", "b"])])
    let nearest = try #require(Metrics.nearestRecords(synthetic, in: real))
    for (record, distance) in zip(nearest, [0.05, 0.45, 0.5]) {
      #expect(agrees(record.distance, distance, 1e-12))
    }
    #expect(nearest.map(\.row) == [0, 0, 1])
    #expect(agrees(nearest[0].secondDistance, 0.7, 1e-12))
    #expect(agrees(nearest[0].ratio, 0.05 / 0.7, 1e-12))
  }

  @Test("distances equal SDMetrics', with missing values and constant columns", arguments: 0..<3)
  func distances(index: Int) throws {
    let golden = try DiversityGolden.values.get().records[index]
    let nearest = [1, 3].map {
      Metrics.nearestRecords(table(golden.synthetic), in: table(golden.real), threads: $0)
    }
    #expect(nearest[0] == nearest[1])
    let distances = try #require(nearest[0]).map(\.distance)
    #expect(distances.count == golden.dcr.count)
    for (distance, value) in zip(distances, golden.dcr) { #expect(agrees(distance, value, 1e-12)) }
  }

  @Test("new rows equal SDMetrics', by two tolerances", arguments: 0..<3)
  func newRows(index: Int) throws {
    let golden = try DiversityGolden.values.get().records[index]
    for (columns, tolerance, share) in [
      ([1, 3, 4], 0.01, golden.newRows), ([0, 1, 4], 0.3, golden.newRowsLoose),
    ] {
      let synthetic = table(golden.synthetic, columns)
      let matches = Metrics.matchingRecords(
        synthetic,
        in: table(golden.real, columns),
        tolerance: tolerance
      )
      #expect(agrees(Double(matches.count { $0 == nil }) / Double(synthetic.count), share, 1e-12))
    }
  }

  @Test("a relative tolerance lets zero match zero only, and missing only missing")
  func zeros() {
    let real = RecordTable([
      .numbers([1e-300, 0, -0.0, nil, 100]), .categories([nil, "", "", "x", "x"]),
    ])
    let synthetic = RecordTable([
      .numbers([0, 0, nil, nil, 100.9, 99, 101.1, .nan]),
      .categories([nil, "", "x", "", "x", "x", "x", "x"]),
    ])
    #expect(
      Metrics.matchingRecords(synthetic, in: real) == [nil, 1, 3, nil, 4, nil, nil, 3]
    )
  }

  @Test("new rows by the rule itself on random tables", arguments: 0..<20)
  func newRowsPlain(seed: Int) {
    var random = CounterRandom(seed: UInt64(seed), sample: 0, operation: 6, draw: 0)
    func draw(_ count: Int) -> [[Double?]] {
      (0..<2).map { _ in
        (0..<count).map { _ in
          random.chance(0.1) ? nil : Double(random.index(below: 40)) / 4 - 3
        }
      }
    }
    let (left, right) = (draw(60), draw(80))
    let matches = Metrics.matchingRecords(
      RecordTable(left.map(RecordColumn.numbers)),
      in: RecordTable(right.map(RecordColumn.numbers)),
      tolerance: 0.2
    )
    for row in 0..<60 {
      let expected = (0..<80).first { other in
        (0..<2).allSatisfy { column in
          switch (left[column][row], right[column][other]) {
          case (nil, nil): true
          case (let y?, let x?): abs(x - y) <= abs(0.2 * y)
          default: false
          }
        }
      }
      #expect(matches[row] == expected)
    }
  }

  @Test("disclosure protection equals SDMetrics'", arguments: 0..<3)
  func disclosure(index: Int) throws {
    let golden = try DiversityGolden.values.get().records[index]
    let risk = Metrics.disclosureRisk(
      real: table(golden.real),
      synthetic: table(golden.synthetic),
      known: [1, 4],
      sensitive: [3],
      bins: nil
    )
    check(risk, golden.disclosure)
    func filled(_ table: DiversityGolden.Table) -> DiversityGolden.Table {
      var table = table
      table.numbers[0] = table.numbers[0].map { $0 ?? 0 }
      return table
    }
    let binned = Metrics.disclosureRisk(
      real: table(filled(golden.real)),
      synthetic: table(filled(golden.synthetic)),
      known: [4],
      sensitive: [3, 0],
      bins: 4
    )
    check(binned, golden.disclosureBinned)
  }

  private func check(_ risk: DisclosureRisk?, _ golden: [String: Double?]) {
    guard let score = golden["score"] ?? nil else {
      #expect(risk == nil)
      return
    }
    #expect(agrees(risk?.score, score, 1e-12))
    #expect(agrees(risk?.protection, (golden["cap_protection"] ?? nil) ?? -1, 1e-12))
    #expect(agrees(risk?.baseline, (golden["baseline_protection"] ?? nil) ?? -1, 1e-12))
  }

  @Test("the area and the rate at few false accusations equal scikit-learn's", arguments: 0..<3)
  func membership(index: Int) throws {
    let golden = try DiversityGolden.values.get().memberships[index]
    let risk = try #require(Metrics.membershipRisk(members: golden.members, others: golden.others))
    #expect(agrees(risk.areaUnderCurve, golden.area))
    #expect(agrees(risk.truePositiveRate, golden.rate))
    #expect(risk.interval?.contains(risk.areaUnderCurve) == true)
    let loose = Metrics.membershipRisk(
      members: golden.members,
      others: golden.others,
      falsePositiveRate: 0.1
    )
    #expect(agrees(loose?.truePositiveRate, golden.rate10))
    #expect(agrees(risk.resolution, 1 / Double(golden.others.count)))
  }

  @Test("membership without records, with infinities and with what is not a number")
  func membershipEnds() {
    #expect(Metrics.membershipRisk(members: [], others: [1]) == nil)
    #expect(Metrics.membershipRisk(members: [1], others: []) == nil)
    #expect(Metrics.membershipRisk(members: [.nan], others: [1]) == nil)
    let infinite = Metrics.membershipRisk(members: [0, .infinity], others: [.infinity, 1])
    #expect(infinite?.truePositiveRate == 0.5)
  }

  @Test("distance to the closest record looks safe in wide ranges while rows are copied")
  func wideRanges() throws {
    var random = CounterRandom(seed: 3, sample: 0, operation: 6, draw: 0)
    // One far record stretches the range, so all distances are tiny.
    func draw(_ count: Int) -> [Double] { (0..<count).map { _ in random.unit() } }
    let (train, holdout) = (draw(300) + [1e4], draw(300) + [1e4])
    let copies = (0..<200).map { _ in train[random.index(below: 300)] + random.unit() * 1e-6 }
    func table(_ values: [Double]) -> RecordTable { RecordTable([.numbers(values)]) }
    let toTrain = try #require(Metrics.nearestRecords(table(copies), in: table(train)))
    let toHoldout = try #require(Metrics.nearestRecords(table(copies), in: table(holdout)))
    let protection = try #require(
      Metrics.overfittingProtection(
        toTraining: toTrain.map(\.distance),
        toHoldout: toHoldout.map(\.distance)
      )
    )
    #expect(protection < 0.05)
    let ratios = (
      try #require(Metrics.nearestDistanceRatio(toTrain, quantile: 0.5)),
      try #require(Metrics.nearestDistanceRatio(toHoldout, quantile: 0.5))
    )
    #expect(ratios.0 < 0.05 && ratios.1 > 0.2)
    let honest = table(draw(200))
    let honestToTrain = try #require(Metrics.nearestRecords(honest, in: table(train)))
    let honestToHoldout = try #require(Metrics.nearestRecords(honest, in: table(holdout)))
    let fair = try #require(
      Metrics.overfittingProtection(
        toTraining: honestToTrain.map(\.distance),
        toHoldout: honestToHoldout.map(\.distance)
      )
    )
    #expect(fair > 0.8)
    func attack(_ rows: [Double]) throws -> [Double] {
      try #require(Metrics.nearestRecords(table(rows), in: table(copies))).map(\.distance)
    }
    let (members, others) = (try attack(train), try attack(holdout))
    let risk = try #require(Metrics.membershipRisk(members: members, others: others))
    #expect(risk.areaUnderCurve > 0.6 && risk.truePositiveRate > 0.2)
  }

  @Test("protection against random records, ties for the holdout, and what is undefined")
  func protection() {
    #expect(Metrics.baselineProtection(synthetic: [1, 2, 3], random: [4, 4]) == 0.5)
    #expect(Metrics.baselineProtection(synthetic: [9], random: [4]) == 1)
    #expect(Metrics.baselineProtection(synthetic: [9], random: [0]) == nil)
    #expect(Metrics.baselineProtection(synthetic: [], random: [1]) == nil)
    #expect(Metrics.overfittingProtection(toTraining: [1, 1], toHoldout: [1, 1]) == 1)
    #expect(Metrics.overfittingProtection(toTraining: [1, 0], toHoldout: [1, 1]) == 1)
    #expect(Metrics.overfittingProtection(toTraining: [0, 0], toHoldout: [1, 1]) == 0)
    #expect(Metrics.overfittingProtection(toTraining: [], toHoldout: []) == nil)
    #expect(Metrics.nearestDistanceRatio([]) == nil)
    let twins = NearestRecord(row: 0, distance: 0, secondDistance: 0)
    #expect(twins.ratio == nil)
    #expect(Metrics.nearestDistanceRatio([twins]) == 0)
  }

  @Test("random records keep ranges, kinds and the share of missing values")
  func uniform() {
    let like = RecordTable([
      .numbers([0, 10, 4, nil]), .numbers([0.5, 1, 2, 2]), .categories(["a", "b", nil, nil]),
    ])
    let drawn = Metrics.uniformRecords(like: like, count: 4000, seed: 1)
    #expect(drawn == Metrics.uniformRecords(like: like, count: 4000, seed: 1))
    guard case .numbers(let whole) = drawn.columns[0], case .numbers(let parts) = drawn.columns[1],
      case .categories(let names) = drawn.columns[2]
    else {
      Issue.record("the kinds of the columns changed")
      return
    }
    let known = whole.compactMap(\.self)
    #expect(Set(known) == Set((0...10).map(Double.init)))
    #expect(abs(Double(known.count) / 4000 - 0.75) < 0.03)
    #expect(parts.allSatisfy { $0.map { $0 >= 0.5 && $0 <= 2 } ?? false })
    #expect(Set(names) == ["a", "b", nil])
    #expect(abs(Double(names.count { $0 == nil }) / 4000 - 0.5) < 0.04)
  }

  @Test("nearest vectors by one less the cosine")
  func vectors() async throws {
    let reference = VectorTable(dimensions: 2, values: [1, 0, 0, 1, 1, 1])
    let queries = VectorTable(dimensions: 2, values: [2, 0, 0, 0])
    let nearest = try await Metrics.nearestVectors(queries, in: reference, threads: 1)
    #expect(nearest[0]?.row == 0 && nearest[0]?.distance == 0)
    #expect(agrees(nearest[0]?.secondDistance, 1 - 0.5.squareRoot(), 1e-6))
    #expect(nearest[1] == nil)
  }

  @Test("an empty reference, one record, and numbers at the ends of their range")
  func degenerate() throws {
    let none = RecordTable([.numbers([])])
    let one = RecordTable([.numbers([.greatestFiniteMagnitude])])
    #expect(Metrics.nearestRecords(one, in: none) == nil)
    #expect(Metrics.nearestRecords(none, in: one)?.isEmpty == true)
    #expect(Metrics.nearestRecords(one, in: one)?.first?.secondDistance == nil)
    let wide = RecordTable([.numbers([-.greatestFiniteMagnitude, .greatestFiniteMagnitude, nil])])
    let nearest = try #require(Metrics.nearestRecords(wide, in: wide))
    #expect(nearest.allSatisfy { $0.distance >= 0 && $0.distance <= 1 })
    #expect(Metrics.matchingRecords(wide, in: wide) == [0, 1, 2])
    #expect(
      Metrics.disclosureRisk(real: one, synthetic: one, known: [0], sensitive: [0]) == nil
    )
  }
}
