import SeedbedData
import SeedbedKernels

/// One operation of Evol-Instruct, in words of our own.
enum Evolution: String, CaseIterable {
  case constraint
  case deepening
  case concretizing
  case reasoning
  case complicatedInput = "complicated_input"
  case breadth

  /// What the model is asked to do.
  var words: String {
    switch self {
    case .constraint:
      "add one further condition that an answer has to meet"
    case .deepening:
      "ask for more depth: causes, limits or consequences that the instruction leaves out"
    case .concretizing:
      "put a particular case in the place of a general notion"
    case .reasoning:
      "make it take several steps of thought where one was enough"
    case .complicatedInput:
      "give it material to work on, such as a short table, a list, a code fragment or a dialogue"
    case .breadth:
      "invent another instruction of the same field and about the same length that is rarer"
    }
  }

  /// Words of the conversation that no instruction has by itself.
  private static let leaks = [
    "given prompt", "rewritten prompt", "created prompt", "given instruction",
    "rewritten instruction", "evolved instruction", "new instruction:", "<<<data", ">>>",
  ]

  /// Why an evolved instruction is thrown away without asking anybody; nil where it may stay.
  ///
  /// Xu et al., "WizardLM: empowering large language models to follow complex instructions" (2023), section 3.3.
  static func fault(of evolved: String, from original: String, language: String?) -> String? {
    let lowercased = evolved.lowercased(), before = original.lowercased()
    if let leak = leaks.first(where: { lowercased.contains($0) && !before.contains($0) }) {
      return "it repeats words of the request (`\(leak)`)"
    }
    if InstructionFilter.isEmptyTalk(evolved, language: language) { return "it says nothing" }
    if DuplicateView.normalized(evolved) == DuplicateView.normalized(original) {
      return "it is the same instruction"
    }
    return nil
  }

  /// Why an answer shows that an instruction cannot be followed; nil where it may be.
  static func fault(ofAnswer answer: String, language: String?) -> String? {
    let words = DuplicateView.normalized(answer).split(separator: " ")
    if words.contains("sorry"), words.count < 80 { return "its answer is an excuse" }
    if InstructionFilter.isEmptyTalk(answer, language: language) {
      return "its answer says nothing"
    }
    return nil
  }
}
