import SeedbedData

/// The transforms that change what a text says, and its label with it.
enum CounterfactualMethods {
  /// Each of them, in the order in which they are shown.
  static let all: [any TransformMethod] = [NegationFlip(), AntonymFlip(), QuantifierFlip()]

  /// The declaration that all of them share.
  static func descriptor(
    _ name: String,
    _ summary: String,
    languages: [String]
  ) -> MethodDescriptor {
    MethodDescriptor(
      name,
      summary,
      preserves: [.spans],
      tasks: [.classification],
      languages: languages,
      moves: ["label"],
      flipsLabel: true
    )
  }
}
