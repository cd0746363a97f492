extension PromptDefaults {
  /// Two texts that look alike and belong to different labels.
  static let nearMiss = PromptDefinition(
    "near_miss",
    "Writes two texts that look alike and belong to two labels that are easily confused.",
    [
      SharedVariables.label, SharedVariables.language, SharedVariables.cell,
      SharedVariables.examples,
      PromptVariable("rival", .data, "the label it is confused with", isRequired: true),
      PromptVariable(
        "rival_examples",
        .list,
        "real texts of the other label",
        fields: [PromptVariable("text", .data, "a real text", isRequired: true)]
      ),
      PromptVariable("demands", .words, "what the texts are to be like"),
    ],
    text: """
      === system
      {{> _fence}}

      You write hard cases for a classifier: texts that look alike and belong to different labels, each beyond \
      doubt for a careful reader. Reply with JSON alone.
      === user
      This is the one label:
      {{label}}
      {{#examples}}

      A real text of it, not to be copied:
      {{text}}
      {{/examples}}

      This is the other:
      {{rival}}
      {{#rival_examples}}

      A real text of it, not to be copied:
      {{text}}
      {{/rival_examples}}
      {{#language}}

      Language: {{language}}.
      {{/language}}
      {{#cell}}

      Each text is also to have these values:
      {{cell}}
      {{/cell}}
      {{#demands}}

      What both texts are to be like: {{demands}}.
      {{/demands}}

      First say in one sentence what tells the two labels apart. Then write one text of each that shares as many \
      words and as much of the situation with the other as can be, so that only this difference decides. \
      Reply with {"difference": "…", "pair": [{"label": "…", "text": "…"}, {"label": "…", "text": "…"}]}, \
      the one label first.
      """
  )
}
