import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Asking by prompts")
struct PromptedAskerTests {
  private let shape = AnswerShape(
    "texts",
    [
      "type": "object", "additionalProperties": false, "required": ["texts"],
      "properties": ["texts": ["type": "array", "items": ["type": "string"]]],
    ]
  )
  private let values: PromptValues = [
    "count": .words("1"), "label": .data("card_arrival"),
    "items": .list([["number": .words("1"), "demands": .words("short")]]),
  ]

  private func asker(_ model: ScriptedLanguageModel) -> PromptedAsker {
    PromptedAsker(model: model, library: PromptLibrary(), seed: 7)
  }

  private func failure(
    _ model: ScriptedLanguageModel,
    shape: AnswerShape?
  ) async -> RequestFailure? {
    await #expect(throws: RequestFailure.self) {
      try await asker(model).ask("instruct", values, shape: shape)
    }
  }

  @Test("a usable answer comes back with the prompt's version and the request's key")
  func usable() async throws {
    let model = ScriptedLanguageModel(#"{"texts": ["Where is it?"]}"#)
    let reply = try await asker(model).ask(
      "instruct",
      values,
      shape: shape,
      sampling: SamplingSettings(temperature: 0.9),
      variant: 3
    )
    #expect(reply.value == ["texts": ["Where is it?"]])
    #expect(reply.prompt.version == (try PromptLibrary().prompt(named: "instruct").version))
    #expect(reply.requests == ["key-0"])
    #expect(reply.model == "writer")
    #expect(model.requests[0].variant == 3)
    #expect(model.requests[0].sampling.temperature == 0.9)
    #expect(model.requests[0].shape == shape)
  }

  @Test("an unusable answer is sent back once, with its faults and the schema as data")
  func repaired() async throws {
    let model = ScriptedLanguageModel(#"{"utterances": ["x"]}"#, #"{"texts": ["x"]}"#)
    let reply = try await asker(model).ask("instruct", values, shape: shape)
    #expect(reply.value == ["texts": ["x"]])
    #expect(reply.requests == ["key-0", "key-1"])
    #expect(reply.repairs.count == 1)
    let second = model.requests[1]
    #expect(second.shape == shape)
    #expect(second.messages.map(\.role) == [.system, .user])
    #expect(second.messages[1].content.contains(#"{"utterances": ["x"]}"#))
    #expect(second.messages[1].content.contains(#""additionalProperties":false"#))
  }

  @Test("an answer that stays unusable is a failure after exactly two requests")
  func unusable() async {
    let model = ScriptedLanguageModel(#"{"utterances": ["x"]}"#)
    let failure = await failure(model, shape: shape)
    #expect(failure?.kind == .unusable)
    #expect(failure?.key == "key-1")
    #expect(model.requests.count == 2)
  }

  @Test("a refusal is a failure of its own kind and is not asked again")
  func refused() async {
    let model = ScriptedLanguageModel("I'm sorry, but I can't help with that.")
    #expect(await failure(model, shape: shape)?.kind == .refused)
    #expect(model.requests.count == 1)
  }

  @Test(
    "the endpoint's own word about the end counts",
    arguments: [
      (ModelAnswer.Finish.refusal, RequestFailure.Kind.refused), (.filtered, .filtered),
      (.length, .unusable),
    ]
  )
  func finish(_ finish: ModelAnswer.Finish, _ kind: RequestFailure.Kind) async {
    let model = ScriptedLanguageModel { _, _ in
      ModelAnswer(key: "k", text: "half a", finish: finish, model: "", usage: TokenUsage())
    }
    #expect(await failure(model, shape: nil)?.kind == kind)
    #expect(model.requests.count == 1)
  }

  @Test("free text comes as it is; an empty one is unusable")
  func freeText() async throws {
    let reply = try await asker(ScriptedLanguageModel("{\"a\": 1} \n"))
      .ask("instruct", values)
    #expect(reply.value == "{\"a\": 1} \n")
    #expect(await failure(ScriptedLanguageModel(" \n\u{A0}"), shape: nil)?.kind == .unusable)
  }

  @Test("the same question is the same request, byte for byte")
  func deterministic() async throws {
    let first = ScriptedLanguageModel(#"{"texts": []}"#)
    let second = ScriptedLanguageModel(#"{"texts": []}"#)
    _ = try await asker(first).ask("instruct", values, shape: shape)
    _ = try await asker(second).ask("instruct", values, shape: shape)
    #expect(first.requests == second.requests)
  }
}
