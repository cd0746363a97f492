public import SeedbedLearning

/// How one mark of careless or varied writing differs between the training rows and the reference set.
public struct SurfaceComparison: Sendable, Hashable {
  /// What is measured.
  public enum Index: String, Sendable, CaseIterable {
    /// The share of words that are misspelt.
    case typos
    /// The share of texts with any mark of careless writing (the dimension `noise` is not `clean`).
    case careless
    /// The share of texts that begin with a lower-case letter.
    case lowercaseStart = "lowercase_start"
    /// The share of texts without a capital.
    case noCapitals = "no_capitals"
    /// The share of texts that end without a punctuation mark.
    case noFinalMark = "no_final_mark"
    /// The share of texts that are fragments (the dimension `form`).
    case fragments
    /// The share of texts shorter than the training set's 5 % quantile or longer than its 95 % one.
    case unusualLength = "unusual_length"
  }

  /// What is measured.
  public var index: Index
  /// Its value in the training rows, 0…1, with its 95 % interval.
  public var training: Interval
  /// Its value in the reference set, 0…1, with its 95 % interval.
  public var reference: Interval
  /// The second less the first, with its 95 % interval (Newcombe's hybrid score).
  public var difference: Interval

  /// Whether the training rows are cleaner than the reference set, beyond chance and by enough to matter.
  public var isTooClean: Bool {
    difference.lower > 0 && reference.estimate >= Self.leastRatio * training.estimate
      && difference.estimate >= Self.leastDifference
  }

  /// How many times as frequent as in training a mark must be in the reference set.
  public static let leastRatio = 1.25
  /// The least difference of two shares that is worth a word.
  public static let leastDifference = 0.005

  /// Compares two shares.
  init(_ index: Index, training: Share, reference: Share) {
    self.index = index
    self.training = training.interval
    self.reference = reference.interval
    difference = .difference(self.reference, less: self.training)
  }

  /// A share of things that come in texts, several in one.
  struct Share {
    private var successes = 0.0
    private var trials = 0.0
    private var products = (both: 0.0, successes: 0.0, trials: 0.0)
    private var texts = 0

    mutating func add(_ successes: Int, of trials: Int) {
      let (a, b) = (Double(successes), Double(trials))
      self.successes += a
      self.trials += b
      products.both += a * b
      products.successes += a * a
      products.trials += b * b
      texts += 1
    }

    /// Wilson's interval, with fewer trials where successes gather in some texts: by the variance of the
    /// ratio of two sums over that of as many independent trials (the design effect).
    var interval: Interval {
      guard trials > 0, texts > 1 else { return .wilson(successes: 0, trials: 0) }
      let share = successes / trials
      let squares =
        products.successes - 2 * share * products.both + share * share * products.trials
      let chance = share * (1 - share) * trials
      let effect = chance > 0 ? max(squares / chance, 1) : 1
      let effective = max(Int((trials / effect).rounded()), 1)
      let near = Interval.wilson(
        successes: min(Int((share * Double(effective)).rounded()), effective),
        trials: effective
      )
      return Interval(
        estimate: share,
        lower: min(near.lower, share),
        upper: max(near.upper, share),
        confidence: near.confidence
      )
    }
  }
}

private func squared(_ value: Double) -> Double { value * value }
