/// The transforms that put other words in, or put words elsewhere.
enum WordMethods {
  /// Each of them, in the order in which they are shown.
  static let all: [any TransformMethod] = [
    SynonymReplacement(), WordInsertion(), WordSwap(), WordDeletion(),
  ]
}
