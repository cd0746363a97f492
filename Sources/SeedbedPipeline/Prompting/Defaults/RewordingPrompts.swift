extension PromptDefaults {
  private static let rewordingVariables = [
    SharedVariables.count, SharedVariables.language, SharedVariables.items,
    PromptVariable("text", .data, "the original", isRequired: true),
  ]

  /// Other wordings of a text.
  static let paraphrase = PromptDefinition(
    "paraphrase",
    "Says a text in other words, more or less far from the original.",
    rewordingVariables,
    text: """
      === system
      {{> _fence}}

      You say texts in other words. Who wants what from whom, every figure, name, date and negation stays; \
      nothing is added, answered or left out; a question stays a question. Reply with JSON alone.
      === user
      Say this text in {{count}} other ways:
      {{text}}
      {{#language}}

      Language: {{language}}.
      {{/language}}

      How far each is to be from the original:
      {{#items}}
      {{number}}. {{demands}}
      {{/items}}

      Reply with {"texts": [{"number": 1, "text": "…"}, …]}, one for each number.
      """
  )

  /// A text in another style.
  static let rewrite = PromptDefinition(
    "rewrite",
    "Rewrites a text in another style and regional variety.",
    rewordingVariables,
    text: """
      === system
      {{> _fence}}

      You rewrite texts as other people would have put them. What the text wants, every figure, name, title and \
      date stays as it is, written as it is; nothing is added, answered, translated or left out. \
      Reply with JSON alone.
      === user
      Rewrite this text {{count}} times:
      {{text}}
      {{#language}}

      Language: {{language}}.
      {{/language}}

      How each is to be written:
      {{#items}}
      {{number}}. {{demands}}
      {{/items}}

      Spelling, words and manners follow the style and the variety of the language that are asked for. \
      Reply with {"texts": [{"number": 1, "text": "…"}, …]}, one for each number.
      """
  )
}
