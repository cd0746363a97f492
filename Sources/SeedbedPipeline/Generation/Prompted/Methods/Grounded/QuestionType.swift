/// What a question about a passage asks for.
enum QuestionType: String, CaseIterable {
  case factoid, reason, comparison, procedure, list, definition, conditional, numeric, unanswerable
  case multiHop = "multi_hop"

  /// How often it is drawn beside the others.
  ///
  /// Facts and steps are what people ask most; one question in eight has no answer, so that a model learns
  /// to say so, and one in eight needs more than one place.
  var weight: Int {
    switch self {
    case .factoid: 3
    case .reason, .procedure, .unanswerable, .multiHop: 2
    case .comparison, .list, .definition, .conditional, .numeric: 1
    }
  }

  /// What is asked for, in words for a prompt.
  var words: String {
    switch self {
    case .factoid: "Ask for one fact that the passage states, such as a name, a place or a setting."
    case .reason: "Ask why something is so, where the passage gives the reason."
    case .comparison: "Ask how two things that the passage describes differ or agree."
    case .procedure: "Ask how something is done; the answer gives the steps in their order."
    case .list:
      "Ask for several things that belong together; the answer names all of them that the passage gives."
    case .definition: "Ask what something is or means, where the passage explains it."
    case .conditional:
      "Ask what happens, or has to be done, under a condition that the passage speaks of."
    case .numeric:
      "Ask for a number, an amount, a date or a duration that the passage gives or that follows from it."
    case .unanswerable:
      """
      Ask something that a reader of the passage may well want to know and that it does not tell, \
      though it speaks of the same matters. The answer is null and there are no citations.
      """
    case .multiHop:
      """
      Ask something whose answer needs facts from at least two of the passages, so that none of them \
      is enough alone, and cite each passage that is needed.
      """
    }
  }
}
