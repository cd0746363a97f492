extension PromptDefaults {
  /// A text that mentions every value of a record.
  static let recordToText = PromptDefinition(
    "record_to_text",
    "Writes a text that mentions every value of a record.",
    recordVariables,
    text: """
      === system
      {{> _fence}}

      You write texts from which a program is to draw a record. The record is given; the text says every value \
      of it and no other figures, names or dates that could be taken for one. Reply with JSON alone.
      === user
      The record, field by field:
      {{record}}
      {{#label}}

      What the text is about:
      {{label}}
      {{/label}}
      {{#examples}}

      A real text, which shows how people write. Its matter is another one:
      {{text}}
      {{/examples}}

      Write one text.
      {{#demands}}
      What it is to be like: {{demands}}.
      {{/demands}}
      {{#language}}
      Language: {{language}}.
      {{/language}}
      {{#cell}}
      What else it is to be, by name and value:
      {{cell}}
      {{/cell}}
      {{#persona}}
      Who writes:
      {{persona}}
      {{/persona}}
      Names, codes and amounts stand as in the record. Where a person would write a value in another way, such \
      as a date or a currency, that is allowed; list how each value appears, copied from your text. Fields \
      are never named as such. Reply with {"text": "…", "mentions": [{"field": "…", "surface": "…"}]}.
      """
  )

  /// The same text again, with what it lacks.
  static let recordMend = PromptDefinition(
    "record_mend",
    "Has a text that lacks values of its record written again.",
    recordVariables + [
      PromptVariable("written", .data, "the text as it is", isRequired: true),
      PromptVariable(
        "missing",
        .list,
        "the fields whose values it lacks",
        isRequired: true,
        fields: [PromptVariable("field", .data, "a field", isRequired: true)]
      ),
    ],
    text: """
      === system
      {{> _fence}}

      You write texts from which a program is to draw a record. The record is given; the text says every value \
      of it and no other figures, names or dates that could be taken for one. Reply with JSON alone.
      === user
      The record, field by field:
      {{record}}

      This text was to mention every value:
      {{written}}

      It lacks the values of these fields, or says them in a way that does not fit:
      {{#missing}}
      {{field}}
      {{/missing}}
      {{#language}}

      Language: {{language}}.
      {{/language}}

      Write the text again with all values, changing no more than you must. List how each value appears, copied \
      from your text. Reply with {"text": "…", "mentions": [{"field": "…", "surface": "…"}]}.
      """
  )

  private static let recordVariables = [
    PromptVariable("record", .data, "the record, field by field", isRequired: true),
    PromptVariable("label", .data, "the label of the text"),
    PromptVariable("demands", .words, "what the text is to be like"),
    SharedVariables.cell,
    SharedVariables.language,
    PromptVariable("persona", .data, "who writes"),
    PromptVariable(
      "examples",
      .list,
      "real texts",
      fields: [PromptVariable("text", .data, "a real text", isRequired: true)]
    ),
  ]
}
