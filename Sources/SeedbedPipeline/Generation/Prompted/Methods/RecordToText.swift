public import SeedbedData
import SeedbedKernels

/// Texts that mention every value of a record which was there first, so that the labels cannot be wrong.
///
/// The record's values come from real ones, field by field. A text that lacks a value goes back to the model
/// once and is dropped if it still lacks one. For projects with spans they are where the values were found.
public struct RecordToText: PromptedMethod {
  private let schema: RecordSchema?

  /// Makes the method.
  ///
  /// - Parameter schema: What records may hold; nil to follow the real ones alone.
  public init(schema: RecordSchema? = nil) {
    self.schema = schema
  }

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "record_to_text",
      "Writes texts that mention every value of a record put together from real ones.",
      preserves: [],
      tasks: [.extraction],
      needs: ["language model"],
      moves: ["length", "noise"]
    )
  }

  /// Eight real samples to take values from, of which two are shown.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["record_to_text", "record_mend"])
    needs.examples = 8
    needs.requiresExamples = true
    needs.attributes = [
      VarietyAttribute(
        "length",
        ["as short as it can be", "one or two sentences", "three to five sentences"].map { ($0, 1) }
      ),
      VarietyAttribute(
        "manner",
        even: [
          "matter-of-fact", "chatty", "hurried, in lower case", "polite and formal",
          "with the values in another order than in the record",
        ]
      ),
    ]
    return needs
  }

  private static let shownExamples = 2

  /// Asks for one text a draft, and once more where a value is missing.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    let place = RecordPlace(of: draw.examples, map: draw.fields)
    var random = draw.chance("record_to_text.record")
    let records = (0..<max(1, draw.count)).map { _ in record(draw, place, &random) }
    return try await draw.collect { number in
      guard let record = records[number], !record.leaves.isEmpty else {
        throw RequestFailure(.unusable, "the examples have no record to take values from", key: "")
      }
      return try await draft(number, draw, asker, record, place)
    }
  }

  private func record(
    _ draw: PromptedDraw,
    _ place: RecordPlace,
    _ random: inout CounterRandom
  ) -> GoldRecord? {
    if let schema {
      let real = draw.examples.flatMap { place.record(of: $0, map: draw.fields).fields }
      return schema.record(from: real, random: &random)
    }
    return GoldRecord.recombined(from: draw.examples, at: place, map: draw.fields, random: &random)
  }

  private func draft(
    _ number: Int,
    _ draw: PromptedDraw,
    _ asker: any Asker,
    _ record: GoldRecord,
    _ place: RecordPlace
  ) async throws -> PromptedDraft {
    var values = self.values(draw, number, record)
    let first = try await asker.ask(
      "record_to_text",
      values,
      shape: Self.shape,
      sampling: SamplingSettings(),
      variant: draw.variant(of: number)
    )
    var replies = [first]
    var (text, mentions) = read(first, record, place)
    if !mentions.missing.isEmpty, !text.isEmpty {
      values["written"] = .data(text)
      values["missing"] = .list(mentions.missing.map { ["field": .data($0)] })
      let second = try await asker.ask(
        "record_mend",
        values,
        shape: Self.shape,
        sampling: SamplingSettings(),
        variant: draw.variant(of: number)
      )
      replies.append(second)
      (text, mentions) = read(second, record, place)
    }
    let last = replies[replies.count - 1]
    guard !text.isEmpty else { throw last.rejected("the text is empty") }
    guard mentions.missing.isEmpty else {
      let names = mentions.missing.map { "`\($0)`" }.joined(separator: ", ")
      throw last.rejected("the text lacks the value of \(names), also after one request to mend it")
    }
    if draw.examples.contains(where: { $0.text.trimmed == text }) {
      throw last.rejected("the text is that of an example")
    }
    return finished(number, draw, record, place, text, mentions, replies)
  }

  private func finished(
    _ number: Int,
    _ draw: PromptedDraw,
    _ record: GoldRecord,
    _ place: RecordPlace,
    _ text: String,
    _ mentions: RecordMentions,
    _ replies: [Reply]
  ) -> PromptedDraft {
    let plain = VerbatimText(text)
    var parameters: JSONObject = [
      "attributes": Demands(draw, draft: number).json,
      "record": record.provenance,
      "mentions": .array(
        mentions.found.map { mention in
          [
            "field": .string(mention.field), "start": .number(JSONNumber(mention.range.lowerBound)),
            "end": .number(JSONNumber(mention.range.upperBound)),
            "text": .string(plain.text(mention.range)), "is_value": .bool(mention.isValue),
          ]
        }
      ),
      "mended": .bool(replies.count > 1),
    ]
    if let persona = draw.persona { parameters["persona"] = .string(persona) }
    if !mentions.extraFigures.isEmpty {
      parameters["extra_figures"] = .array(mentions.extraFigures.map(JSONValue.string))
    }
    let source = draw.examples.first?.asSource ?? PromptDefaults.source(of: "record_to_text")
    var draft = PromptedDraft(
      text: text,
      label: draw.label,
      source: source,
      parents: draw.exampleIDs,
      parameters: parameters,
      replies: replies
    )
    draft.values = place.values(of: record)
    if case .spans = place {
      draft.spans = mentions.found.map { mention in
        TextSpan(
          start: mention.range.lowerBound,
          end: mention.range.upperBound,
          label: mention.field,
          text: plain.text(mention.range)
        )
      }
      draft.spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }
    draft.parentDepth = draw.exampleDepth
    draft.tags = mentions.extraFigures.isEmpty ? [] : ["extra_figures"]
    return draft
  }

  private func read(
    _ reply: Reply,
    _ record: GoldRecord,
    _ place: RecordPlace
  ) -> (text: String, mentions: RecordMentions) {
    let text = (reply.value["text"]?.string ?? "").trimmed
    let stated = (reply.value["mentions"]?.array ?? []).compactMap { mention in
      mention["field"]?.string.flatMap { field in
        mention["surface"]?.string.map { (field: field, surface: $0) }
      }
    }
    var isSharing = true
    if case .spans = place { isSharing = false }
    return (text, RecordMentions(of: record, in: text, stated: stated, sharing: isSharing))
  }

  private func values(
    _ draw: PromptedDraw,
    _ number: Int,
    _ record: GoldRecord
  ) -> PromptValues {
    let members = record.fields.map { field -> JSONValue in
      ["field": .string(field.name), "value": field.value]
    }
    var own: PromptValues = [
      "record": .data(JSONValue.array(members).serialized(.pretty)),
      "examples": .list(draw.examples.prefix(Self.shownExamples).map { ["text": .data($0.text)] }),
    ]
    if let label = draw.label { own["label"] = .data(label) }
    return draw.commonValues(number, except: []).merging(own) { $1 }
  }

  private static let shape = AnswerShape(
    "record_text",
    [
      "type": "object",
      "properties": [
        "text": ["type": "string"],
        "mentions": [
          "type": "array",
          "items": [
            "type": "object",
            "properties": ["field": ["type": "string"], "surface": ["type": "string"]],
            "required": ["field", "surface"],
            "additionalProperties": false,
          ],
        ],
      ],
      "required": ["text", "mentions"],
      "additionalProperties": false,
    ]
  )
}
