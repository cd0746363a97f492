import SeedbedData

/// Whether an instruction of `self_instruct` is new: ROUGE-L of at most 0.7 with every real text, whatever
/// the figures in it.
///
/// The rule and its bound are those of Self-Instruct (Wang et al., 2023).
struct NoveltyCheck: Check {
  let name = "novelty"
  static let method = "self_instruct"
  private static let bound = 0.7

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    let method = input.sample.provenance.method?.name ?? ""
    guard method == Self.method || method.hasPrefix(Self.method + "@"),
      let pool = context.novelty
    else { return nil }
    let nearest = pool.nearest(to: Novelty.withoutFigures(input.sample.text))?.score ?? 0
    return nearest <= Self.bound
      ? pass("no real text is as like", score: nearest, threshold: Self.bound)
      : fail(
        "a real text has most of its words in this order",
        score: nearest,
        threshold: Self.bound
      )
  }
}
