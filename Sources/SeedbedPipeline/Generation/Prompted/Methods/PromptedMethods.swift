/// The methods that ask a language model.
///
/// A new method is one file in this folder, its prompts, and one line in the list.
public enum PromptedMethods {
  /// Every such method, in the order in which they are shown.
  public static let all: [any PromptedMethod] = [
    InstructedTexts(),
    MinorityTexts(),
    PersonaTexts(),
    Paraphrases(),
    StyleRewrites(),
    NearMisses(),
    SelfInstruct(),
    EvolvedInstructions(),
    GroundedQuestions(),
    RecordToText(),
    Distillation(),
    LabelledPrompts(),
    PreferencePairs(),
    Conversations(),
  ]
}
