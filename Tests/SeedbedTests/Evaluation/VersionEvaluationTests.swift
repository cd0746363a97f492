import Foundation
import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("What a version is worth")
struct VersionEvaluationTests {
  /// A version of a small project with a holdout, its training samples, and children of half of them.
  struct Setting {
    let project: RunnerProject
    let version: DatasetVersion
    let samples: [Sample]

    init(labels: Bool = true) async throws {
      project = try await RunnerProject()
      let opened = try Project(openingAt: project.folder.path)
      let seal = try SealedHoldout(openingAt: opened.holdoutPath).seal
      let rows = RunnerProject.rows.map { ($0.text, $0.label) }
      var samples = try PipelineFixture.real(rows)
      samples += samples.prefix(20).map { PipelineFixture.child(of: $0, $0.text.lowercased()) }
      for index in samples.indices {
        samples[index].split = index % 10 == 9 ? .validation : .train
        if !labels { samples[index].label = nil }
      }
      self.samples = samples
      version = Self.version(samples, seal: seal)
    }

    static func version(_ samples: [Sample], seal: String?) -> DatasetVersion {
      DatasetVersion(
        run: "run",
        holdoutSeal: seal,
        members: samples.map {
          .init(sample: $0.id, split: $0.split ?? .train, origin: $0.origin)
        },
        leakScan: LeakScan(threshold: 0.9, compared: 0, crossingGroups: 0, leaks: [])
      )
    }

    func run(
      _ version: DatasetVersion? = nil,
      evaluator: ExternalEvaluation.Evaluator? = nil
    ) async throws -> VersionEvaluation {
      try await VersionEvaluation.run(
        version ?? self.version,
        samples: samples,
        of: Project(openingAt: project.folder.path),
        options: .brief,
        evaluator: evaluator
      )
    }
  }

  @Test("training samples only, measured on the sealed holdout, by label, tier and dimension")
  func whole() async throws {
    let setting = try await Setting()
    let evaluation = try await setting.run { _, _ in ["accuracy": 1] }
    let utility = try #require(evaluation.utility)
    let train = setting.samples.filter { $0.split == .train }
    #expect(utility.realRows == train.count { $0.origin == .real })
    #expect(utility.syntheticRows == train.count { $0.origin == .synthetic })
    #expect(utility.testRows == evaluation.holdoutRows)
    #expect(Set(utility.slices.map(\.dimension)) == ["label", "difficulty", "noise"])
    let tiers = utility.slices.filter { $0.dimension == "difficulty" }
    #expect(tiers.reduce(0) { $0 + $1.rows } == evaluation.holdoutRows)
    #expect(evaluation.external?.results.count == 3)
    #expect(
      evaluation.json.keys == ["version", "holdout", "utility", "not_measured", "external"]
    )
  }

  @Test("a version of another holdout is refused")
  func otherHoldout() async throws {
    let setting = try await Setting()
    for seal in [nil, String(repeating: "0", count: 64)] {
      let version = Setting.version(setting.samples, seal: seal)
      let error = await #expect(throws: SeedbedError.self) { try await setting.run(version) }
      #expect(error?.code == .gate && error?.message.contains("was made with") == true)
    }
  }

  @Test("without labels it says what is not measured, and what to do")
  func noLabels() async throws {
    let setting = try await Setting(labels: false)
    let error = await #expect(throws: SeedbedError.self) { try await setting.run() }
    #expect(error?.code == .data)
    #expect(error?.message.contains("macro F1") == true)
    #expect(error?.hint?.contains("evaluate: {command") == true)
    let external = try await setting.run { _, _ in ["exact_match": 0.5] }
    #expect(external.utility == nil && external.notMeasured != nil)
    #expect(external.external?.results.map(\.name) == ["real", "synthetic", "mix"])
  }
}
