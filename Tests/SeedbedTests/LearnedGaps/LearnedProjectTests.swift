import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("Learned gaps of a project")
struct LearnedProjectTests {
  static func runner(
    _ project: RunnerProject,
    learning: GapLearning?,
    threads: Int = 2
  ) throws -> Runner {
    Runner(
      project: try Project(openingAt: project.folder.path),
      journal: InMemoryJournal(),
      learning: learning,
      options: Runner.Options(
        threads: threads,
        clock: { 1_700_000_000 },
        progress: { [folder = project.folder] _ in withExtendedLifetime(folder) {} }
      )
    )
  }

  static func reference(_ project: RunnerProject, _ texts: [String]) throws -> GapLearning {
    let lines = texts.map { JSONValue.object(["text": .string($0)]).serialized(.compact) }
    try project.folder.write("log.jsonl", lines.joined(separator: "\n") + "\n")
    return GapLearning(
      reference: GapLearning.ReferenceFile(
        path: project.folder.file("log.jsonl"),
        name: "log.jsonl"
      ),
      embedder: HashedEmbedder()
    )
  }

  @Test("required cells have a worth before anything is planned, and the plan keeps to the budget")
  func weights() async throws {
    let project = try await RunnerProject()
    let plain = try await Self.runner(project, learning: nil).gaps()
    let written = try project.folder.bytes("plan.yaml")
    let learned = try await Self.runner(project, learning: GapLearning()).gaps()
    #expect(plain.gaps.allSatisfy { $0.weight == nil } && plain.learned == nil)
    let required = learned.gaps.filter { $0.kind == .thin && $0.cell.dimensions == ["label"] }
    #expect(!required.isEmpty && required.allSatisfy { $0.weight != nil })
    #expect(learned.plan.quotas.filter { $0.split == .train }.reduce(0) { $0 + $1.count } <= 20)
    #expect(learned.plan.quotas.contains { $0.reason.contains("errors in 1,000 rows") })
    #expect(!plain.plan.quotas.contains { $0.reason.contains("errors in") })
    let report = try #require(learned.learned)
    #expect(report.rows > 40 && report.accuracy.map { $0.estimate > 0.8 } == true)
    #expect(report.topics.isEmpty && report.reference == nil && report.embedder == nil)
    // Without learning the plan is the same bytes again.
    _ = try await Self.runner(project, learning: nil).gaps()
    #expect(try project.folder.bytes("plan.yaml") == written)
  }

  @Test("rows of a log that are like the sealed holdout are counted and left out")
  func holdoutOverlap() async throws {
    let project = try await RunnerProject()
    let holdout = try SealedHoldout(openingAt: project.folder.path + "/.seedbed/holdout.jsonl")
    let sealed = try String(
      contentsOfFile: project.folder.path + "/.seedbed/holdout.jsonl",
      encoding: .utf8
    ).split(separator: "\n").dropFirst().compactMap { line in
      (try? JSONParser.parse(String(line)))?["text"]?.string
    }
    #expect(sealed.count == holdout.count && sealed.count > 3)
    let others = (0..<30).map { "where can I read about the weather of tomorrow number \($0)" }
    let near = sealed.map { $0.uppercased() + "!" }
    let learning = try Self.reference(project, near + others)
    let report = try await Self.runner(project, learning: learning).gaps()
    let reference = try #require(report.learned?.reference)
    #expect(reference.file.likeHoldout == near.count)
    #expect(reference.file.rows == others.count && reference.file.name == "log.jsonl")
    for gap in report.gaps where gap.kind == .uncovered {
      #expect(gap.rows.allSatisfy { $0 > near.count })
    }
    let only = try Self.reference(project, near)
    await #expect(throws: SeedbedError.self) {
      _ = try await Self.runner(project, learning: only).gaps()
    }
  }

  @Test(
    "regions, topics and careless writing of a log stand in the report; any threads, same report"
  )
  func reference() async throws {
    let project = try await RunnerProject()
    let rows = RunnerProject.rows.map { $0.text.lowercased().replacing("?", with: "") }
    let weather = (0..<40).map { "will it rain in the mountains on day \($0) of the walking tour" }
    let learning = try Self.reference(project, rows.map { $0 + " pls" } + weather)
    var found: [GapReport] = []
    for threads in [1, 3] {
      found.append(try await Self.runner(project, learning: learning, threads: threads).gaps())
    }
    let report = found[0]
    let region = try #require(report.gaps.first { $0.kind == .uncovered })
    #expect(region.evidence.contains("rain") || region.evidence.contains("mountains"))
    #expect(report.gaps.contains { $0.kind == .tooClean })
    let learned = try #require(report.learned)
    #expect(learned.embedder == HashedEmbedder().identity)
    #expect(learned.topics.count >= 2)
    #expect(learned.topics.reduce(0) { $0 + $1.rows } == learned.rows)
    let uncovered = try #require(learned.reference?.uncovered)
    #expect(uncovered.estimate > 0.2)
    #expect(found[0].gaps == found[1].gaps && found[0].plan == found[1].plan)
    #expect(found[0].learned?.topics == found[1].learned?.topics)
  }

  @Test("the plan of learned gaps is one that can be carried out")
  func carriedOut() async throws {
    let project = try await RunnerProject()
    let runner = try Self.runner(project, learning: GapLearning())
    let outcome = try await runner.run()
    #expect(outcome.gaps.learned != nil)
    #expect(outcome.report.collect.allSatisfy { !$0.coordinates.isEmpty })
    #expect(Set(outcome.report.collect).count == outcome.report.collect.count)
    // Planned by the same data and settings, so the plan is used as it stands.
    let plan = try project.plan()
    _ = try await Self.runner(project, learning: nil).run()
    #expect(try project.plan() == plan)
  }

  @Test("another reference set is another configuration, and a log without the text says so")
  func configuration() async throws {
    let project = try await RunnerProject()
    let before = try Project(openingAt: project.folder.path).configurationDigest
    let text = String(decoding: try project.folder.bytes("seedbed.yaml"), as: UTF8.self)
    try project.folder.write("seedbed.yaml", text + "reference: log.jsonl\n")
    var digests: Set<String> = [before]
    for content in ["", #"{"text": "a"}"#, #"{"text": "b"}"#] {
      if !content.isEmpty { try project.folder.write("log.jsonl", content) }
      digests.insert(try Project(openingAt: project.folder.path).configurationDigest)
    }
    #expect(digests.count == 4)
    let learned = ["", "gaps: {learned: true}\n", "gaps: {learned: false}\n"].map {
      try? Configuration(yaml: text + "reference: log.jsonl\n" + $0, file: "seedbed.yaml")
        .learnsGaps
    }
    #expect(learned == [true, true, false])
    #expect(try !Configuration(yaml: text, file: "seedbed.yaml").learnsGaps)
    try project.folder.write("log.jsonl", #"{"words": "b"}"#)
    let learning = GapLearning(
      reference: GapLearning.ReferenceFile(
        path: project.folder.file("log.jsonl"),
        name: "log.jsonl"
      )
    )
    let error = await #expect(throws: SeedbedError.self) {
      _ = try await Self.runner(project, learning: learning).gaps()
    }
    #expect(error?.message.contains("`log.jsonl`") == true)
    #expect(error?.hint?.contains("--text") == true)
  }
}
