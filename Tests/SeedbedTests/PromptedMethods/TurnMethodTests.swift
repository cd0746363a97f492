import SeedbedData
import SeedbedPipeline
import Testing

private let openAI: JSONValue = [
  ["role": "system", "content": "You sell bikes. SECRET RULES."],
  ["role": "user", "content": "Do you have a red bike in small?"],
  ["role": "assistant", "content": "Yes, two of them."],
]
private let shareGPT: JSONValue = [
  ["from": "human", "value": "How do I bleed a brake at home?"],
  ["from": "gpt", "value": "Open the valve first."],
]
private let chatFields = promptedFields(conversation: "messages")

private func chatSample(_ turns: JSONValue, _ number: Int = 1) -> Sample {
  promptedSample(["messages": turns], chatFields, number: number)
}

private func chatDraw(_ turns: JSONValue, exchanges: String = "2", number: Int = 0) -> PromptedDraw
{
  promptedDraw(
    .chat,
    chatFields,
    examples: [chatSample(turns)],
    number: number,
    attributes: [[("exchanges", exchanges), ("opening", "a direct question"), ("manner", "plain")]]
  )
}

/// Answers that differ from turn to turn.
private let turnScript: @Sendable (ScriptedAsker.Question) -> JSONValue = { question in
  let turns = question.values["turns"]?.sets.count ?? 0
  let words = ["saddle", "pedal", "chain", "spoke", "bell", "lamp", "rack", "tyre"]
  return .string(
    "About the \(words[turns % 8]) of model number \(turns): what else is there, dear?"
  )
}

@Suite("Conversations are written turn by turn")
struct ConversationTests {
  let method = Conversations()

  @Test(
    "turns alternate in the form of the example, its system turn kept",
    arguments: ["2", "3", "4"]
  )
  func form(exchanges: String) async throws {
    for (turns, role, text, user, assistant) in [
      (openAI, "role", "content", "user", "assistant"), (shareGPT, "from", "value", "human", "gpt"),
    ] {
      let asker = ScriptedAsker(turnScript)
      let drafts = try await method.drafts(
        for: chatDraw(turns, exchanges: exchanges),
        asking: asker
      )
      let draft = try #require(drafts.first)
      #expect(draft.values.map(\.place) == [.conversation])
      var list = try #require(draft.values[0].value.array)
      if user == "user" {
        #expect(list[0] == turns.array?[0])
        list.removeFirst()
      }
      #expect(list.count == 2 * (Int(exchanges) ?? 0))
      for (index, turn) in list.enumerated() {
        #expect(turn[role]?.string == (index % 2 == 0 ? user : assistant))
        #expect(turn[text]?.string?.isEmpty == false)
      }
      #expect(draft.text == list[0][text]?.string)
      #expect(draft.parameters["exchanges"]?.int == Int(exchanges))
      #expect(draft.replies.count == list.count)
    }
  }

  @Test("the user's side never sees what the assistant was told")
  func sides() async throws {
    let asker = ScriptedAsker(turnScript)
    _ = try await method.drafts(for: chatDraw(openAI), asking: asker)
    let sides = asker.questions.map(\.prompt)
    #expect(sides == ["chat_user", "chat_answer", "chat_user", "chat_answer"])
    for question in asker.questions {
      let seesRules = "\(question.values)".contains("SECRET RULES")
      #expect(seesRules == (question.prompt == "chat_answer"))
    }
    #expect(asker.questions.map { $0.values["last"] } == [.flag(false), nil, .flag(true), nil])
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var turn: Int
    var text: String
    var reason: String
    var testDescription: String { text.isEmpty ? "empty" : text }
  }

  @Test(
    "a conversation with an unfit turn is dropped",
    arguments: [
      Bad(turn: 0, text: "", reason: "a turn of the user is empty"),
      Bad(turn: 1, text: " … ", reason: "a turn of the assistant is empty"),
      Bad(turn: 0, text: "User: where is it?", reason: "falls out of its role"),
      Bad(turn: 2, text: "As the user, I would ask about wheels.", reason: "falls out of its role"),
      Bad(turn: 2, text: "How can I help you today?", reason: "falls out of its role"),
      Bad(
        turn: 1,
        text: "Sure.\nUser: and then?\nAssistant: well",
        reason: "falls out of its role"
      ),
      Bad(turn: 3, text: "**Assistant:** It is red.", reason: "falls out of its role"),
      Bad(turn: 1, text: "The user wants a bike.", reason: "falls out of its role"),
      Bad(turn: 0, text: "do you have a RED bike in small", reason: "that of an example"),
      Bad(
        turn: 2,
        text: "About the saddle of model number 0: what else is there, dear?",
        reason: "repeats an earlier one"
      ),
    ]
  )
  func unfit(_ bad: Bad) async {
    let asker = ScriptedAsker { question in
      (question.values["turns"]?.sets.count ?? 0) == bad.turn
        ? .string(bad.text) : turnScript(question)
    }
    let failure = await promptedFailure(method, chatDraw(openAI), asker)
    #expect(failure?.reason.contains(bad.reason) == true, "\(failure?.reason ?? "made")")
    #expect(asker.questions.count == bad.turn + 1)
  }

  @Test("a form that someone fills in is no change of role")
  func forms() async throws {
    let asker = ScriptedAsker { question in
      question.values["turns"]?.sets.count == 0
        ? "Please check this:\nCustomer: Lee\nSystem: blue\nAI: no" : turnScript(question)
    }
    #expect(try await method.drafts(for: chatDraw(openAI), asking: asker).count == 1)
  }

  @Test("conversations with tools or typed parts are no model for the form")
  func tools() async {
    let tools: JSONValue = [
      ["from": "human", "value": "Find a recipe"], ["from": "function_call", "value": "{}"],
    ]
    let failure = await promptedFailure(method, chatDraw(tools), ScriptedAsker(turnScript))
    #expect(failure?.reason.contains("user and assistant alone") == true)
  }

  @Test("the same draw asks the same; later turns do not all make the same move")
  func deterministic() async throws {
    var moves: Set<String> = []
    for number in 0..<20 {
      let first = ScriptedAsker(turnScript), second = ScriptedAsker(turnScript)
      let draw = chatDraw(shareGPT, exchanges: "4", number: number)
      let left = try await method.drafts(for: draw, asking: first)
      let right = try await method.drafts(for: draw, asking: second)
      #expect(left == right && first.questions == second.questions)
      let made = try #require(left[0].parameters["moves"]?.array).compactMap(\.string)
      #expect(made.count == 3 && Set(made).count == 3)
      moves.formUnion(made)
    }
    #expect(moves.count > 5)
  }
}

@Suite("A teacher answers real prompts")
struct DistillationTests {
  let method = Distillation()
  let fields = promptedFields(text: "instruction", output: "output", input: "input")

  func sample(_ input: JSONValue = "a, b") -> Sample {
    promptedSample(["instruction": "Sort these.", "input": input, "output": "old"], fields)
  }

  @Test("the prompt stays the real one, the answer is new, the real sample is the parent")
  func instruction() async throws {
    let example = sample()
    let asker = ScriptedAsker { _ in " First a, then b. \n" }
    let draw = promptedDraw(.instruction, fields, examples: [example])
    let draft = try #require(try await method.drafts(for: draw, asking: asker).first)
    #expect(draft.text == "Sort these.")
    #expect(draft.values.map(\.place) == [.input, .output])
    #expect(draft.values.map(\.value) == ["a, b", "First a, then b."])
    #expect(draft.parents == [example.id] && draft.source.id == example.id.hex)
    #expect(draft.source.span == 0..<11)
    #expect(asker.questions[0].values == ["request": .data("Sort these."), "input": .data("a, b")])
    #expect(asker.questions[0].shape == nil)
  }

  @Test("an empty input is not shown, and stays empty in the row")
  func emptyInput() async throws {
    let asker = ScriptedAsker { _ in "new" }
    let draw = promptedDraw(.instruction, fields, examples: [sample("")])
    let draft = try #require(try await method.drafts(for: draw, asking: asker).first)
    #expect(asker.questions[0].values["input"] == nil)
    #expect(draft.values[0].value == "")
  }

  @Test(
    "an answer that is none is dropped",
    arguments: [("", "empty"), ("sort these.", "repeats the prompt"), ("old", "already has")]
  )
  func useless(answer: String, reason: String) async {
    let draw = promptedDraw(.instruction, fields, examples: [sample()])
    let failure = await promptedFailure(method, draw, ScriptedAsker { _ in .string(answer) })
    #expect(failure?.reason.contains(reason) == true)
  }

  @Test("in a conversation the last answer is new and all before it is kept")
  func conversation() async throws {
    let turns: JSONValue = .array(
      (openAI.array ?? []) + [["role": "user", "content": "And blue?"]]
    )
    let draw = promptedDraw(.chat, chatFields, examples: [chatSample(turns)])
    let asker = ScriptedAsker { _ in "One, in the shop." }
    let draft = try #require(try await method.drafts(for: draw, asking: asker).first)
    let list = try #require(draft.values[0].value.array)
    #expect(list.dropLast() == turns.array?[...])
    #expect(list.last == ["role": "assistant", "content": "One, in the shop."])
    #expect(asker.questions[0].values["turns"]?.sets.count == 3)
    #expect(asker.questions[0].values["instructions"]?.plainText?.contains("SECRET") == true)
  }

  @Test("several drafts of one example are several answers to the same request")
  func variants() async throws {
    let asker = ScriptedAsker { question in .string("answer \(question.variant)") }
    let draw = promptedDraw(.instruction, fields, examples: [sample()], count: 3)
    let drafts = try await method.drafts(for: draw, asking: asker)
    #expect(drafts.map { $0.values[1].value } == ["answer 0", "answer 1", "answer 2"])
    let later = promptedDraw(.instruction, fields, examples: [sample()], count: 3, number: 1)
    let again = try await method.drafts(for: later, asking: asker)
    // A later draw that comes upon the same sample wants other answers than the stored ones.
    #expect(again.map { $0.values[1].value } == ["answer 3", "answer 4", "answer 5"])
  }

  @Test("one failure leaves the other drafts alone; one that is pending stops the draw")
  func failures() async throws {
    let draw = promptedDraw(.instruction, fields, examples: [sample()], count: 3)
    let refusing = ScriptedAsker { question in
      if question.variant == 1 { throw RequestFailure(.refused, "no", key: "k") }
      return .string("answer \(question.variant)")
    }
    #expect(try await method.drafts(for: draw, asking: refusing).count == 2)
    let pending = ScriptedAsker { question in
      if question.variant > 0 { throw RequestFailure(.pending, "later", key: "k") }
      return "answer"
    }
    #expect(await promptedFailure(method, draw, pending)?.kind == .pending)
    // The ones after it are asked all the same, so that one batch file holds them all.
    #expect(pending.questions.count == 3)
    let broken = ScriptedAsker { _ in throw SeedbedError(.endpoint, "gone") }
    await #expect(throws: SeedbedError.self) { try await method.drafts(for: draw, asking: broken) }
  }
}

@Suite("Pairs of answers differ in one respect")
struct PreferencePairTests {
  let method = PreferencePairs()
  let fields = promptedFields(text: "prompt", output: "chosen")

  func words(_ count: Int, _ word: String) -> JSONValue {
    .string(Array(repeating: word, count: count).joined(separator: " "))
  }

  func draw(
    _ row: JSONObject = ["prompt": "Why is it so?", "chosen": "old good", "rejected": "old bad"],
    _ map: FieldMap? = nil,
    contrast: String = "vagueness",
    longer: String = "neither",
    number: Int = 0
  ) -> PromptedDraw {
    promptedDraw(
      .preference,
      map ?? fields,
      examples: [promptedSample(row, map ?? fields)],
      number: number,
      attributes: [[("contrast", contrast), ("longer", longer)]]
    )
  }

  @Test("two requests, two policies, and the length of the worse answer is drawn")
  func pair() async throws {
    for (longer, contrast, wanted) in [
      ("chosen", "vagueness", "28"), ("rejected", "plausible_error", "56"),
      ("neither", "missed_demand", "40"), ("chosen", "padding", "56"),
    ] {
      let asker = ScriptedAsker { question in
        words(
          question.values["weak"] == nil ? 40 : 50,
          question.values["weak"] == nil ? "good" : "bad"
        )
      }
      let drafts = try await method.drafts(
        for: draw(contrast: contrast, longer: longer),
        asking: asker
      )
      let draft = try #require(drafts.first)
      #expect(asker.questions.count == 2)
      #expect(asker.questions[1].values["words"] == .words(wanted))
      #expect(asker.questions[0].values["policy"] != asker.questions[1].values["policy"])
      // Neither request shows the other's answer.
      #expect(!"\(asker.questions[1].values)".contains("good good"))
      #expect(draft.values.map(\.place) == [.output, .field("rejected")])
      #expect(draft.values[0].value == words(40, "good"))
      #expect(draft.parameters["contrast"]?.string == contrast)
      #expect(draft.parameters["chosen_words"]?.int == 40)
      #expect(draft.parameters["rejected_words"]?.int == 50)
    }
  }

  @Test("which answer a judge sees first is drawn, about evenly")
  func order() async throws {
    var first: [String: Int] = [:]
    for number in 0..<200 {
      let asker = ScriptedAsker { words(10, $0.values["weak"] == nil ? "good" : "bad") }
      let drafts = try await method.drafts(for: draw(number: number), asking: asker)
      first[drafts[0].parameters["shown_first"]?.string ?? "", default: 0] += 1
    }
    #expect(Set(first.keys) == ["chosen", "rejected"])
    #expect(first.values.allSatisfy { $0 > 70 })
  }

  @Test("the lengths asked for are balanced over draws")
  func balance() throws {
    let attributes = method.needs.attributes
    let longer = try #require(attributes.first { $0.name == "longer" })
    #expect(Set(longer.values.map(\.weight)).count == 1 && longer.values.count == 3)
    #expect(attributes.first { $0.name == "contrast" }?.values.count == 8)
  }

  @Test(
    "an unfit pair is dropped",
    arguments: [
      (10, "same", 10, "same", "the same"), (0, "", 10, "bad", "empty"),
      (10, "good", 0, "", "empty"),
      (100, "good", 20, "bad", "too different in length"),
    ]
  )
  func unfit(_ good: Int, _ a: String, _ bad: Int, _ b: String, reason: String) async {
    let asker = ScriptedAsker { $0.values["weak"] == nil ? words(good, a) : words(bad, b) }
    #expect(await promptedFailure(method, draw(), asker)?.reason.contains(reason) == true)
  }

  @Test("rows of turns keep their form, and the conversation stays")
  func turns() async throws {
    let map = promptedFields(conversation: "conversations")
    let row: JSONObject = [
      "conversations": [["from": "human", "value": "Why?"]],
      "chosen": ["from": "gpt", "value": "old"], "rejected": ["from": "gpt", "value": "bad"],
    ]
    let asker = ScriptedAsker { words(5, $0.values["weak"] == nil ? "good" : "bad") }
    let draft = try #require(try await method.drafts(for: draw(row, map), asking: asker).first)
    #expect(draft.values.map(\.place) == [.conversation, .field("chosen"), .field("rejected")])
    #expect(draft.values[0].value == row["conversations"])
    #expect(draft.values[1].value == ["from": "gpt", "value": words(5, "good")])
    #expect(draft.values[2].value == ["from": "gpt", "value": words(5, "bad")])
    #expect(draft.text == "Why?")

    let listed: JSONObject = [
      "messages": [["role": "user", "content": "Why?"]],
      "chosen": [
        ["role": "user", "content": "Why?"], ["role": "assistant", "content": "old"],
      ],
      "rejected": [],
    ]
    let again = try #require(
      try await method.drafts(for: draw(listed, chatFields), asking: asker).first
    )
    #expect(
      again.values[2].value == [
        ["role": "user", "content": "Why?"],
        ["role": "assistant", "content": words(5, "bad")],
      ]
    )
  }
}
