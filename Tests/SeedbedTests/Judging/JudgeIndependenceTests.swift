import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Independence of judges")
struct JudgeIndependenceTests {
  private static func model(
    _ name: String,
    _ model: String,
    at endpoint: String = "https://one.example/v1",
    family: String? = nil
  ) -> ModelIdentity {
    ModelIdentity(
      name: name,
      endpoint: endpoint,
      model: model,
      family: family ?? ModelFamily.family(of: model)
    )
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var generator: ModelIdentity
    var judge: ModelIdentity
    var words: String?

    var testDescription: String { "\(generator.model) and \(judge.model)" }
  }

  @Test(
    "a model, its family and its other names may not judge what it wrote",
    arguments: [
      Example(
        generator: model("w", "gpt-4.1"),
        judge: model("j", "gpt-4.1"),
        words: "`j` is the model that wrote: `gpt-4.1` at `https://one.example/v1`"
      ),
      Example(
        generator: model("w", "gpt-4.1"),
        judge: model("j", "gpt-4.1-mini"),
        words: "`w` and `j` are both of the family `gpt`"
      ),
      Example(
        generator: model("w", "in-house", family: "ours"),
        judge: model("j", "openai/In-House", at: "https://two.example", family: "theirs"),
        words: "`w` and `j` are one model, `openai/In-House`, behind two endpoints"
      ),
      Example(
        generator: model("w", "blue", family: "Sky"),
        judge: model("j", "azure", at: "https://two.example", family: "sky"),
        words: "`w` and `j` are both of the family `sky`"
      ),
      Example(
        generator: model("w", "", at: "python w.py", family: ""),
        judge: model("j", "gpt-4.1"),
        words: "nothing says which family `w` is of; declare its `family`"
      ),
      Example(generator: model("w", "gpt-4.1"), judge: model("j", "claude-sonnet-4"), words: nil),
      Example(
        generator: model("w", "gpt-like", family: "ours"),
        judge: model("j", "gpt-4.1"),
        words: nil
      ),
    ]
  )
  func reasons(_ example: Example) {
    let found = JudgeIndependence.conflicts(
      generators: [example.generator],
      judges: [example.judge]
    )
    #expect(found.map(\.reason) == [example.words].compactMap(\.self))
  }

  @Test("every pair is looked at, in order")
  func pairs() {
    let generators = [Self.model("a", "gpt-4o"), Self.model("b", "qwen3")]
    let judges = [Self.model("c", "qwen2.5-7b"), Self.model("d", "o3")]
    let found = JudgeIndependence.conflicts(generators: generators, judges: judges)
    #expect(found.map { $0.generator.name + $0.judge.name } == ["ad", "bc"])
  }
}
