import SeedbedData
import SeedbedPipeline

/// Prompts as a table and as JSON.
enum PromptsRendering {
  static func table(_ prompts: [Prompt]) -> String {
    var table = Table(["prompt", "version", "text", "what it is for"])
    for prompt in prompts {
      table.add([
        prompt.name, String(prompt.version.prefix(10)),
        prompt.isOverridden ? "the project's" : "default", prompt.summary,
      ])
    }
    return table.text
  }

  static func json(_ prompt: Prompt, withText: Bool) -> JSONObject {
    var object: JSONObject = [
      "name": .string(prompt.name), "summary": .string(prompt.summary),
      "version": .string(prompt.version), "overridden": .bool(prompt.isOverridden),
      "variables": .array(
        prompt.variables.map { ["name": .string($0.name), "kind": .string($0.kind.rawValue)] }
      ),
    ]
    if withText { object["text"] = .string(prompt.text) }
    return object
  }
}
