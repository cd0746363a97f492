import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Label models")
struct LabelModelTests {
  @Test("a child is judged by the model that has not seen its parent")
  func outOfFold() throws {
    // One label is wrong on purpose: a model that had seen it would believe it more.
    var rows = CheckTests.texts
    rows[1].label = "delivery"
    let real = try PipelineFixture.real(rows)
    let model = try #require(
      LabelModel(real, groups: Array(real.indices), examples: [], quantile: 0.1, threads: 1)
    )
    let child = PipelineFixture.child(of: real[1], rows[1].text)
    let score = try #require(model.scores(of: [child], threads: 1)[0])
    #expect(score == model.score(ofReal: real[1].id))
    #expect(score.best == "password")
    #expect(score.margin < 0)
  }

  @Test(
    "a row that people stand by teaches its label to other rows, and not to those of its own origin"
  )
  func peopleTeach() throws {
    let real = try PipelineFixture.real(CheckTests.texts)
    let text = "quokka zebu okapi"
    func own(_ examples: [LabelModel.Example], parent: Sample) throws -> Double {
      let model = try #require(
        LabelModel(real, groups: Array(real.indices), examples: examples, quantile: 0.1, threads: 1)
      )
      let child = PipelineFixture.child(of: parent, text)
      return try #require(model.scores(of: [child], threads: 1)[0]).own
    }
    let label = try #require(real[0].label)
    let taught = LabelModel.Example(source: "x", text: text, label: label, origin: real[0].id.hex)
    // Each model has seen the example but the one that has not seen its origin either.
    let sibling = try own([taught], parent: real[0])
    #expect(abs(sibling - (try own([], parent: real[0]))) < 0.1)
    let strangers = try real[1...].filter { $0.label == label }.map {
      try own([taught], parent: $0)
    }
    #expect((strangers.max() ?? 0) > sibling + 0.1)
  }

  @Test("rows of an origin that the model does not know are held out together")
  func unknownOrigin() throws {
    let real = try PipelineFixture.real(CheckTests.texts)
    let stranger = try PipelineFixture.real([("something else", "delivery")])[0]
    let text = "quokka zebu okapi"
    let examples = [
      LabelModel.Example(source: "x", text: text, label: "delivery", origin: stranger.id.hex),
      LabelModel.Example(source: "y", text: text, label: "delivery", origin: stranger.id.hex),
    ]
    let groups = Array(real.indices), child = PipelineFixture.child(of: stranger, text)
    func own(_ examples: [LabelModel.Example]) throws -> Double {
      let model = LabelModel(real, groups: groups, examples: examples, quantile: 0.1, threads: 1)
      return try #require(model?.scores(of: [child], threads: 1)[0]).own
    }
    let free = examples.map { example in
      LabelModel.Example(source: example.source, text: example.text, label: example.label)
    }
    #expect(try own(examples) < own(free) - 0.1)
  }

  @Test("too little to learn from gives no model")
  func tooLittle() throws {
    func model(_ rows: [(String, String)]) throws -> LabelModel? {
      let real = try PipelineFixture.real(rows.map { (text: $0.0, label: $0.1) })
      return LabelModel(real, groups: Array(real.indices), examples: [], quantile: 0.1, threads: 1)
    }
    #expect(try model([]) == nil)
    #expect(try model((0..<20).map { ("text \($0)", "only") }) == nil)
    #expect(try model((0..<5).map { ("text \($0)", "l\($0)") }) == nil)
    #expect(try model((0..<20).map { ("text \($0)", $0 == 0 ? "" : "a") }) == nil)
  }

  @Test("data that is one single group is no crash")
  func oneGroup() throws {
    let real = try PipelineFixture.real(CheckTests.texts)
    let model = LabelModel(
      real,
      groups: real.map { _ in 0 },
      examples: [],
      quantile: 0.1,
      threads: 1
    )
    #expect(model == nil || model?.classes == ["delivery", "password"])
  }
}

@Suite("Difficulty")
struct DifficultyTests {
  @Test("typical samples are easy, confusing ones hard, wrappers adversarial; reasons are given")
  func tiers() throws {
    let real = try PipelineFixture.real(CheckTests.texts)
    let labels = LabelModel(
      real,
      groups: Array(real.indices),
      examples: [],
      quantile: 0.1,
      threads: 1
    )
    let tagger = DifficultyTagger(
      labels: labels,
      noise: { $0.text.contains("zzz") ? "heavy" : "clean" },
      isAdversarial: { $0 == "adversarial" }
    )
    let confusing = PipelineFixture.child(
      of: real[0],
      "I forgot the password of my account, please reset the login."
    )
    let wrapped = PipelineFixture.child(of: real[0], CheckTests.good, method: "adversarial")
    let tags = tagger.tags(of: real + [confusing, wrapped], threads: 2)
    #expect(tags.count == real.count + 2)
    #expect(tags.allSatisfy { !$0.reasons.isEmpty })
    #expect(tags[real.count].tier == .hard)
    #expect(tags[real.count + 1].tier == .adversarial)
    let tiers = Set(tags.prefix(real.count).map(\.tier))
    #expect(tiers.isSuperset(of: [.easy, .hard]))
    let noisy = PipelineFixture.child(of: real[0], "zzz " + real[0].text)
    #expect(tagger.tags(of: [noisy], threads: 1)[0].reasons.contains("written very carelessly"))
  }

  @Test("without labels the length counts")
  func unlabelled() throws {
    let tagger = DifficultyTagger(
      labels: nil,
      noise: { _ in "clean" },
      isAdversarial: { _ in false }
    )
    let samples = try PipelineFixture.real(
      [5, 40, 100].map { (Array(repeating: "word", count: $0).joined(separator: " "), "a") }
    )
    #expect(tagger.tags(of: samples, threads: 1).map(\.tier) == [.easy, .medium, .hard])
  }
}
