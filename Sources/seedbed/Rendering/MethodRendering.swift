import SeedbedData

/// What methods declare about themselves.
enum MethodRendering {
  static func text(_ methods: [MethodDescriptor]) -> String {
    var table = Table(["method", "tasks", "label", "keeps", "rate", "available"])
    for method in methods {
      table.add([
        method.name, tasks(method), method.labelEffect.rawValue,
        method.preserves.filter { $0 != .label }.map(\.rawValue).joined(separator: " "),
        method.rate.map { Numbers.fixed($0, places: 1) } ?? "",
        method.isAvailable ? "yes" : "no: needs \(method.needs.joined(separator: ", "))",
      ])
    }
    return table.text + "\n\n  "
      + Style.faint(
        "rate: changes in 100 characters where none is named; "
          + "`seedbed methods NAME` tells all about one"
      )
  }

  /// All about one method.
  static func details(_ method: MethodDescriptor) -> String {
    var lines = ["\(Style.heading(method.name))  \(method.summary)"]
    func add(_ name: String, _ words: String) {
      guard !words.isEmpty else { return }
      lines.append("  \(name.padding(toWidth: 10)) \(words)")
    }
    add("tasks", tasks(method))
    add("label", method.labelEffect.rawValue)
    add("keeps", method.preserves.map(\.rawValue).joined(separator: ", "))
    add("languages", method.languages.isEmpty ? "any" : method.languages.joined(separator: ", "))
    add("moves", method.moves.joined(separator: ", "))
    add("rate", method.rate.map { "\(Numbers.fixed($0, places: 1)) in 100 characters" } ?? "")
    add("attacks", method.attacks.joined(separator: ", "))
    add("use", method.use.rawValue)
    add("needs", method.needs.joined(separator: ", "))
    add("available", method.isAvailable ? "yes" : "no")
    return lines.joined(separator: "\n")
  }

  static func json(_ methods: [MethodDescriptor]) -> JSONObject {
    ["methods": .array(methods.map { .object(json($0)) })]
  }

  private static func json(_ method: MethodDescriptor) -> JSONObject {
    func list(_ words: [String]) -> JSONValue { .array(words.map(JSONValue.string)) }
    return [
      "name": .string(method.name), "summary": .string(method.summary),
      "tasks": list(method.tasks.map(\.rawValue)),
      "preserves": list(method.preserves.map(\.rawValue)),
      "label": .string(method.labelEffect.rawValue), "languages": list(method.languages),
      "needs": list(method.needs), "available": .bool(method.isAvailable),
      "rate": .optional(method.rate), "moves": list(method.moves),
      "use": .string(method.use.rawValue), "attacks": list(method.attacks),
    ]
  }

  private static func tasks(_ method: MethodDescriptor) -> String {
    method.tasks == TaskKind.withText
      ? "any text" : method.tasks.map(\.rawValue).joined(separator: " ")
  }
}

extension String {
  /// The text with spaces behind it up to a width.
  fileprivate func padding(toWidth width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
