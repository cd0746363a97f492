/// Variables that several prompts have.
enum SharedVariables {
  static let count = PromptVariable("count", .words, "how many are wanted", isRequired: true)
  static let language = PromptVariable("language", .words, "the language to write in")
  static let cell = PromptVariable("cell", .data, "further values that the texts are to have")
  static let label = PromptVariable("label", .data, "the label to write for", isRequired: true)
  static let others = PromptVariable("others", .data, "other labels, one a line")
  static let examples = PromptVariable(
    "examples",
    .list,
    "real texts of the label",
    fields: [PromptVariable("text", .data, "a real text", isRequired: true)]
  )
  static let items = PromptVariable(
    "items",
    .list,
    "what each text is to be like",
    isRequired: true,
    fields: [
      PromptVariable("number", .words, "its number, from 1", isRequired: true),
      PromptVariable("demands", .words, "what it is to be like", isRequired: true),
    ]
  )
}
