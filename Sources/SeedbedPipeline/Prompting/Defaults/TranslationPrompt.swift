extension PromptDefaults {
  /// Texts in another language.
  static let translate = PromptDefinition(
    "translate",
    "Translates numbered texts from one language into another.",
    [
      SharedVariables.count,
      PromptVariable("source", .words, "the language of the texts", isRequired: true),
      PromptVariable("target", .words, "the language to translate into", isRequired: true),
      PromptVariable(
        "items",
        .list,
        "the texts",
        isRequired: true,
        fields: [
          PromptVariable("number", .words, "its number, from 1", isRequired: true),
          PromptVariable("text", .data, "the text", isRequired: true),
        ]
      ),
    ],
    text: """
      === system
      {{> _fence}}

      You translate texts. What a text says, wants, asks and denies stays; nothing is added, answered, explained \
      or left out; its tone stays, rough or polite. Words such as XQ7X stand for names and figures: each stays as \
      it is, once, where the sentence of the other language has it. Reply with JSON alone.
      === user
      Translate {{count}} texts from the language `{{source}}` into the language `{{target}}` (BCP 47 tags).
      {{#items}}

      Text {{number}}:
      {{text}}
      {{/items}}

      Reply with {"texts": [{"number": 1, "text": "…"}, …]}: one translation for each number.
      """
  )
}
