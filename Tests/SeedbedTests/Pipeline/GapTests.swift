import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("What is there and what is missing")
struct GapTests {
  static let enough = GapEvidence.Supply(seeds: 50, expansions: 0, hasTransforms: true)

  static func profile(_ rows: [[String]], _ dimensions: [String] = ["label", "city"]) -> Profile {
    var profile = Profile(dimensions: dimensions, knownValues: dimensions.map { _ in [] })
    for row in rows { profile.count(row, length: row[0].utf8.count) }
    return profile
  }

  static func gaps(
    _ rows: [[String]],
    _ requirements: [Requirement],
    redundancy: Redundancy = Redundancy([], sketches: [], roots: []),
    supply: @escaping @Sendable (Cell) -> GapEvidence.Supply = { _ in enough }
  ) -> [Gap] {
    GapDetectors.gaps(
      in: GapEvidence(
        profile: profile(rows),
        requirements: requirements,
        redundancy: redundancy,
        maximumDuplicateShare: 0.3,
        supply: supply
      )
    )
  }

  static func cell(_ coordinates: (String, String)...) -> Cell {
    Cell(coordinates.map { Cell.Coordinate($0.0, $0.1) })
  }

  @Test(
    "cells are counted one by one and pair by pair, however the parts are merged",
    arguments: 0..<5
  )
  func counts(seed: Int) {
    var random = PipelineFixture.random(seed)
    let values = ["a", "b", "c", "", "(none)", "é"]
    let rows = (0..<300).map { _ in (0..<3).map { _ in values[random.index(below: values.count)] } }
    let dimensions = ["label", "x", "y"]
    let whole = Self.profile(rows, dimensions)
    var merged = Self.profile([], dimensions)
    for start in stride(from: 0, to: rows.count, by: 70) {
      merged.merge(Self.profile(Array(rows[start..<min(rows.count, start + 70)]), dimensions))
    }
    for profile in [whole, merged] {
      #expect(profile.rows == 300)
      #expect(profile.count(in: Cell([])) == 300)
      for (i, left) in dimensions.enumerated() {
        for value in values {
          #expect(profile.count(in: Self.cell((left, value))) == rows.count { $0[i] == value })
          for (j, right) in dimensions.enumerated() where i != j {
            let pair = Self.cell((left, value), (right, "b"))
            #expect(profile.count(in: pair) == rows.count { $0[i] == value && $0[j] == "b" })
          }
        }
      }
      #expect(profile.count(in: Self.cell(("none", "a"))) == 0)
      #expect(profile.count(in: Self.cell(("label", "unseen"))) == 0)
    }
  }

  @Test("a profile is the same with any number of threads")
  func threads() async throws {
    let dimensions = try DimensionSet(["label", "length", "noise", "form"], languages: [])
    let inputs = (0..<5000).map { index in
      DimensionInput(
        text: SimilarityTests.corpus(1, seed: index % 40)[index % 5],
        label: "l\(index % 3)",
        fields: JSONObject()
      )
    }
    func profile(_ threads: Int) async throws -> [Int] {
      var profiler = Profiler(dimensions: dimensions, threads: threads)
      try await profiler.count(inputs)
      let result = profiler.result
      return ["label", "length", "noise", "form"].flatMap { name in
        result.values(of: name).map { result.count(in: Self.cell((name, $0))) }
      } + [result.repeatedRows, result.shortest, result.longest]
    }
    #expect(try await profile(1) == profile(4))
  }

  @Test("a cell below its requirement is missing or thin, one that reaches it is no gap")
  func coverage() {
    let rows = Array(repeating: ["a", "x"], count: 5) + [["b", "x"], ["b", "y"]]
    let found = Self.gaps(
      rows,
      [
        Requirement(Self.cell(("label", "*")), minimum: 3),
        Requirement(Self.cell(("label", "c")), minimum: 2),
        Requirement(Self.cell(("label", "a"), ("city", "*")), minimum: 5),
      ]
    ).filter { $0.kind != .imbalanced }
    #expect(found.map(\.cell.description) == ["label=b", "label=c", "label=a, city=y"])
    #expect(found.map(\.kind) == [.thin, .missing, .missing])
    #expect(found.map(\.have) == [2, 0, 0])
    #expect(found.map(\.deficit) == [1, 2, 5])
  }

  @Test("the most specific requirement of a cell counts, the later one of equals")
  func specific() {
    let rows = [["a", "x"], ["b", "x"]]
    func need(_ requirements: [Requirement]) -> [String: Int] {
      var needs: [String: Int] = [:]
      for gap in Self.gaps(rows, requirements) { needs[gap.cell.description] = gap.need }
      return needs
    }
    let all = Requirement(Self.cell(("label", "*")), minimum: 9)
    let own = Requirement(Self.cell(("label", "a")), minimum: 4)
    #expect(need([all, own]) == ["label=a": 4, "label=b": 9])
    #expect(need([own, all]) == ["label=a": 4, "label=b": 9])
    #expect(need([own, Requirement(own.pattern, minimum: 7)]) == ["label=a": 7])
  }

  @Test(
    "a gap is filled only where there is something to grow from",
    arguments: [
      (GapEvidence.Supply(seeds: 3, expansions: 0, hasTransforms: true), GapDecision.fill),
      (.init(seeds: 2, expansions: 0, hasTransforms: true), .collect),
      (.init(seeds: 0, expansions: 0, hasTransforms: true), .collect),
      (.init(seeds: 0, expansions: 4, hasTransforms: true), .fill),
      (.init(seeds: 90, expansions: 0, hasTransforms: false), .collect),
      (.init(seeds: 90, expansions: 4, hasTransforms: false), .fill),
    ]
  )
  func decisions(supply: GapEvidence.Supply, decision: GapDecision) throws {
    let gaps = Self.gaps([["a", "x"]], [Requirement(Self.cell(("label", "a")), minimum: 9)]) { _ in
      supply
    }
    #expect(gaps.map(\.decision) == [decision])
    #expect(gaps.allSatisfy { !$0.reason.isEmpty && $0.evidence == "1 of 9 required" })
  }

  @Test("labels that differ by a factor of five are named, with both counts")
  func imbalance() {
    func found(_ counts: [Int]) -> [Gap] {
      Self.gaps(counts.enumerated().flatMap { Array(repeating: ["l\($0)", "x"], count: $1) }, [])
    }
    #expect(found([50, 10]).map(\.kind) == [.imbalanced])
    #expect(found([50, 10])[0].evidence.contains("50"))
    #expect(found([50, 11]).isEmpty)
    #expect(found([50]).isEmpty)
    #expect(found([]).isEmpty)
  }

  @Test("duplicates above the limit and conflicting labels are to be repaired")
  func redundancy() throws {
    func decisions(_ rows: [(text: String, label: String)]) throws -> [GapDecision] {
      let samples = try PipelineFixture.real(rows), sketches = PipelineFixture.sketches(samples)
      var groups = Groups.nearDuplicates(sketches, threshold: 0.8)
      let redundancy = Redundancy(samples, sketches: sketches, roots: groups.roots())
      return Self.gaps([["a", "x"]], [], redundancy: redundancy).map(\.decision)
    }
    let own = (0..<8).map { (text: "text number \($0) \($0 * 7919)", label: "a") }
    #expect(try decisions(own).isEmpty)
    #expect(try decisions(own + [own[0]]) == [.leave])
    #expect(try decisions(own + own) == [.repair])
    #expect(try decisions(own + [(text: own[0].text, label: "b")]) == [.leave, .repair])
  }
}
