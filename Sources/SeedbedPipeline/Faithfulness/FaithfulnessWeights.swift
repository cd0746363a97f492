/// How much each signal counts.
struct FaithfulnessWeights: Sendable {
  var words = 0.0
  var coverage = 0.0
  var news = 0.0
  var weakest = 0.0
  var phrases = 0.0
  var runs = 0.0
  var nearness = 0.0
  var together = 0.0
  var figures = 0.0
  var denial = 0.0

  /// The mean of the signals by their weights, 0...1.
  func score(_ signals: ClaimSignals) -> Double {
    let pairs = [
      (words, signals.words), (coverage, signals.coverage), (news, signals.news),
      (weakest, signals.weakest), (phrases, signals.phrases), (runs, signals.runs),
      (nearness, signals.nearness), (together, signals.together), (figures, signals.figures),
      (denial, signals.denial),
    ]
    var sum = 0.0
    var total = 0.0
    for (weight, signal) in pairs {
      sum += weight * signal
      total += weight
    }
    return total > 0 ? min(1, max(0, sum / total)) : 0
  }

  /// For texts that stand by themselves: logistic regression without negative weights on the
  /// sentences of the articles with even numbers in both parts of QAGS, both parts and both labels
  /// counting the same, scaled to a sum of 1.
  static let prose = Self(
    words: 0.07,
    phrases: 0.04,
    runs: 0.16,
    nearness: 0.09,
    together: 0.29,
    figures: 0.21,
    denial: 0.14
  )

  /// For answers to questions: fitted in the same way on the pairs with even numbers of HaluEval's
  /// one-turn answers.
  ///
  /// Right and wrong answers of equal length count the same there, so that length tells nothing. The
  /// data has next to no wrong figures and negations, so those got their weights by hand.
  static let answer = Self(
    words: 0.11,
    coverage: 0.10,
    news: 0.10,
    weakest: 0.11,
    phrases: 0.19,
    runs: 0.19,
    nearness: 0.09,
    together: 0.11,
    figures: 0.10,
    denial: 0.05
  )
}
