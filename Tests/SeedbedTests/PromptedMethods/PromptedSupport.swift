import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Synchronization

/// An asker that answers from a script and remembers what it was asked.
///
/// Each question is rendered with the program's own prompts, so that one which lacks a value, or gives one that
/// the prompt does not know, fails.
final class ScriptedAsker: Asker, Sendable {
  struct Question: Sendable, Equatable {
    var prompt: String
    var values: PromptValues
    var shape: AnswerShape?
    var variant: Int
  }

  private static let library = PromptLibrary()
  let model = ModelIdentity(name: "writer", endpoint: "scripted", model: "writer-1", family: "w")
  private let script: @Sendable (Question) throws -> JSONValue
  private let asked = Mutex<[Question]>([])
  private let texts = Mutex<[String]>([])

  init(_ script: @escaping @Sendable (Question) throws -> JSONValue) {
    self.script = script
  }

  var questions: [Question] { asked.withLock { $0 } }

  /// What would have been sent.
  var sent: [String] { texts.withLock { $0 } }

  func ask(
    _ prompt: String,
    _ values: PromptValues,
    shape: AnswerShape?,
    sampling: SamplingSettings,
    variant: Int
  ) async throws -> Reply {
    let question = Question(prompt: prompt, values: values, shape: shape, variant: variant)
    let number = asked.withLock { list in
      list.append(question)
      return list.count
    }
    let rendered = try Self.library.render(prompt, values, seed: 7)
    texts.withLock { $0.append(rendered.messages.map(\.content).joined(separator: "\n\n")) }
    _ = try AnswerParser(shape: shape)
    return Reply(
      value: try script(question),
      prompt: PromptReference(name: prompt, version: "v1"),
      model: model.name,
      requests: ["key-\(number)"],
      repairs: []
    )
  }
}

extension PromptValue {
  /// The text of words or data.
  var plainText: String? {
    switch self {
    case .words(let text), .data(let text): text
    default: nil
    }
  }

  /// The sets of a list.
  var sets: [[String: PromptValue]] {
    if case .list(let sets) = self { sets } else { [] }
  }

  var isData: Bool { if case .data = self { true } else { false } }
}

/// Makes a real sample of a row.
func promptedSample(_ row: JSONObject, _ fields: FieldMap, number: Int = 1) -> Sample {
  var builder = SampleBuilder(fields: fields, file: "real.jsonl")
  let raw = RawRow(number: number, byteOffset: 0, fields: row)
  do { return try builder.sample(from: raw) } catch { fatalError("\(error)") }
}

/// A field map of paths by role.
func promptedFields(
  text: String? = nil,
  label: String? = nil,
  output: String? = nil,
  context: String? = nil,
  input: String? = nil,
  conversation: String? = nil,
  spans: String? = nil
) -> FieldMap {
  var map = FieldMap()
  map.text = text.map { FieldPath(field: $0) }
  map.label = label.map { FieldPath(field: $0) }
  map.output = output.map { FieldPath(field: $0) }
  map.context = context.map { FieldPath(field: $0) }
  map.input = input.map { FieldPath(field: $0) }
  map.conversation = conversation.map { FieldPath(field: $0) }
  map.spans = spans.map { FieldPath(field: $0) }
  return map
}

/// A draw for a task, with examples.
func promptedDraw(
  _ task: TaskKind,
  _ fields: FieldMap,
  examples: [Sample] = [],
  count: Int = 1,
  number: Int = 0,
  attributes: [[(name: String, words: String)]] = []
) -> PromptedDraw {
  var draw = PromptedDraw(
    number: number,
    count: count,
    cell: Cell([]),
    task: task,
    fields: fields,
    seed: 7,
    stream: "train/test"
  )
  draw.examples = examples
  draw.attributes = attributes
  return draw
}

/// The failure of a method, or nil where it made drafts.
func promptedFailure(
  _ method: any PromptedMethod,
  _ draw: PromptedDraw,
  _ asker: any Asker
) async -> RequestFailure? {
  do {
    _ = try await method.drafts(for: draw, asking: asker)
    return nil
  } catch {
    return error as? RequestFailure
  }
}
