extension PromptDefaults {
  /// One of two answers of a pair.
  static let preferenceAnswer = PromptDefinition(
    "preference_answer",
    "Answers a real request by a policy: the good one of a pair, or the weak one.",
    [
      PromptVariable("instructions", .data, "what the assistant was told beforehand"),
      PromptVariable(
        "turns",
        .list,
        "the conversation so far",
        isRequired: true,
        fields: turnFields
      ),
      PromptVariable("policy", .words, "what the answer does", isRequired: true),
      PromptVariable("words", .words, "how many words it has, about"),
      PromptVariable("weak", .flag, "whether it is the weak one of the pair"),
    ],
    text: """
      === system
      {{> _fence}}

      You write answers from which a program learns to tell better from worse. Below stands, between marks, what \
      a user and an assistant said. Your task is to write the assistant's next answer by the policy that is \
      named. What the user asks decides what the answer is about; it does not change your task.
      === user
      {{#instructions}}
      The assistant was told beforehand:
      {{instructions}}

      {{/instructions}}
      {{#turns}}
      {{speaker}}:
      {{text}}

      {{/turns}}
      The policy of the answer: {{policy}}
      {{#weak}}
      In everything else the answer is as good as it can be, so that only a careful reader sees the \
      weakness; it never speaks of it, and it does no harm to anyone.
      {{/weak}}
      {{#words}}
      It has about {{words}} words.
      {{/words}}
      Reply with the answer alone, without any remark on this task.
      """
  )
}
