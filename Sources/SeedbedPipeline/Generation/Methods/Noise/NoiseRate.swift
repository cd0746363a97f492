import SeedbedData
import SeedbedKernels

/// How many changes a noise method makes in a hundred characters.
///
/// Where nobody asks for a rate, each sample draws its own between half and one and a half times the
/// method's, so that a set shows careful and careless writers.
struct NoiseRate {
  /// The mean of what the samples draw.
  let mean: Double
  /// The drawn rates in even steps, with how each is recorded.
  private let steps: [Drawn]

  /// A rate for one sample.
  struct Drawn {
    /// Changes in a hundred characters.
    var perHundred: Double
    /// The rate as recorded.
    var parameters: JSONObject

    /// How many changes a text gets: at least one, its fraction left to chance.
    ///
    /// - Parameters:
    ///   - characters: The length of the text in Unicode scalars.
    ///   - random: Decides what happens to the fraction.
    /// - Returns: A number of changes, at least 1.
    func changes(in characters: Int, _ random: inout CounterRandom) -> Int {
      // No text has more changes than characters, so that no rate is too large for a number.
      let expected = min(Double(characters) * perHundred / 100, Double(characters))
      let whole = expected.rounded(.down)
      return max(1, Int(whole) + (random.chance(expected - whole) ? 1 : 0))
    }
  }

  /// Makes the rate of a method.
  ///
  /// - Parameter mean: Changes in a hundred characters.
  init(_ mean: Double) {
    self.mean = mean
    steps = (5...15).map { Self.drawn((mean * Double($0) * 10).rounded() / 100) }
  }

  /// The rate for one text: what is asked for, else one drawn round the mean.
  func draw(for seed: Seed, _ random: inout CounterRandom) -> Drawn {
    guard let asked = seed.rate else { return steps[random.index(below: steps.count)] }
    return Self.drawn(asked.isFinite && asked > 0 ? asked : 0)
  }

  private static func drawn(_ perHundred: Double) -> Drawn {
    Drawn(perHundred: perHundred, parameters: ["rate": .number(JSONNumber(perHundred))])
  }
}
