extension PromptDefaults {
  /// A text as a certain person would write it.
  static let persona = PromptDefinition(
    "persona",
    "Writes texts of a label as a certain person would.",
    [
      SharedVariables.count, SharedVariables.label, SharedVariables.others,
      SharedVariables.language, SharedVariables.cell, SharedVariables.examples,
      SharedVariables.items,
      PromptVariable("persona", .data, "who writes", isRequired: true),
    ],
    text: """
      === system
      {{> _fence}}

      You write texts that a classifier learns from. They read as if real people wrote them in everyday life: \
      different people, occasions and moods; no advertising tone, no stock phrases, no names of real \
      persons, no true account numbers or addresses. Reply with JSON alone.
      === user
      Somebody writes, of whom this is known:
      {{persona}}

      What this person wants is named by this label:
      {{label}}
      {{#language}}

      Language: {{language}}.
      {{/language}}
      {{#examples}}

      A real text of the label by somebody else, which shows what the label means. Do not copy it:
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

      Write {{count}} texts that this person would write. The person shows in what is on their mind and in \
      how they put it; they do not introduce themselves, and nothing of the description is quoted.

      What each text is to be like:
      {{#items}}
      {{number}}. {{demands}}
      {{/items}}

      Reply with {"texts": [{"number": 1, "text": "…"}, …]}, one for each number.
      """
  )
}
