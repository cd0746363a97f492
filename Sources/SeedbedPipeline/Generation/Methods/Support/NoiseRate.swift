import SeedbedData
import SeedbedKernels

/// How many characters of a hundred a noise method changes in one sample.
///
/// People mistype 1 to 5 of 100 characters; each sample draws its own rate, so that a set shows
/// careful and careless writers.
struct NoiseRate {
  /// Changed characters of a hundred, 1…4.
  let percent: Int

  init(_ random: inout CounterRandom) { percent = 1 + random.index(below: 4) }

  /// Draws how many changes a text gets: the rate's share of its letters, at least one.
  ///
  /// - Parameters:
  ///   - letters: The letters that may be changed.
  ///   - width: How many of them one change concerns.
  ///   - random: Decides what happens to the fraction.
  /// - Returns: A number of changes, at least 1.
  func changes(letters: Int, width: Double = 1, _ random: inout CounterRandom) -> Int {
    let expected = Double(letters * percent) / 100 / width
    return max(1, Int(expected) + (random.chance(expected - expected.rounded(.down)) ? 1 : 0))
  }

  /// The rate as recorded.
  var parameters: JSONObject { ["percent": .number(JSONNumber(percent))] }
}
