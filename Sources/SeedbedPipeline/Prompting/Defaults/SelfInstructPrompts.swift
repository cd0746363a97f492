extension PromptDefaults {
  private static let instruction = PromptVariable(
    "instruction",
    .data,
    "the instruction",
    isRequired: true
  )

  /// New instructions.
  static let selfInstruct = PromptDefinition(
    "self_instruct",
    "Invents instructions unlike those that are shown.",
    [
      SharedVariables.count, SharedVariables.language, SharedVariables.cell,
      PromptVariable(
        "tasks",
        .list,
        "known instructions",
        isRequired: true,
        fields: [PromptVariable("text", .data, "an instruction", isRequired: true)]
      ),
    ],
    text: """
      === system
      {{> _fence}}

      You invent tasks for an assistant that reads and writes text and does nothing else: it sees no pictures, \
      opens no files and uses no tools. Reply with JSON alone.
      === user
      These tasks are known:
      {{#tasks}}
      {{text}}
      {{/tasks}}
      {{#language}}

      Language: {{language}}.
      {{/language}}
      {{#cell}}

      Each text is also to have these values:
      {{cell}}
      {{/cell}}

      Invent {{count}} new tasks. Each differs from the known ones and from each other in topic, in what is asked \
      for, and in the verb. Mix questions and requests, short and long ones, everyday and expert \
      matters. A task is at least four words and says all that is needed, apart from material that it works on. \
      For each, say whether its answer is one of a few fixed classes.

      Reply with {"tasks": [{"instruction": "…", "is_classification": false}, …]}.
      """
  )

  /// A case of an instruction.
  static let selfInstructCase = PromptDefinition(
    "self_instruct_case",
    "Writes material for an instruction, then the answer.",
    [instruction, SharedVariables.language],
    text: """
      === system
      {{> _fence}}

      You write cases for tasks: the material that a task works on, and the best answer. Both are complete, \
      correct and concrete. Reply with JSON alone.
      === user
      The task:
      {{instruction}}
      {{#language}}

      Language: {{language}}.
      {{/language}}

      If the task works on material, write it as "input", the material itself and no description of it; if not, \
      "input" is an empty string. "output" is the answer alone, without a preface.

      Reply with {"input": "…", "output": "…"}.
      """
  )

  /// The classes of an instruction.
  static let selfInstructClasses = PromptDefinition(
    "self_instruct_classes",
    "Names the classes that answers to an instruction can be of.",
    [instruction, SharedVariables.language],
    text: """
      === system
      {{> _fence}}

      You name the possible answers to tasks of classification. Reply with JSON alone.
      === user
      The task:
      {{instruction}}
      {{#language}}

      Language: {{language}}.
      {{/language}}

      Name every class that an answer can be, each exactly as an answer would give it.

      Reply with {"classes": ["…", …]}.
      """
  )

  /// Material for which a class is the right answer.
  static let selfInstructInput = PromptDefinition(
    "self_instruct_input",
    "Writes material for which a given class is the right answer.",
    [
      instruction, SharedVariables.language,
      PromptVariable("output", .data, "the right answer", isRequired: true),
    ],
    text: """
      === system
      {{> _fence}}

      You write material for tasks of classification so that a given answer is the right one. \
      Reply with JSON alone.
      === user
      The task:
      {{instruction}}

      The right answer:
      {{output}}
      {{#language}}

      Language: {{language}}.
      {{/language}}

      Write material for which this and no other answer is right. The material does not name its answer.

      Reply with {"input": "…"}.
      """
  )
}
