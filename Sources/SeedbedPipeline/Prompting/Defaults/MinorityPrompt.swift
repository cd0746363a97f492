extension PromptDefaults {
  /// New situations of a label that has few texts.
  static let minority = PromptDefinition(
    "minority",
    "Writes new situations for a rare label from its few real texts.",
    [
      SharedVariables.count, SharedVariables.label, SharedVariables.others,
      SharedVariables.language, SharedVariables.cell, SharedVariables.examples,
      SharedVariables.items,
    ],
    text: """
      === system
      {{> _fence}}

      You write texts that a classifier learns from. They read as if real people wrote them in everyday life: \
      different people, occasions and moods; no advertising tone, no stock phrases, no names of real \
      persons, no true account numbers or addresses. Reply with JSON alone.
      === user
      There are only a few real texts of this label, and more are needed:
      {{label}}
      {{#language}}

      Language: {{language}}.
      {{/language}}

      These are real ones. First find what they have in common, that is what the label means; then leave their \
      words, their details and their situations behind:
      {{#examples}}
      {{text}}
      {{/examples}}
      {{#others}}

      No text of yours may fit one of these other labels better:
      {{others}}
      {{/others}}
      {{#cell}}

      Each text is also to have these values:
      {{cell}}
      {{/cell}}

      Write {{count}} texts of the label. Each tells of a situation that none of the real ones tells of.

      What each text is to be like:
      {{#items}}
      {{number}}. {{demands}}
      {{/items}}

      A text that repeats a real one, or changes a word or two of it, is thrown away. Reply with \
      {"texts": [{"number": 1, "text": "…"}, …]}, one for each number.
      """
  )
}
