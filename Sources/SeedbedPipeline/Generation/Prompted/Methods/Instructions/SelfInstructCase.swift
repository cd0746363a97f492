import SeedbedData
import SeedbedKernels

/// A case of a new instruction: what comes in and what goes out.
///
/// Where the output is one of a few classes, the output is drawn first and an input is written for it: a
/// model that starts from inputs gives nearly always the same class.
struct SelfInstructCase {
  var input: String
  var output: String
  var replies: [Reply]
  /// The class that was drawn, and from which.
  var parameters: JSONObject

  private static let caseShape = object("case", ["input", "output"])
  private static let inputShape = object("case_input", ["input"])
  private static let labelShape = AnswerShape(
    "classes",
    [
      "type": "object",
      "properties": ["classes": ["type": "array", "items": ["type": "string"]]],
      "required": ["classes"],
      "additionalProperties": false,
    ]
  )

  /// Asks for a case.
  ///
  /// - Parameters:
  ///   - instruction: The new instruction.
  ///   - number: Its number within the draw.
  ///   - isClassification: Whether the output is one of a few classes.
  ///   - draw: The draw.
  ///   - asker: Who is asked.
  /// - Throws: A `RequestFailure` where there is no usable case; whatever else the asker throws.
  init(
    of instruction: String,
    number: Int,
    isClassification: Bool,
    _ draw: PromptedDraw,
    asking asker: any Asker
  ) async throws {
    var values: PromptValues = ["instruction": .data(instruction)]
    if let language = draw.language {
      values["language"] = .words(LanguageWords.name(of: language))
    }
    parameters = [:]
    guard isClassification else {
      let reply = try await asker.ask("self_instruct_case", values, shape: Self.caseShape)
      input = reply.value["input"]?.string?.trimmed ?? ""
      output = reply.value["output"]?.string?.trimmed ?? ""
      replies = [reply]
      return
    }
    let first = try await asker.ask("self_instruct_classes", values, shape: Self.labelShape)
    var classes: [String] = []
    for label in (first.value["classes"]?.array ?? []).compactMap({ $0.string?.trimmed })
    where !label.isEmpty && !classes.contains(label) {
      classes.append(label)
    }
    guard classes.count >= 2 else {
      throw first.rejected("a classification needs at least two classes")
    }
    var random = draw.chance("self_instruct.class.\(number)")
    output = classes[random.index(below: classes.count)]
    values["output"] = .data(output)
    let second = try await asker.ask("self_instruct_input", values, shape: Self.inputShape)
    input = second.value["input"]?.string?.trimmed ?? ""
    guard !input.isEmpty else { throw second.rejected("the input is empty") }
    replies = [first, second]
    parameters = ["classes": .array(classes.map(JSONValue.string))]
  }

  private static func object(_ name: String, _ members: [String]) -> AnswerShape {
    var properties = JSONObject()
    for member in members { properties[member] = ["type": "string"] }
    return AnswerShape(
      name,
      [
        "type": "object",
        "properties": .object(properties),
        "required": .array(members.map(JSONValue.string)),
        "additionalProperties": false,
      ]
    )
  }
}
