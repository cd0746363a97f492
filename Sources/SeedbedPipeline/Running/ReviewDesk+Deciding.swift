public import SeedbedData
import SeedbedText

extension ReviewDesk {
  /// Stores a decision; a fix makes a sample that is checked as every candidate is.
  ///
  /// Accepting a row that only the label check, the language check or the judges kept out lets a copy of it
  /// in, whose provenance says what was overruled. Accepting any other rejected row is a word for those who
  /// calibrate, and the row stays out.
  ///
  /// - Parameters:
  ///   - decision: What was decided.
  ///   - queue: The queue in which the sample was shown.
  /// - Returns: The decision with its number and what it made.
  /// - Throws: A `SeedbedError` for a sample that is not in the queue, a rejection without a reason, and a
  ///   fix that changes nothing or does not fit the task.
  public func decide(
    _ decision: ReviewDecision,
    in queue: String
  ) async throws -> ReviewDecision {
    try readOn()
    let content = try state(queue)
    guard content.place(of: decision.sample) != nil else {
      throw SeedbedError(
        .notFound,
        "the sample `\(decision.sample.short)` is not in the queue `\(queue)`",
        hint: "`seedbed review status` lists the queues"
      )
    }
    var decision = decision
    decision.author = try Self.name(decision.author)
    decision.purpose = content.content.purpose
    decision.version = content.content.version
    decision.reason = decision.reason.flatMap(Self.trimmed)
    if decision.correction?.isEmpty == true { decision.correction = nil }
    try check(decision)
    let remake = try await remake(for: decision)
    let stored = try reviews.record(decision, making: remake)
    if let remake { stock.keep(remake.candidate) }
    endLease(decision.sample, in: queue)
    try readOn()
    return stored
  }

  /// What became of the sample that a decision made.
  ///
  /// - Parameter decision: A stored decision.
  /// - Returns: The candidate; nil where the decision made none.
  public func outcome(of decision: ReviewDecision) -> Candidate? {
    decision.replacement.flatMap(stock.candidate)
  }

  private func check(_ decision: ReviewDecision) throws {
    switch decision.verdict {
    case .reject where decision.reason == nil:
      throw SeedbedError(
        .usage,
        "a rejection needs a reason",
        hint: "say what is wrong with the row"
      )
    case .fix: try checkFix(decision)
    case .accept, .reject, .skip:
      if decision.correction?.text != nil || decision.correction?.label != nil {
        throw SeedbedError(
          .usage,
          "only a fix changes a text or a label, and the verdict is `\(decision.verdict.rawValue)`"
        )
      }
    }
  }

  private func checkFix(_ decision: ReviewDecision) throws {
    guard let sample = stock.sample(decision.sample), let correction = decision.correction,
      correction.text != nil || correction.label != nil
    else {
      throw SeedbedError(
        .usage,
        "a fix needs a new text or a new label",
        hint: "a row of which only the difficulty is wrong is accepted with another difficulty"
      )
    }
    let isSameText = correction.text.map { $0.utf8.elementsEqual(sample.text.utf8) } ?? true
    let isSameLabel = correction.label.map { $0 == sample.label } ?? true
    guard !isSameText || !isSameLabel else {
      throw SeedbedError(.usage, "the fix changes nothing", hint: "accept the row as it stands")
    }
    if correction.text != nil, sample.textPath == nil {
      throw SeedbedError(.usage, "the row has no text of its own that could be changed")
    }
    if let text = correction.text,
      !text.unicodeScalars.contains(where: { !$0.properties.isWhitespace })
    {
      throw SeedbedError(.usage, "the new text is empty", hint: "reject the row instead")
    }
    if let label = correction.label, !labels.contains(label) {
      let nearest = NearestName.find(label, among: labels).map { "did you mean `\($0)`?" }
      throw SeedbedError(
        .usage,
        labels.isEmpty
          ? "rows of this task have no label" : "no real row has the label `\(label)`",
        hint: labels.isEmpty ? nil : nearest ?? "choose one of the labels of the real data"
      )
    }
  }

  private func remake(for decision: ReviewDecision) async throws -> Remake? {
    guard [.fix, .accept].contains(decision.verdict) else { return nil }
    guard let old = stock.candidate(decision.sample) else {
      guard decision.verdict == .fix else { return nil }
      throw SeedbedError(
        .gate,
        "the row was made for an earlier plan, so what a fix makes cannot be checked",
        hint: "reject it, or run `seedbed run` and review the version that it makes"
      )
    }
    guard decision.verdict == .fix || ReviewRemaker.mayOverrule(old) else { return nil }
    let remaker = try await remaker()
    let counted = ReviewRulings(log).applied(to: stock.candidates)
      .filter { $0.sample.id != decision.sample }
    return decision.verdict == .fix
      ? try await remaker.fixed(
        old,
        by: decision.correction ?? ReviewCorrection(),
        among: counted
      )
      : try await remaker.overruled(old, among: counted)
  }

  private static func trimmed(_ text: String) -> String? {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
