public import SeedbedLearning

/// A word or mark that gives a label away.
public struct ShortcutWord: Sendable, Hashable {
  /// What kind of token it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A punctuation mark, an emoji or another sign.
    case mark
    /// A word with a digit.
    case number
    /// A function word.
    case functionWord = "function_word"
    /// Any other word.
    case word
  }

  /// The token, in lower case.
  public var token: String
  /// What kind of token it is.
  public var kind: Kind
  /// The label that it gives away.
  public var label: String
  /// Rows that have it.
  public var rows: Int
  /// The share of these that have the label, the accuracy of the rule "token, so label", with its 95 %
  /// interval.
  public var accuracy: Interval
  /// The share of the label's rows that have it, 0…1.
  public var coverage: Double
  /// The log-odds ratio in standard errors, with an informative Dirichlet prior.
  public var zScore: Double
  /// The share of errors of a classifier among the label's rows with the token.
  public var errorRate: Double
  /// The share of errors of a classifier among the label's rows without the token.
  public var errorRateWithout: Double
}

/// Finds words and marks by which a classifier can tell a label without understanding it.
///
/// Words that mean the label are no shortcuts, and are left out: words of the label's own name (by stem, or
/// by their first four letters), and those that the caller names. Marks, numbers and function words mean no label,
/// so they are named as soon as they take away half of the doubt about it. Of other words nobody can
/// tell without reading, so they are named only where the label hangs on one word: it stands in half of the
/// label's rows, hardly elsewhere, and the rows without it are significantly more often mistaken.
public enum ShortcutWords {
  /// The fewest rows that have a token.
  public static let leastRows = 10
  /// The least z-score.
  public static let leastZScore = 4.0
  /// The least share of a label's rows that have a mark, a number or a function word.
  public static let leastCoverage = 0.1
  /// The least share of a label's rows that have any other word.
  public static let leastWordCoverage = 0.5
  /// The least accuracy of the rule of any other word, at the lower end of its interval.
  public static let leastWordAccuracy = 0.8

  /// Finds the shortcuts.
  ///
  /// - Parameters:
  ///   - evidence: What to look at.
  ///   - meaning: Words that mean a label, by label, in lower case.
  /// - Returns: The shortcuts, the greatest z-score first; none without labels.
  public static func find(
    in evidence: LearnedEvidence,
    meaning: [String: [String]] = [:]
  ) -> [ShortcutWord] {
    guard let labels = evidence.labels else { return [] }
    let table = TokenTable(evidence, labels)
    var found: [ShortcutWord] = []
    for token in table.tokens.indices where table.rows[token].count >= leastRows {
      guard let (label, both) = table.mainLabel(of: token) else { continue }
      let name = labels.classes[label]
      let kind = table.kind(of: token)
      let size = table.sizes[label], all = table.rows[token].count
      let accuracy = Interval.wilson(successes: both, trials: all)
      let coverage = Double(both) / Double(size)
      let share = Double(size) / Double(table.total)
      let isWord = kind == .word
      guard accuracy.lower >= max((1 + share) / 2, isWord ? leastWordAccuracy : 0),
        coverage >= (isWord ? leastWordCoverage : leastCoverage),
        let z = LogOdds.zScore(both, of: size, against: all - both, of: table.total - size),
        z >= leastZScore,
        !table.means(token, name, meaning[name] ?? [])
      else { continue }
      let errors = table.errors(of: label, token: token)
      guard !isWord || errors.isHarderWithout else { continue }
      found.append(
        ShortcutWord(
          token: table.tokens[token],
          kind: kind,
          label: name,
          rows: all,
          accuracy: accuracy,
          coverage: coverage,
          zScore: z,
          errorRate: errors.with,
          errorRateWithout: errors.without
        )
      )
    }
    return found.sorted { ($1.zScore, $0.token) < ($0.zScore, $1.token) }
  }
}
