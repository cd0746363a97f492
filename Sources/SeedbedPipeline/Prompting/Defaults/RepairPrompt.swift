extension PromptDefaults {
  /// Sends an answer back that does not follow its schema.
  static let repair = PromptDefinition(
    "repair",
    "Asks a model once to bring its own answer into the form that was asked for.",
    [
      PromptVariable("answer", .data, "the answer as it came", isRequired: true),
      PromptVariable("faults", .data, "what is wrong with it", isRequired: true),
      PromptVariable("schema", .data, "the JSON Schema it has to follow", isRequired: true),
    ],
    text: """
      === system
      {{> _fence}}

      You bring JSON into the form that a schema asks for. You change the form only: no fact, no wording and \
      no value is made up. Reply with JSON alone.
      === user
      This answer was to follow the schema below and does not.

      The answer:
      {{answer}}

      What is wrong:
      {{faults}}

      The schema:
      {{schema}}

      Write the answer again so that it follows the schema, with the same content.
      """
  )
}
