import SeedbedData
import SeedbedKernels

/// Answers like a language model that knows one project: texts about cancelling, full marks as a judge.
///
/// What it says depends on the request alone, so a run that is repeated gets the same answers.
enum ScriptedWriter {
  private static let openings = [
    "Please cancel", "I want to cancel", "We have to cancel", "Time to cancel", "Do cancel",
    "I must cancel", "She wants to cancel", "Kindly cancel",
  ]
  private static let things = [
    "the crate plan", "the parcel plan", "my box plan", "the present plan", "our package plan",
    "the letter plan", "the paper", "the coffee", "the tea box",
  ]
  private static let places = [
    "of the Oslo branch", "of the Rome branch", "of the Turin branch", "of the Paris branch",
    "of the Cork branch", "of the Bern branch", "at the Vienna desk", "at the Madrid desk",
  ]
  private static let reasons = [
    "this week", "in May", "at once", "by noon", "on Monday", "tomorrow", "soon", "in June",
    "next week", "tonight",
  ]

  /// The answer to a chat request.
  static func answer(to body: JSONValue) -> String {
    let prompt = (body["messages"]?.array ?? []).compactMap { $0["content"]?.string }
      .joined(separator: "\n")
    var random = CounterRandom(
      seed: hash64(body.serialized(.canonical)),
      sample: "",
      operation: "",
      draw: 0
    )
    guard let schema = body["response_format"]?["json_schema"]?["schema"] else {
      return text(&random)
    }
    return value(of: schema, "", prompt, &random).serialized()
  }

  private static func value(
    of schema: JSONValue,
    _ name: String,
    _ prompt: String,
    _ random: inout CounterRandom
  ) -> JSONValue {
    if let choices = schema["enum"]?.array, let last = choices.last {
      return choices.contains("cancel") ? "cancel" : last
    }
    switch schema["type"]?.string ?? schema["type"]?.array?.first?.string {
    case "object":
      var object = JSONObject()
      for (key, inner) in schema["properties"]?.object ?? JSONObject() {
        object[key] = value(of: inner, key, prompt, &random)
      }
      return .object(object)
    case "array":
      return .array(
        (0..<(schema["minItems"]?.int ?? 5)).map { place in
          let item = value(of: schema["items"] ?? .null, name, prompt, &random)
          guard var object = item.object, object["number"] != nil else { return item }
          object["number"] = .number(JSONNumber(place + 1))
          return .object(object)
        }
      )
    case "integer", "number": return schema["maximum"] ?? 5
    case "boolean": return true
    default: return .string(name == "quote" ? fenced(prompt) : text(&random))
    }
  }

  private static func text(_ random: inout CounterRandom) -> String {
    let parts = [openings, things, places, reasons].map { $0[random.index(below: $0.count)] }
    return parts.joined(separator: " ") + ", \(random.index(below: 90) + 10)."
  }

  /// The first line of the first text between marks, which a judge may quote.
  private static func fenced(_ prompt: String) -> String {
    var isInside = false
    for line in prompt.split(separator: "\n", omittingEmptySubsequences: false) {
      if isInside { return String(line) }
      isInside = line.hasPrefix("<<<data ") && line.utf8.count == 24
    }
    return ""
  }
}
