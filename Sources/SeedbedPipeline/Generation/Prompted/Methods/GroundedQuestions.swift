public import SeedbedData

/// Questions over passages of documents, with answers that cite their words.
///
/// A draft is dropped unless every quote stands in a passage that was shown, runs of white space aside; the
/// places go into its parameters, counted in the source document.
public struct GroundedQuestions: PromptedMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "grounded_qa",
      "Asks questions of ten types about passages of documents, with answers that cite them word by word.",
      preserves: [],
      tasks: [.questionAnswering],
      needs: ["documents", "language model"]
    )
  }

  /// A passage and related ones, and two real questions to show how people ask.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["grounded_qa"])
    needs.examples = 2
    needs.passage = true
    needs.attributes = [
      VarietyAttribute("question_type", QuestionType.allCases.map { ($0.rawValue, $0.weight) }),
      VarietyAttribute(
        "wording",
        [
          ("a complete question in one sentence", 3),
          ("a short question of few words", 2),
          ("a sentence on the situation of the one who asks, then the question", 2),
          ("a few search words without a question mark", 1),
        ]
      ),
    ]
    return needs
  }

  private static let mostPassages = 3

  /// Asks for one question a draft; a draft that fails a check is dropped with its reason.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    guard !draw.passages.isEmpty else {
      throw RequestFailure(.unusable, "there is no passage to ask about", key: "")
    }
    return try await draw.collect { try await draft($0, draw, asker) }
  }

  private func draft(
    _ number: Int,
    _ draw: PromptedDraw,
    _ asker: any Asker
  ) async throws -> PromptedDraft {
    let drawn = draw.drawn("question_type", for: number).flatMap(QuestionType.init) ?? .factoid
    // A document of one section has nothing to connect.
    let type = drawn == .multiHop && draw.passages.count < 2 ? .factoid : drawn
    let shown = Array(draw.passages.prefix(type == .multiHop ? Self.mostPassages : 1))
    let form = AnswerForm(of: draw.examples, fields: draw.fields)
    let reply = try await asker.ask(
      "grounded_qa",
      values(draw, number, type, shown, form),
      shape: Self.shape,
      sampling: SamplingSettings(),
      variant: draw.variant(of: number)
    )
    let found: GroundedAnswer
    do {
      found = try GroundedAnswer(reply.value, type: type, passages: shown)
    } catch let fault as GroundedAnswer.Fault {
      throw reply.rejected(fault.reason)
    }
    if draw.examples.contains(where: { $0.text.trimmed.lowercased() == found.question.lowercased() }
    ) {
      throw reply.rejected("the question is that of an example")
    }
    let context = shown.map(\.text).joined(separator: "\n\n")
    guard let output = form.value(of: found.answer, in: VerbatimText(context)) else {
      throw reply.rejected("the rows have answers copied from their context, and this one is not")
    }
    var draft = PromptedDraft(
      text: found.question,
      label: draw.label,
      source: shown[0].source,
      parents: parents(draw, shown),
      parameters: parameters(draw, number, type, drawn, shown, found),
      replies: [reply]
    )
    draft.values = [(.context, .string(context)), (.output, output)]
    if let example = draw.examples.first, example.fields["is_impossible"]?.bool != nil {
      draft.values.append((.field("is_impossible"), .bool(found.answer == nil)))
    }
    draft.parentDepth = draw.exampleDepth
    draft.tags = [type.rawValue]
    return draft
  }

  private func values(
    _ draw: PromptedDraw,
    _ number: Int,
    _ type: QuestionType,
    _ shown: [PromptedDraw.Passage],
    _ form: AnswerForm
  ) -> PromptValues {
    let own: PromptValues = [
      "task": .words(type.words),
      "passages": .list(
        shown.enumerated().map { index, passage in
          [
            "number": .words(String(index + 1)),
            "heading": .data(passage.heading),
            "text": .data(passage.text),
          ]
        }
      ),
      "examples": .list(draw.examples.map { ["text": .data($0.text)] }),
      "copied": .flag(form.isExtractive && type != .unanswerable),
      "answerable": .flag(type != .unanswerable),
    ]
    return draw.commonValues(number, except: ["question_type"]).merging(own) { $1 }
  }

  private func parents(_ draw: PromptedDraw, _ shown: [PromptedDraw.Passage]) -> [SampleID] {
    var parents = draw.exampleIDs
    for passage in shown {
      if let sample = passage.sample, !parents.contains(sample) { parents.append(sample) }
    }
    return parents
  }

  private func parameters(
    _ draw: PromptedDraw,
    _ number: Int,
    _ type: QuestionType,
    _ drawn: QuestionType,
    _ shown: [PromptedDraw.Passage],
    _ found: GroundedAnswer
  ) -> JSONObject {
    var parameters: JSONObject = [
      "question_type": .string(type.rawValue),
      "attributes": Demands(draw, draft: number).json,
      "citations": .array(found.citations.map { Self.json($0, shown[$0.passage]) }),
    ]
    if let persona = draw.persona { parameters["persona"] = .string(persona) }
    if type != drawn { parameters["drawn_type"] = .string(drawn.rawValue) }
    if shown.count > 1 {
      parameters["passages"] = .array(
        shown.map { passage in
          [
            "source": .string(passage.source.id),
            "start": Self.number(passage.source.span?.lowerBound),
            "end": Self.number(passage.source.span?.upperBound),
          ]
        }
      )
    }
    return parameters
  }

  /// A citation with its place in the source; null where the passage is no slice of its source.
  private static func json(
    _ citation: GroundedAnswer.Citation,
    _ passage: PromptedDraw.Passage
  ) -> JSONValue {
    let span = passage.source.span
    let isSlice = passage.isSlice && span?.count == passage.text.unicodeScalars.count
    let start = isSlice ? span?.lowerBound : nil
    return [
      "source": .string(passage.source.id),
      "start": number(start.map { $0 + citation.range.lowerBound }),
      "end": number(start.map { $0 + citation.range.upperBound }),
      "passage": .number(JSONNumber(citation.passage)),
      "passage_start": .number(JSONNumber(citation.range.lowerBound)),
      "passage_end": .number(JSONNumber(citation.range.upperBound)),
      "text": .string(citation.words),
    ]
  }

  private static func number(_ value: Int?) -> JSONValue {
    value.map { .number(JSONNumber($0)) } ?? .null
  }

  private static let shape = AnswerShape(
    "grounded_question",
    [
      "type": "object",
      "properties": [
        "question": ["type": "string"],
        "answer": ["type": ["string", "null"]],
        "citations": [
          "type": "array",
          "items": [
            "type": "object",
            "properties": ["passage": ["type": "integer"], "quote": ["type": "string"]],
            "required": ["passage", "quote"],
            "additionalProperties": false,
          ],
        ],
      ],
      "required": ["question", "answer", "citations"],
      "additionalProperties": false,
    ]
  )
}
