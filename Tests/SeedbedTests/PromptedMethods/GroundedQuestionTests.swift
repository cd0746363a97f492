import SeedbedData
import SeedbedPipeline
import Testing

private let fields = promptedFields(text: "question", output: "answer", context: "context")
private let passageText = """
  A card takes five to
  seven days. If it's later, the fee of €3.50 is waived.
  """

private func passage(_ text: String = passageText, at start: Int = 100) -> PromptedDraw.Passage {
  PromptedDraw.Passage(
    source: SourceReference(
      id: "docs/cards.md",
      span: start..<(start + text.unicodeScalars.count)
    ),
    heading: "Cards",
    text: text
  )
}

private func draw(
  _ type: String,
  passages: [PromptedDraw.Passage] = [passage()],
  answer: JSONValue = "yes"
) -> PromptedDraw {
  let row: JSONObject = ["question": "Where is my card?", "answer": answer, "context": "c"]
  var draw = promptedDraw(
    .questionAnswering,
    fields,
    examples: [promptedSample(row, fields)],
    attributes: [[("question_type", type), ("wording", "a short question of few words")]]
  )
  draw.passages = passages
  return draw
}

private func reply(
  _ question: String = "How long does a new card take?",
  _ answer: JSONValue = "Five to seven days.",
  _ quotes: [(Int, String)] = [(1, "A card takes five to seven days.")]
) -> JSONValue {
  [
    "question": .string(question), "answer": answer,
    "citations": .array(
      quotes.map { ["passage": .number(JSONNumber($0.0)), "quote": .string($0.1)] }
    ),
  ]
}

@Suite("Questions over passages cite their words")
struct GroundedQuestionTests {
  let method = GroundedQuestions()

  @Test("a cited answer becomes a draft with its places in the source document")
  func draft() async throws {
    let asker = ScriptedAsker { _ in reply() }
    let drafts = try await method.drafts(for: draw("factoid"), asking: asker)
    let draft = try #require(drafts.first)
    #expect(draft.text == "How long does a new card take?")
    #expect(draft.values.map(\.place) == [.context, .output])
    #expect(draft.values.map(\.value) == [.string(passageText), "Five to seven days."])
    #expect(draft.source == passage().source)
    #expect(draft.parents.count == 1)
    let citation = try #require(draft.parameters["citations"]?.array?.first)
    #expect(citation["start"]?.int == 100 && citation["end"]?.int == 132)
    // The words are those of the source, line break and all.
    #expect(citation["text"] == "A card takes five to\nseven days.")
    #expect(draft.tags == ["factoid"])
  }

  @Test("everything from outside is data in the prompt")
  func data() async throws {
    let asker = ScriptedAsker { _ in reply() }
    _ = try await method.drafts(for: draw("reason"), asking: asker)
    let values = asker.questions[0].values
    #expect(values["passages"]?.sets[0]["text"]?.isData == true)
    #expect(values["passages"]?.sets[0]["heading"]?.isData == true)
    #expect(values["examples"]?.sets[0]["text"]?.isData == true)
    #expect(values["task"]?.plainText?.contains("why") == true)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    var name: String
    var type: String
    var reply: JSONValue
    var reason: String
    var testDescription: String { name }
  }

  @Test(
    "a draft with a fault is dropped, and the reason is on record",
    arguments: [
      Bad(
        name: "paraphrased quote",
        type: "factoid",
        reply: reply("How long?", "Days.", [(1, "A card needs five to seven days")]),
        reason: "stands in no passage"
      ),
      Bad(
        name: "quote joined by an ellipsis",
        type: "factoid",
        reply: reply("How long?", "Days.", [(1, "A card … seven days")]),
        reason: "stands in no passage"
      ),
      Bad(
        name: "straightened apostrophe",
        type: "factoid",
        reply: reply("When is it free?", "Late.", [(1, "If it’s later")]),
        reason: "stands in no passage"
      ),
      Bad(
        name: "other capitals",
        type: "factoid",
        reply: reply("How long?", "Days.", [(1, "a CARD takes five")]),
        reason: "stands in no passage"
      ),
      Bad(
        name: "one word as a quote",
        type: "factoid",
        reply: reply("How long?", "Days.", [(1, "card")]),
        reason: "too short"
      ),
      Bad(
        name: "no quote",
        type: "factoid",
        reply: reply("How long?", "Days.", []),
        reason: "without a citation"
      ),
      Bad(
        name: "no answer",
        type: "reason",
        reply: reply("Why is it so?", nil, []),
        reason: "without an answer"
      ),
      Bad(
        name: "the passage is named",
        type: "factoid",
        reply: reply("What does the passage say about cards?"),
        reason: "names its source (“the passage”)"
      ),
      Bad(
        name: "the document is named",
        type: "factoid",
        reply: reply("According to the document, how long does it take?"),
        reason: "names its source"
      ),
      Bad(
        name: "the text is named in Spanish",
        type: "factoid",
        reply: reply("¿Cuánto tarda según el texto?"),
        reason: "names its source"
      ),
      Bad(
        name: "an unanswerable question cites",
        type: "unanswerable",
        reply: reply("Is gold free?", nil),
        reason: "came with a citation"
      ),
      Bad(
        name: "an unanswerable question is answered",
        type: "unanswerable",
        reply: reply("Is gold free?", "No.", []),
        reason: "came with an answer"
      ),
      Bad(
        name: "the question of the example",
        type: "factoid",
        reply: reply("where is my card?"),
        reason: "is that of an example"
      ),
      Bad(
        name: "the answer is the question",
        type: "factoid",
        reply: reply("How long is it?", "How long is it?"),
        reason: "repeats the question"
      ),
    ]
  )
  func faults(_ bad: Bad) async {
    let failure = await promptedFailure(method, draw(bad.type), ScriptedAsker { _ in bad.reply })
    #expect(failure?.kind == .unusable)
    #expect(failure?.reason.contains(bad.reason) == true, "\(failure?.reason ?? "no failure")")
    #expect(failure?.key == "key-1")
  }

  @Test("a question about documents may say so where the passage does")
  func ownWords() async throws {
    let text = "The document is signed by both sides. The section ends there."
    let asker = ScriptedAsker { _ in
      reply("Who signs the document?", "Both sides.", [(1, "signed by both sides")])
    }
    let drafts = try await method.drafts(
      for: draw("factoid", passages: [passage(text)]),
      asking: asker
    )
    #expect(drafts.count == 1)
  }

  @Test("a question over several sections has to cite two of them")
  func multiHop() async throws {
    let passages = [passage(), passage("Late cards are sent again by courier.", at: 500)]
    let one = await promptedFailure(
      method,
      draw("multi_hop", passages: passages),
      ScriptedAsker { _ in reply() }
    )
    #expect(one?.reason.contains("cites only one") == true)
    let asker = ScriptedAsker { _ in
      reply(
        "What happens when a card is late?",
        "No fee, and a courier.",
        // A wrong number is put right where the words stand in another passage.
        [(1, "the fee of €3.50 is waived"), (1, "sent again by courier")]
      )
    }
    let drafts = try await method.drafts(for: draw("multi_hop", passages: passages), asking: asker)
    let draft = try #require(drafts.first)
    let citations = try #require(draft.parameters["citations"]?.array)
    #expect(citations.map { $0["passage"]?.int } == [0, 1])
    #expect(citations[1]["start"]?.int == 515)
    #expect(draft.values[0].value.string?.contains("\n\nLate cards") == true)
    #expect(asker.questions[0].values["passages"]?.sets.count == 2)
  }

  @Test("a single section cannot give a question over several")
  func singleSection() async throws {
    let asker = ScriptedAsker { _ in reply() }
    let drafts = try await method.drafts(for: draw("multi_hop"), asking: asker)
    #expect(drafts[0].parameters["question_type"] == "factoid")
    #expect(drafts[0].parameters["drawn_type"] == "multi_hop")
  }

  @Test("an unanswerable question has no answer and is tagged")
  func unanswerable() async throws {
    let asker = ScriptedAsker { _ in reply("Does a gold card cost more?", nil, []) }
    let drafts = try await method.drafts(for: draw("unanswerable"), asking: asker)
    #expect(drafts[0].tags == ["unanswerable"])
    #expect(drafts[0].values[1].value == "")
    #expect(asker.questions[0].values["answerable"] == .flag(false))
  }

  @Test("answers follow the form of the rows, and extractive ones are copied with their offset")
  func forms() async throws {
    let flat: JSONValue = ["text": ["x"], "answer_start": [0]]
    let asker = ScriptedAsker { _ in reply("How long is it?", "five to seven days") }
    let drafts = try await method.drafts(for: draw("factoid", answer: flat), asking: asker)
    #expect(
      drafts[0].values[1].value == ["text": ["five to\nseven days"], "answer_start": [13]]
    )
    #expect(asker.questions[0].values["copied"] == .flag(true))
    let files: JSONValue = [["text": "x", "answer_start": 0]]
    let again = try await method.drafts(for: draw("factoid", answer: files), asking: asker)
    #expect(again[0].values[1].value == [["text": "five to\nseven days", "answer_start": 13]])
    let free = await promptedFailure(
      method,
      draw("factoid", answer: flat),
      ScriptedAsker { _ in reply("How long is it?", "About a week.") }
    )
    #expect(free?.reason.contains("copied from their context") == true)
    let none = try await method.drafts(
      for: draw("unanswerable", answer: flat),
      asking: ScriptedAsker { _ in reply("Is gold free?", nil, []) }
    )
    #expect(none[0].values[1].value == ["text": [], "answer_start": []])
  }

  @Test("rows of unanswerable questions alone show the form of SQuAD's files")
  func emptyForm() async throws {
    let drafts = try await method.drafts(
      for: draw("factoid", answer: []),
      asking: ScriptedAsker { _ in reply("How long is it?", "five to seven days") }
    )
    #expect(drafts[0].values[1].value.array?.first?["answer_start"]?.int == 13)
  }

  @Test("scripts without spaces between words have questions and quotes too")
  func thai() async throws {
    let text = "บัตรใหม่จะมาถึงภายในเจ็ดวันทำการ"
    let drafts = try await method.drafts(
      for: draw("factoid", passages: [passage(text)]),
      asking: ScriptedAsker { _ in
        reply("บัตรใหม่ใช้เวลานานเท่าใด", "เจ็ดวัน", [(1, "ภายในเจ็ดวันทำการ")])
      }
    )
    #expect(drafts.count == 1)
  }

  @Test("a passage that is no slice of its document gives places in itself alone")
  func extracted() async throws {
    var shown = passage()
    shown.source.span = 0..<9
    let drafts = try await method.drafts(
      for: draw("factoid", passages: [shown]),
      asking: ScriptedAsker { _ in reply() }
    )
    let citation = drafts[0].parameters["citations"]?.array?.first
    #expect(citation?["start"]?.isNull == true)
    #expect(citation?["passage_start"]?.int == 0 && citation?["passage_end"]?.int == 32)
  }

  @Test("ten types of question are drawn, one in eight without an answer")
  func types() throws {
    let type = try #require(method.needs.attributes.first { $0.name == "question_type" })
    #expect(type.values.count == 10)
    let total = type.values.reduce(0) { $0 + $1.weight }
    #expect(type.values.first { $0.words == "unanswerable" }?.weight == total / 8)
  }

  @Test("a hostile quote costs linear time")
  func hostile() async {
    let text = String(repeating: "a ", count: 50_000)
    let quote = String(repeating: "a ", count: 20_000) + "b"
    let failure = await promptedFailure(
      method,
      draw("factoid", passages: [passage(text)]),
      ScriptedAsker { _ in reply("How long is it?", "x", [(1, quote)]) }
    )
    #expect(failure?.reason.contains("stands in no passage") == true)
  }
}
