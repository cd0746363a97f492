public import SeedbedData

/// What people's decisions mean for the rows of a version: what stays out, and what stands in its place.
///
/// Each person's last word on a sample counts. One rejection is enough to keep it out, whatever others say;
/// a fix keeps the fixed row out and puts the new one in its place. An acceptance changes nothing but where
/// it set aside a check that a person may set aside: then the copy made by it stands in.
public struct ReviewRulings: Sendable, Hashable {
  /// Why each sample stays out, in a sentence.
  public private(set) var excluded: [SampleID: String] = [:]
  /// The samples that decisions made and that stand, each with the one it was made from.
  public private(set) var replaced: [SampleID: SampleID] = [:]

  /// No rulings.
  public init() {}

  /// Draws the conclusions from decisions.
  ///
  /// - Parameter log: The decisions that stand.
  public init(_ log: ReviewLog) {
    for sample in log.samples {
      let words = log.lastWords(on: sample) { $0.verdict != .skip }
      let fixes = words.filter { $0.verdict == .fix }
        .sorted { ($0.number ?? 0) < ($1.number ?? 0) }
      if let rejection = words.first(where: { $0.verdict == .reject }) {
        excluded[sample] =
          rejection.reason.map { "a person rejected it: \($0)" }
          ?? "a person rejected it"
      } else if let fix = fixes.last {
        excluded[sample] = "a person fixed it: \(fix.replacement?.short ?? "not stored")"
      }
      let maker =
        fixes.last ?? (excluded[sample] == nil ? words.last { $0.replacement != nil } : nil)
      if let replacement = maker?.replacement { replaced[replacement] = sample }
    }
  }

  /// Why a candidate stays out by what people decided.
  ///
  /// - Parameter sample: The candidate's sample.
  /// - Returns: The reason; nil where nothing keeps it out.
  public func reason(against sample: Sample) -> String? {
    if let reason = excluded[sample.id] { return reason }
    let isRemade = sample.provenance.method?.name == ReviewDecision.name
    return isRemade && replaced[sample.id] == nil ? "the decision that made it was taken back" : nil
  }

  /// Candidates as they count after what people decided.
  ///
  /// - Parameter candidates: Candidates as the checks left them.
  /// - Returns: The same candidates; those that stay out are rejected, with a verdict that says why.
  public func applied(to candidates: [Candidate]) -> [Candidate] {
    candidates.map { candidate in
      guard ![.pending, .rejected].contains(candidate.status),
        let reason = reason(against: candidate.sample)
      else { return candidate }
      var candidate = candidate
      candidate.status = .rejected
      candidate.verdicts.append(Verdict(check: ReviewDecision.name, .fail, evidence: reason))
      return candidate
    }
  }
}
