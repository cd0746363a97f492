/// What draws are given beside real samples: rivals, passages, personas, varieties.
public struct PromptedSupply: Sendable {
  /// For each label the other ones, the most easily confused first.
  public var rivals: [String: [String]] = [:]
  /// All labels of the project, sorted.
  public var labels: [String] = []
  /// Passages to write from; the first of each list is the one asked about, the others are related to it.
  public var passages: [[PromptedDraw.Passage]] = []
  /// Who is to have written the text of a draw, by the number of the draft.
  public var persona: @Sendable (_ stream: String, _ number: Int) -> String? = { _, _ in nil }
  /// What the user wants texts to vary in, beside what the methods vary themselves.
  public var variety: [VarietyAttribute] = []

  /// An empty supply.
  public init() {}
}
