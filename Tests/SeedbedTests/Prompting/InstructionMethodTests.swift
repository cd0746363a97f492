import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Methods that make instructions")
struct InstructionMethodTests {
  private let known = "Convert 85 F to Celsius."

  private func answering(
    _ rule: @escaping @Sendable (String, Int) -> String
  ) -> ScriptedLanguageModel {
    ScriptedLanguageModel { request, number in
      ModelAnswer(
        key: "key-\(number)",
        text: rule(request.shape?.name ?? "text", number),
        finish: .stop,
        model: "scripted",
        usage: TokenUsage()
      )
    }
  }

  private func draw(_ method: any PromptedMethod) -> PromptedDraw {
    MethodDraws.draw(of: method, label: nil, examples: [known], task: .instruction)
  }

  @Test("a known instruction is dropped by ROUGE-L, unfit ones by rule, and a class is drawn first")
  func selfInstruct() async throws {
    let model = answering { shape, _ in
      switch shape {
      case "tasks":
        """
        {"tasks": [{"instruction": "Convert 72 F to Celsius.", "is_classification": false},
        {"instruction": "Describe the picture in two sentences.", "is_classification": false},
        {"instruction": "Say whether a review is angry or calm.", "is_classification": true}]}
        """
      case "classes": #"{"classes": ["angry", "calm", "angry"]}"#
      default: #"{"input": "Never again!"}"#
      }
    }
    let method = SelfInstruct()
    let drafts = try await method.drafts(for: draw(method), asking: MethodDraws.asker(model))
    #expect(drafts.map(\.text) == ["Say whether a review is angry or calm."])
    let dropped = drafts[0].parameters["dropped"]?.array ?? []
    #expect(dropped.count == 2)
    #expect(dropped.first?["reason"] == "it is too similar to a known one")
    #expect(drafts[0].parameters["classes"] == ["angry", "calm"])
    let input = try #require(model.requests.last?.messages.last?.content)
    let output = try #require(drafts[0].values.last?.value.string)
    #expect(["angry", "calm"].contains(output))
    #expect(input.contains("\n\(output)\n"))
    #expect(drafts[0].replies.count == 3)
  }

  @Test("cases without an answer, or with an answer that repeats the input, are thrown away")
  func cases() async {
    for answer in [
      #"{"input": "a", "output": " "}"#, #"{"input": "Same text", "output": "same text."}"#,
      #"{"input": "", "output": "Here it is:"}"#,
    ] {
      let model = answering { shape, _ in
        shape == "tasks"
          ? #"{"tasks": [{"instruction": "Name three rivers of Asia.", "is_classification": false}]}"#
          : answer
      }
      let method = SelfInstruct()
      await #expect(throws: RequestFailure.self) {
        try await method.drafts(for: draw(method), asking: MethodDraws.asker(model))
      }
    }
  }

  @Test("a draw that waits for a batch file waits as a whole")
  func pending() async {
    let model = ScriptedLanguageModel { request, _ in
      guard request.shape?.name == "tasks" else {
        throw RequestFailure(.pending, "later", key: "k")
      }
      let text = """
        {"tasks": [{"instruction": "Name three rivers of Asia.", "is_classification": false},
        {"instruction": "Explain why bread rises in an oven.", "is_classification": false}]}
        """
      return ModelAnswer(key: "k", text: text, finish: .stop, model: "", usage: TokenUsage())
    }
    let method = SelfInstruct()
    let failure = await #expect(throws: RequestFailure.self) {
      try await method.drafts(for: draw(method), asking: MethodDraws.asker(model))
    }
    #expect(failure?.kind == .pending)
    #expect(model.requests.count == 3)
  }

  @Test("an evolved instruction has to add something; what does not is recorded with its reason")
  func evolve() async throws {
    let model = answering { shape, number in
      switch shape {
      case "evolved":
        number == 0
          ? ##"{"instruction": "#Rewritten Prompt#: convert it."}"##
          : #"{"instruction": "Convert 85 F to Celsius and show each step."}"#
      case "gain": #"{"reason": "steps", "adds": true}"#
      default: "29.4 degrees, by subtracting 32 first."
      }
    }
    let method = EvolvedInstructions()
    let draw = draw(method)
    let drafts = try await method.drafts(for: draw, asking: MethodDraws.asker(model))
    #expect(drafts.map(\.text) == ["Convert 85 F to Celsius and show each step."])
    let eliminated = drafts[0].parameters["eliminated"]?.array ?? []
    #expect(eliminated.count == 1)
    #expect(eliminated.first?["reason"]?.string?.contains("words of the request") == true)
    #expect(eliminated.first?["operation"]?.string == draw.attributes[0][0].words)
    #expect(drafts[0].values.last?.value == "29.4 degrees, by subtracting 32 first.")
    #expect(drafts[0].parents == draw.examples.map(\.id))
  }

  @Test(
    "each rule of elimination throws an instruction away",
    arguments: [
      ("the and of it", "true", "fine", "it says nothing"),
      ("convert 85 f to celsius", "true", "fine", "it is the same instruction"),
      ("Turn 85 F into Celsius.", "false", "fine", "it adds nothing"),
      ("Convert 85 F to Kelvin.", "true", "Alas, sorry, that is beyond me.", "excuse"),
      ("Convert 85 F to Kelvin.", "true", "It is, and so on.", "its answer says nothing"),
    ]
  )
  func elimination(evolved: String, adds: String, answer: String, reason: String) async {
    let model = answering { shape, _ in
      switch shape {
      case "evolved": "{\"instruction\": \"\(evolved)\"}"
      case "gain": "{\"reason\": \"\", \"adds\": \(adds)}"
      default: answer
      }
    }
    let method = EvolvedInstructions(rounds: 1)
    let failure = await #expect(throws: RequestFailure.self) {
      try await method.drafts(for: draw(method), asking: MethodDraws.asker(model))
    }
    #expect(failure?.reason.contains(reason) == true, "\(failure?.reason ?? "")")
  }
}
