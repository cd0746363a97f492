/// What one person filled in for one sample, as texts, whatever tool it was done in.
///
/// All readers make decisions of it by one set of rules:
///
/// - nothing filled in is no decision;
/// - a new text, label or difficulty without a verdict is a `fix`;
/// - `reject` needs a reason, and `fix` something new;
/// - `accept` beside something new contradicts itself.
struct ReviewAnswers {
  /// One part of the form, under the name that it has in every tool.
  enum Part: String, CaseIterable {
    case verdict, reason
    case newText = "new_text"
    case newLabel = "new_label"
    case newDifficulty = "new_difficulty"
  }

  /// Why there is no decision in what was filled in.
  struct Fault: Error {
    /// The part that is wrong.
    var part: Part
    /// What is wrong with it.
    var words: String
  }

  private var values: [Part: String] = [:]

  /// What was filled in; nil for what is empty or only white space.
  subscript(part: Part) -> String? {
    get { values[part] }
    set {
      let isEmpty = newValue?.unicodeScalars.allSatisfy(\.properties.isWhitespace) ?? true
      values[part] = isEmpty ? nil : newValue
    }
  }

  /// The decision, or nil where nothing was filled in.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - author: Who filled it in.
  /// - Returns: The decision.
  /// - Throws: The first part that is wrong.
  func review(of sample: SampleID, by author: String?) throws(Fault) -> ImportedReview? {
    var correction = ReviewCorrection(text: self[.newText], label: self[.newLabel].map(trimmed))
    if let words = self[.newDifficulty] {
      guard let difficulty = Difficulty(rawValue: trimmed(words).lowercased()) else {
        let known = Difficulty.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        throw Fault(part: .newDifficulty, words: "`\(words)` is none of \(known)")
      }
      correction.difficulty = difficulty
    }
    let verdict: ReviewVerdict
    if let words = self[.verdict] {
      verdict = try Self.verdict(trimmed(words))
    } else if !correction.isEmpty {
      verdict = .fix
    } else if self[.reason] != nil {
      throw Fault(part: .verdict, words: "there is a reason, but no verdict")
    } else {
      return nil
    }
    switch verdict {
    case .reject where self[.reason] == nil:
      throw Fault(part: .reason, words: "a row that is rejected needs a reason")
    case .fix where correction.isEmpty:
      throw Fault(part: .verdict, words: "`fix` needs a new text, a new label or a new difficulty")
    case .accept where correction.text != nil || correction.label != nil:
      throw Fault(
        part: .verdict,
        words: "`accept` stands beside a new text or label; to change the row, say `fix`"
      )
    default: break
    }
    return ImportedReview(
      sample: sample,
      author: author,
      verdict: verdict,
      reason: self[.reason].map(trimmed),
      correction: correction.isEmpty ? nil : correction
    )
  }

  /// The words that people write for a verdict.
  private static let words: [(verdict: ReviewVerdict, words: Set<String>)] = [
    (.accept, ["accept", "accepted", "ok", "okay", "yes", "y", "good", "pass", "right"]),
    (.reject, ["reject", "rejected", "no", "n", "bad", "fail", "wrong"]),
    (.fix, ["fix", "fixed", "change", "changed", "edit", "edited"]),
    (.skip, ["skip", "skipped", "unsure", "unknown", "?"]),
  ]

  /// Whether the verdict that was filled in is a rejection.
  var isRejection: Bool {
    self[.verdict].map { (try? Self.verdict(trimmed($0))) == .reject } ?? false
  }

  private static func verdict(_ word: String) throws(Fault) -> ReviewVerdict {
    let lower = word.lowercased()
    if let found = words.first(where: { $0.words.contains(lower) }) { return found.verdict }
    let known = ReviewVerdict.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    throw Fault(part: .verdict, words: "`\(word)` is none of \(known)")
  }

  private func trimmed(_ text: String) -> String { ReviewAnswers.trimmed(text) }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
