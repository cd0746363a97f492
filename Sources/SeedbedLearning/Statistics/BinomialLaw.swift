/// The binomial distribution, exact to about 1e-13 at any size.
///
/// Probabilities are found by Loader's saddle-point expansion ("Fast and accurate computation of binomial
/// probabilities", 2000), tails by the ratio of neighbours from there, which ends where it adds nothing.
struct BinomialLaw {
  let trials: Int
  let probability: Double

  /// The probability of exactly `k` successes.
  func mass(_ k: Int) -> Double {
    guard k >= 0, k <= trials else { return 0 }
    if probability == 0 { return k == 0 ? 1 : 0 }
    if probability == 1 { return k == trials ? 1 : 0 }
    let n = Double(trials)
    let x = Double(k)
    let rest = n - x
    if k == 0 || k == trials {
      // At an end a single power is left.
      let base = k == 0 ? 1 - probability : probability
      return PortableMath.exp(n * (k == 0 ? logOnePlus(-probability) : PortableMath.log(base)))
    }
    let exponent =
      stirlingError(n) - stirlingError(x) - stirlingError(rest)
      - deviance(x, n * probability) - deviance(rest, n * (1 - probability))
    return PortableMath.exp(exponent) * (n / (2 * Double.pi * x * rest)).squareRoot()
  }

  /// The probability of `k` or more successes.
  func atLeast(_ k: Int) -> Double {
    if k <= 0 { return 1 }
    guard k <= trials else { return 0 }
    // The tail away from the mean is short; the other one is what is left of 1.
    if Double(k) <= Double(trials) * probability { return max(0, 1 - sumDown(from: k - 1)) }
    return min(1, sumUp(from: k))
  }

  /// The probability of `k` or fewer successes.
  func atMost(_ k: Int) -> Double {
    BinomialLaw(trials: trials, probability: 1 - probability).atLeast(trials - k)
  }

  /// The probability of all counts that are no more likely than `k`.
  func asUnlikely(as k: Int) -> Double {
    // Counts that are as likely but for rounding belong to them.
    let bound = mass(k) * (1 + 1e-7)
    let mean = Double(trials) * probability
    if Double(k) == mean { return 1 }
    if Double(k) < mean {
      let first = smallest(in: Int(mean.rounded(.up))...(trials + 1)) { mass($0) <= bound }
      return min(1, atMost(k) + atLeast(first))
    }
    let first = smallest(in: 0...(Int(mean) + 1)) { mass($0) > bound }
    return min(1, atLeast(k) + (first > 0 ? atMost(first - 1) : 0))
  }

  private func sumUp(from k: Int) -> Double {
    let odds = probability / (1 - probability)
    var term = mass(k)
    var sum = 0.0
    var at = k
    while at <= trials, sum + term > sum {
      sum += term
      term *= Double(trials - at) / Double(at + 1) * odds
      at += 1
    }
    return sum
  }

  private func sumDown(from k: Int) -> Double {
    BinomialLaw(trials: trials, probability: 1 - probability).sumUp(from: trials - k)
  }

  /// The smallest number of a range that holds, where all above it hold; the range's end if none does.
  private func smallest(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// `x ln(x/m) + m − x`, without the loss of digits where the two are near.
private func deviance(_ x: Double, _ m: Double) -> Double {
  guard abs(x - m) < 0.1 * (x + m) else { return x * PortableMath.log(x / m) + m - x }
  let v = (x - m) / (x + m)
  var sum = (x - m) * v
  var power = 2 * x * v
  var odd = 3.0
  while true {
    power *= v * v
    let next = sum + power / odd
    if next == sum { return sum }
    sum = next
    odd += 2
  }
}

/// `ln n!` less Stirling's formula for it.
private func stirlingError(_ n: Double) -> Double {
  if n < 16 {
    var factorial = 1.0
    for factor in stride(from: 2, through: n, by: 1) { factorial *= factor }
    let half = PortableMath.log(2 * Double.pi * n) / 2
    return PortableMath.log(factorial) - (half + n * PortableMath.log(n) - n)
  }
  let square = n * n
  let tail = 1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square
  return (1.0 / 12 - (1.0 / 360 - tail / square) / square) / n
}

/// `ln(1 + x)` for `x` above −1, also where `x` is tiny.
private func logOnePlus(_ x: Double) -> Double {
  let sum = 1 + x
  return sum == 1 ? x : PortableMath.log(sum) * x / (sum - 1)
}
