extension PromptDefaults {
  /// Texts of a label, each with what it is to be like.
  static let instruct = PromptDefinition(
    "instruct",
    "Writes new texts of one label, each with its own demands on length, tone and form.",
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
      Write {{count}} new texts of this label:
      {{label}}
      {{#language}}

      Language: {{language}}.
      {{/language}}
      {{#examples}}

      A real text of this label, which shows what the label means and how people write. Do not copy it, and do \
      not retell its situation:
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

      What each text is to be like:
      {{#items}}
      {{number}}. {{demands}}
      {{/items}}

      Every text is of the label, tells of a situation of its own and begins in its own way. No text \
      names the label as such. Reply with {"texts": [{"number": 1, "text": "…"}, …]}, one for each number.
      """
  )
}
