/// A decision that was made in another tool and read back.
public struct ImportedReview: Sendable, Hashable {
  /// The sample that was decided on.
  public var sample: SampleID
  /// Who decided, where the tool says so.
  public var author: String?
  /// What was said.
  public var verdict: ReviewVerdict
  /// Why, in the person's words.
  public var reason: String?
  /// What is to be changed; a verdict `fix` has one.
  public var correction: ReviewCorrection?

  /// Makes a decision.
  ///
  /// - Parameters:
  ///   - sample: The sample that was decided on.
  ///   - author: Who decided.
  ///   - verdict: What was said.
  ///   - reason: Why.
  ///   - correction: What is to be changed.
  public init(
    sample: SampleID,
    author: String? = nil,
    verdict: ReviewVerdict,
    reason: String? = nil,
    correction: ReviewCorrection? = nil
  ) {
    self.sample = sample
    self.author = author
    self.verdict = verdict
    self.reason = reason
    self.correction = correction
  }
}
