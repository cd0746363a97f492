extension PromptDefaults {
  /// A question about passages, with an answer that cites them.
  static let groundedQuestion = PromptDefinition(
    "grounded_qa",
    "Asks one question about passages of a document and answers it with citations.",
    [
      PromptVariable("task", .words, "what kind of question is wanted", isRequired: true),
      PromptVariable("answerable", .flag, "whether the passages are to hold the answer"),
      PromptVariable("copied", .flag, "whether the answer has to be copied from a passage"),
      PromptVariable("demands", .words, "what the text is to be like"),
      SharedVariables.cell,
      SharedVariables.language,
      PromptVariable("persona", .data, "who writes"),
      PromptVariable(
        "examples",
        .list,
        "real questions",
        fields: [PromptVariable("text", .data, "a real question", isRequired: true)]
      ),
      PromptVariable(
        "passages",
        .list,
        "the passages to ask about",
        isRequired: true,
        fields: [
          PromptVariable("number", .words, "its number, from 1", isRequired: true),
          PromptVariable("heading", .data, "the heading it stands under"),
          PromptVariable("text", .data, "its text", isRequired: true),
        ]
      ),
    ],
    text: """
      === system
      {{> _fence}}

      You write questions that people ask who have not read a document, and answer them from the document \
      alone: nothing you know from elsewhere goes into an answer. Reply with JSON alone.
      === user
      {{#passages}}
      Passage {{number}}{{#heading}}, under the heading
      {{heading}}{{/heading}}:
      {{text}}

      {{/passages}}
      {{#examples}}
      A real question, which shows how people ask. Its matter is another one:
      {{text}}

      {{/examples}}
      Write one question. {{task}}
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
      The one who asks:
      {{persona}}
      {{/persona}}

      The question can be understood by itself. It never speaks of a passage, text, document, section or \
      author, since whoever asks has none of them at hand.
      {{#copied}}
      The answer is a piece of a passage, copied character by character and as short as it can be.
      {{/copied}}
      {{#answerable}}
      Cite one to three quotes that together carry the whole answer, each copied character by character from one \
      passage, without omissions and without joining separate places, with the number of the passage.
      {{/answerable}}
      {{^answerable}}
      The answer is null and the list of citations is empty.
      {{/answerable}}
      Reply with {"question": "…", "answer": "…" or null, "citations": [{"passage": 1, "quote": "…"}]}.
      """
  )
}
