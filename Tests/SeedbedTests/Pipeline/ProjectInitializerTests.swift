import SeedbedData
import SeedbedPipeline
import Testing

@Suite("A project is begun")
struct ProjectInitializerTests {
  static func csv(_ rows: [(text: String, label: String)], header: String = "text,label") -> String
  {
    header + "\n" + rows.map { "\"\($0.text)\",\($0.label)\n" }.joined()
  }

  @Test("the file that is written reads back and works as it stands")
  func written() async throws {
    let folder = try PipelineFolder()
    try folder.write("rows.csv", Self.csv(RunnerProject.rows))
    var request = ProjectInitializer.Request(folder: folder.path)
    request.file = folder.file("rows.csv")
    let outcome = try await ProjectInitializer(request).run()
    let project = try Project(openingAt: folder.path)
    #expect(project.configuration == outcome.configuration)
    #expect(project.configuration.task == .classification)
    #expect(project.configuration.data.path == "rows.csv")
    #expect(project.configuration.languages == ["en"])
    #expect(outcome.rows == RunnerProject.rows.count)
    #expect(abs(Double(outcome.sealed) - 0.2 * Double(outcome.rows)) <= 12)
    let runner = Runner(
      project: project,
      journal: InMemoryJournal(),
      options: .init(threads: 1, clock: { 0 })
    )
    #expect(try await runner.gaps().data.count == outcome.rows - outcome.sealed)
    let again = await GateTests.refusal { _ = try await ProjectInitializer(request).run() }
    #expect(again?.code == .gate)
    withExtendedLifetime(folder) {}
  }

  @Test(
    "a header of any characters gives a file that reads back",
    arguments: ["No.,x", "\"the\ntext\",label", "\"a: b\",\"#1\"", "\"te\u{85}xt\",label"]
  )
  func headers(header: String) async throws {
    let folder = try PipelineFolder()
    try folder.write("rows.csv", Self.csv(RunnerProject.rows, header: header))
    var request = ProjectInitializer.Request(folder: folder.path)
    request.file = folder.file("rows.csv")
    request.reading.hasHeader = true
    let outcome = try await ProjectInitializer(request).run()
    let read = try Project(openingAt: folder.path).configuration
    #expect(read.fields.text?.description == outcome.configuration.fields.text?.description)
    #expect(read.task == .classification)
    withExtendedLifetime(folder) {}
  }

  @Test("a holdout of the user's own that leaks is refused, or sealed without the rows that leak")
  func ownHoldout() async throws {
    let folder = try PipelineFolder(), rows = RunnerProject.rows
    try folder.write("rows.csv", Self.csv(rows))
    let fresh = (0..<8).map {
      (text: "Is store \($0 * 977) in Ghent open on Sunday mornings", label: "delivery")
    }
    let leaking = rows.prefix(3).map { (text: $0.text.uppercased(), label: $0.label) }
    try folder.write("test.csv", Self.csv(fresh + leaking))
    var request = ProjectInitializer.Request(folder: folder.path)
    request.file = folder.file("rows.csv")
    request.holdout = folder.file("test.csv")
    let error = await GateTests.refusal { _ = try await ProjectInitializer(request).run() }
    #expect(error?.code == .gate)
    #expect(error?.message.contains("the holdout leaks") == true)
    #expect(throws: SeedbedError.self) { try Project(openingAt: folder.path) }
    request.dropsLeaking = true
    let outcome = try await ProjectInitializer(request).run()
    #expect(outcome.dropped == 3)
    #expect(outcome.sealed == 8)
    withExtendedLifetime(folder) {}
  }

  @Test("too few rows, no rows and no file are errors that say what to do")
  func tooLittle() async throws {
    for (text, words) in [
      ("text,label\n", "no row"), (Self.csv(Array(RunnerProject.rows.prefix(2))), "too few"),
    ] {
      let folder = try PipelineFolder()
      try folder.write("rows.csv", text)
      var request = ProjectInitializer.Request(folder: folder.path)
      request.file = folder.file("rows.csv")
      let error = await GateTests.refusal { _ = try await ProjectInitializer(request).run() }
      #expect(error?.message.contains(words) == true, "\(words)")
      withExtendedLifetime(folder) {}
    }
    let folder = try PipelineFolder()
    let error = await GateTests.refusal {
      _ = try await ProjectInitializer(.init(folder: folder.path)).run()
    }
    #expect(error?.code == .usage)
    withExtendedLifetime(folder) {}
  }
}
