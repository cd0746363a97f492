extension PromptDefaults {
  /// Texts without any label in sight.
  static let unlabelled = PromptDefinition(
    "unlabelled",
    "Writes new texts like some real ones, without knowing of labels.",
    [
      SharedVariables.count,
      SharedVariables.cell,
      SharedVariables.language,
      PromptVariable("persona", .data, "who writes"),
      PromptVariable(
        "examples",
        .list,
        "real texts",
        isRequired: true,
        fields: [PromptVariable("text", .data, "a real text", isRequired: true)]
      ),
      SharedVariables.items,
    ],
    text: """
      === system
      {{> _fence}}

      You write texts as people send them to a service: different people, occasions and moods; no names of real \
      persons, no true account numbers or addresses. Reply with JSON alone.
      === user
      {{#examples}}
      A real text, which shows what people write about and how:
      {{text}}

      {{/examples}}
      Write {{count}} new texts that might have come from the same place. Each tells of a situation of its \
      own; none repeats a real one in other words.
      {{#language}}
      Language: {{language}}.
      {{/language}}
      {{#cell}}
      What all texts are to be, by name and value:
      {{cell}}
      {{/cell}}
      {{#persona}}
      Who writes:
      {{persona}}
      {{/persona}}

      What each text is to be like:
      {{#items}}
      {{number}}. {{demands}}
      {{/items}}

      Reply with {"texts": […]}, one string for each number in order.
      """
  )

  /// Labels for texts.
  static let labelTexts = PromptDefinition(
    "label_texts",
    "Finds the label of each of some texts, or that none fits.",
    [
      PromptVariable("labels", .data, "all labels, as a list", isRequired: true),
      PromptVariable("none", .words, "what stands for no label", isRequired: true),
      PromptVariable(
        "meanings",
        .list,
        "real texts with their labels",
        fields: [
          PromptVariable("label", .data, "the label", isRequired: true),
          PromptVariable("text", .data, "a real text of it", isRequired: true),
        ]
      ),
      PromptVariable(
        "texts",
        .list,
        "the texts to label",
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

      You sort texts by labels. A label fits when it says what the text as a whole is about, not when single \
      words of it do. Reply with JSON alone.
      === user
      The labels, in no order:
      {{labels}}
      {{#meanings}}

      A real text:
      {{text}}
      Its label:
      {{label}}
      {{/meanings}}

      The texts to sort:
      {{#texts}}

      Text {{number}}:
      {{text}}
      {{/texts}}

      Give each text the one label that fits best, or {{none}} where none does or two fit equally well. Reply with \
      {"labels": [{"text": 1, "label": "…"}]}, one entry for each text.
      """
  )
}
