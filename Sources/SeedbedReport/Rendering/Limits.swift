/// What a version's user must know about synthetic data.
enum Limits {
  /// All of it.
  static let sentences = [limitations[0]] + biases + limitations.dropFirst()

  /// What is carried over from the real rows.
  static let biases = [
    "Biases and mistakes of the real rows are carried over into the rows that derive from them."
  ]

  /// What the rows are no evidence of.
  static let limitations = [
    "Synthetic rows amplify what the real data shows. They are no evidence about cases, people, "
      + "languages or wordings that the real data does not show.",
    "Shares and frequencies among the synthetic rows were chosen by a plan; they say nothing about "
      + "how often something happens in the world.",
    "`synthetic_eval` measures robustness against what its methods do. A result on it is not a "
      + "result on real data and belongs beside the real one, never averaged with it.",
    "Every check can err. `undecided` never passes, but a passed check is no proof.",
  ]
}
