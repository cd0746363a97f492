/// Whether a share is greater in one group than in another, by counting all ways to divide the successes
/// (Fisher 1935).
public enum FisherExact {
  /// The probability of at least as many successes in the first group when both have the same share.
  ///
  /// Which successes fall into the first group is hypergeometric. With `midP` the observed count itself
  /// counts half (Lancaster 1961): the exact test rarely rejects as often as it may, this one on average
  /// does.
  ///
  /// - Parameters:
  ///   - successes: The successes of the first group, in `0...trials`.
  ///   - trials: Its size, from 1.
  ///   - otherSuccesses: The successes of the second group, in `0...otherTrials`.
  ///   - otherTrials: Its size, from 1.
  ///   - midP: Whether the observed count counts half.
  /// - Returns: A number in 0...1; nil for groups without trials or with more successes than trials.
  /// - Complexity: O(the smaller of successes and trials); no factorial is formed.
  public static func greater(
    _ successes: Int,
    of trials: Int,
    against otherSuccesses: Int,
    of otherTrials: Int,
    midP: Bool = true
  ) -> Double? {
    Draws(successes, of: trials, against: otherSuccesses, of: otherTrials)?
      .tail(from: successes, weightOfFirst: midP ? 0.5 : 1)
  }

  /// How many marked things are among the drawn ones.
  struct Draws {
    private let drawn: Int
    private let marked: Int
    private let total: Int

    /// The successes of both groups are marked, and the first group is drawn; nil for groups without trials
    /// or with more successes than trials.
    init?(_ successes: Int, of trials: Int, against otherSuccesses: Int, of otherTrials: Int) {
      guard trials > 0, otherTrials > 0, (0...trials).contains(successes),
        (0...otherTrials).contains(otherSuccesses)
      else { return nil }
      drawn = trials
      marked = successes + otherSuccesses
      total = trials + otherTrials
    }

    /// The fewest marked things that can be drawn.
    var least: Int { max(0, drawn + marked - total) }
    /// The most marked things that can be drawn.
    var most: Int { min(drawn, marked) }

    /// The probability of `first` and more, by terms relative to the most probable count.
    fileprivate func tail(from first: Int, weightOfFirst: Double) -> Double {
      let mode = min(
        max(Int(Double(drawn + 1) * (Double(marked + 1) / Double(total + 2))), least),
        most
      )
      var sum = 0.0, upper = 0.0
      func add(_ term: Double, _ count: Int) {
        sum += term
        if count > first { upper += term }
        if count == first { upper += weightOfFirst * term }
      }
      add(1, mode)
      var term = 1.0, count = mode
      while count < most, term > 0 {
        term *= step(from: count)
        count += 1
        add(term, count)
      }
      term = 1
      count = mode
      while count > least, term > 0 {
        term /= step(from: count - 1)
        count -= 1
        add(term, count)
      }
      return min(upper / sum, 1)
    }

    /// The ratio of the probabilities of one more and of `count`.
    func step(from count: Int) -> Double {
      Double(marked - count) / Double(count + 1)
        * (Double(drawn - count) / Double(total - marked - drawn + count + 1))
    }
  }
}
