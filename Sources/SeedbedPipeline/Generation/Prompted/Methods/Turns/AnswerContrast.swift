/// What sets the better of two answers apart from the worse one.
enum AnswerContrast: String, CaseIterable {
  case missedDemand = "missed_demand"
  case plausibleError = "plausible_error"
  case padding
  case vagueness
  case otherQuestion = "other_question"
  case awkwardForm = "awkward_form"
  case falseCertainty = "false_certainty"
  case brokenReasoning = "broken_reasoning"

  /// What the better answer does.
  var chosen: String {
    switch self {
    case .missedDemand: "It meets every demand of the request, stated or plainly implied."
    case .plausibleError: "Every fact and every step in it is right."
    case .padding: "It says what is needed and stops there."
    case .vagueness: "It is concrete: it gives the names, numbers and steps that the request needs."
    case .otherQuestion: "It answers exactly what was asked."
    case .awkwardForm:
      "It has the form that the request asks for, or the one that is easiest to use."
    case .falseCertainty:
      "It says plainly what cannot be known from the request, and what follows then."
    case .brokenReasoning:
      "It gives the steps that lead to the result, each following from the last."
    }
  }

  /// What the worse answer does.
  var rejected: String {
    switch self {
    case .missedDemand:
      "It reads well and answers the request, but passes over one demand that the request makes."
    case .plausibleError:
      "It is fluent and sure of itself, but one fact or step that matters is wrong."
    case .padding:
      "It says what is needed, but between announcements, repetitions and general remarks."
    case .vagueness: "It stays general where the request needs something concrete."
    case .otherQuestion: "It gives a good answer to a neighbouring question that was not asked."
    case .awkwardForm:
      "Its content is right, but its form makes it hard to use: one block, a wrong order, a form not asked for."
    case .falseCertainty: "It states as certain what cannot be known from the request."
    case .brokenReasoning: "It gives steps towards a result, one of which does not follow."
    }
  }
}
