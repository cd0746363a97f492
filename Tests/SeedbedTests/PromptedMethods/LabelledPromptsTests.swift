import SeedbedData
import SeedbedPipeline
import Testing

private let fields = promptedFields(text: "text", label: "intent")

private func sample(_ text: String, _ label: String, _ number: Int) -> Sample {
  promptedSample(["text": .string(text), "intent": .string(label)], fields, number: number)
}

private func draw(
  number: Int = 0,
  labels: [String] = ["fees", "lost", "none", "rates"]
) -> PromptedDraw {
  var draw = promptedDraw(
    .classification,
    fields,
    examples: [sample("I lost my card", "lost", 1)],
    count: 4,
    number: number,
    attributes: [[("form", "a question"), ("length", "one sentence")]]
  )
  draw.label = "lost"
  draw.labels = labels
  draw.rival = .init(label: "fees", examples: [sample("What does it cost?", "fees", 2)])
  return draw
}

private let written = ["my card is gone", "card cost", "gone card", "weather"]

/// Answers both prompts; the labels of each pass come from a function of text and pass.
private func asker(
  _ texts: [String] = written,
  label: @escaping @Sendable (String, Int) -> String
) -> ScriptedAsker {
  ScriptedAsker { question in
    guard question.prompt == "label_texts" else {
      return ["texts": .array(texts.map(JSONValue.string))]
    }
    let entries = question.values["texts"]?.sets.map { set -> JSONValue in
      let text = set["text"]?.plainText ?? ""
      return [
        "text": .number(JSONNumber(Int(set["number"]?.plainText ?? "") ?? 0)),
        "label": .string(label(text, question.variant)),
      ]
    }
    return ["labels": .array(entries ?? [])]
  }
}

@Suite("Texts are labelled after they were written")
struct LabelledPromptsTests {
  let method = LabelledPrompts()

  @Test("only texts that get the wanted label twice are kept, and the others are on record")
  func agreement() async throws {
    let asker = asker { text, pass in
      switch text {
      case "my card is gone": "lost"
      case "card cost": "fees"
      case "gone card": pass == 0 ? "lost" : "rates"
      default: "no_none"
      }
    }
    let drafts = try await method.drafts(for: draw(), asking: asker)
    #expect(drafts.map(\.text) == ["my card is gone"])
    #expect(drafts[0].label == "lost")
    let dropped = try #require(drafts[0].parameters["dropped"]?.array)
    #expect(dropped.map { $0["text"]?.string } == ["card cost", "gone card", "weather"])
    #expect(dropped.map { $0["labels"] } == [["fees", "fees"], ["lost", "rates"], [nil, nil]])
    #expect(drafts[0].replies.map(\.prompt.name) == ["unlabelled", "label_texts", "label_texts"])
    #expect(drafts[0].parents.count == 2)
  }

  @Test("the writer sees no label, not even that of its examples")
  func unlabelled() async throws {
    let asker = asker { _, _ in "lost" }
    _ = try await method.drafts(for: draw(), asking: asker)
    let writing = asker.questions[0]
    #expect(writing.prompt == "unlabelled")
    #expect(!"\(writing.values)".contains("rates") && !"\(writing.values)".contains("fees"))
    #expect(writing.values["examples"]?.sets.count == 2)
    #expect(writing.values["items"]?.sets.count == 4)
  }

  @Test("all labels are listed, in another order each time, with a name for none that is no label")
  func orders() async throws {
    var orders: Set<String> = []
    for number in 0..<10 {
      let asker = asker { _, _ in "lost" }
      _ = try await method.drafts(for: draw(number: number), asking: asker)
      let passes = Array(asker.questions.dropFirst())
      #expect(passes.count == 2)
      for pass in passes {
        let labels = try #require(pass.values["labels"]?.plainText)
        orders.insert(labels)
        #expect(pass.values["none"] == .words("no_none"))
        for label in ["fees", "lost", "none", "rates"] { #expect(labels.contains("\"\(label)\"")) }
        let values = pass.shape?.schema["properties"]?["labels"]?["items"]?["properties"]?[
          "label"
        ]?[
          "enum"
        ]
        #expect(values?.array?.count == 5)
        #expect(pass.values["meanings"]?.sets.count == 2)
      }
    }
    #expect(orders.count > 8)
  }

  @Test("nothing of the wanted label is a failure with the count")
  func nothing() async {
    let failure = await promptedFailure(method, draw(), asker { _, _ in "fees" })
    #expect(failure?.reason == "of 4 texts, none was labelled `lost` both times")
  }

  @Test("copies of examples, doubles and empty texts are not even labelled")
  func copies() async throws {
    let asker = asker(["I LOST my card!", "", "new one here", "New one here.", "What does it cost"])
    {
      _,
      _ in "lost"
    }
    let drafts = try await method.drafts(for: draw(), asking: asker)
    #expect(drafts.map(\.text) == ["new one here"])
    #expect(asker.questions[1].values["texts"]?.sets.count == 1)
  }

  @Test("labels for texts that were not asked about, or given twice, do no harm")
  func strangeNumbers() async throws {
    let asker = ScriptedAsker { question in
      guard question.prompt == "label_texts" else { return ["texts": ["a b", "c d"]] }
      return [
        "labels": [
          ["text": 0, "label": "lost"], ["text": 9, "label": "lost"],
          ["text": .number(JSONNumber(Int.min)), "label": "lost"], ["text": 1, "label": "lost"],
          ["text": 2, "label": "nonsense"],
        ]
      ]
    }
    let failure = await promptedFailure(method, draw(), asker)
    // Each pass labels its own first text; only where both orders agree is one kept.
    if failure == nil {
      #expect(try await method.drafts(for: draw(), asking: asker).count == 1)
    }
  }

  @Test("the same draw asks the same")
  func deterministic() async throws {
    let first = asker { _, _ in "lost" }, second = asker { _, _ in "lost" }
    let left = try await method.drafts(for: draw(number: 5), asking: first)
    let right = try await method.drafts(for: draw(number: 5), asking: second)
    #expect(left == right && first.questions == second.questions && left.count == 4)
  }
}
