/// The prompts that come with the program, one file each.
///
/// A new prompt is one file here and one line in the list. Text from outside is always a variable of the kind
/// `data`; words are only what the program or the project's configuration says.
public enum PromptDefaults {
  /// Every prompt, then the partials.
  public static let all: [PromptDefinition] = [
    instruct,
    minority,
    persona,
    paraphrase,
    rewrite,
    translate,
    nearMiss,
    selfInstruct,
    selfInstructCase,
    selfInstructClasses,
    selfInstructInput,
    evolve,
    evolveGain,
    evolveAnswer,
    judgeScore,
    judgePair,
    groundedQuestion,
    recordToText,
    recordMend,
    distill,
    chatAnswer,
    chatUser,
    preferenceAnswer,
    unlabelled,
    labelTexts,
    repair,
    fence,
  ]
}
