import SeedbedKernels

/// A phrase of made-up words that no text holds by chance.
public struct Canary: Hashable, Sendable {
  /// The words of the phrase, in lower case.
  public let words: [String]

  /// The phrase: what to plant.
  public var phrase: String { words.joined(separator: " ") }
}

/// Phrases to plant in training data, and others to compare them with.
///
/// A planted phrase that comes out of a generator shows that it repeats what single records say (Carlini
/// et al., "The Secret Sharer", 2019). The controls are drawn in the same way and planted nowhere, so
/// that they show what chance brings forth.
public struct Canaries: Hashable, Sendable {
  /// What a set of texts shows of a planted phrase.
  public struct Finding: Hashable, Sendable {
    /// The phrase's place in `planted`.
    public let canary: Int
    /// The rows that hold the whole phrase, but for case and punctuation.
    public let exactRows: [Int]
    /// The rows that hold at least half of its words, but not the whole phrase.
    public let nearRows: [Int]
    /// The largest number of its words in one row.
    public let mostWords: Int
    /// How far it stands out in bits: `log2` of the number of controls and itself over its rank among
    /// them, ties counting against it; 0 for a phrase no more present than the controls.
    public let exposure: Double
  }

  /// The phrases to plant.
  public let planted: [Canary]
  /// The phrases to compare with.
  public let controls: [Canary]

  /// Draws phrases.
  ///
  /// - Parameters:
  ///   - count: How many to plant, from 0.
  ///   - controls: How many to compare with, from 0; the largest exposure is `log2(controls + 1)`.
  ///   - words: How many words a phrase has, from 2.
  ///   - seed: The seed of all draws: with it the phrases can be drawn again, so they need not be kept.
  public init(count: Int, controls: Int = 1023, words: Int = 6, seed: UInt64) {
    precondition(count >= 0 && controls >= 0 && words > 1, "a canary has at least two words")
    func draw(_ number: Int) -> Canary {
      var random = CounterRandom(seed: seed, sample: "canary", operation: "draw", draw: number)
      return Canary(
        words: (0..<words).map { _ in
          (0..<3).reduce(into: "") { word, _ in
            word.append(Self.consonants[random.index(below: Self.consonants.count)])
            word.append(Self.vowels[random.index(below: Self.vowels.count)])
          }
        }
      )
    }
    planted = (0..<count).map(draw)
    self.controls = (count..<(count + controls)).map(draw)
  }

  /// Looks for the planted phrases in texts.
  ///
  /// - Parameter texts: The synthetic texts.
  /// - Returns: One finding for each planted phrase.
  /// - Complexity: O(words).
  public func findings(in texts: [String]) -> [Finding] {
    let all = planted + controls
    var table = FeatureTable()
    // Where each made-up word stands: the phrase and the place in it.
    var places: [[(canary: Int, place: Int)]] = []
    for (canary, phrase) in all.enumerated() {
      for (place, word) in phrase.words.enumerated() {
        let number = Int(table.insert(max(hash64(word), 1)))
        if number == places.count { places.append([]) }
        places[number].append((canary, place))
      }
    }
    var exact = [[Int]](repeating: [], count: planted.count)
    var near = exact
    var most = [Int](repeating: 0, count: all.count)
    var isWhole = [Bool](repeating: false, count: all.count)
    var reader = CopyWordReader()
    for (row, text) in texts.enumerated() {
      reader.read(text)
      let found = reader.words.map { table.find($0).map { places[Int($0)] } ?? [] }
      for (canary, count) in Self.counts(found) {
        most[canary] = max(most[canary], count)
        let length = all[canary].words.count
        let isExact = count == length && Self.holdsWhole(canary, length, found)
        if isExact { isWhole[canary] = true }
        guard canary < planted.count else { continue }
        if isExact { exact[canary].append(row) }
        if !isExact, 2 * count >= length { near[canary].append(row) }
      }
    }
    let scores = most.indices.map { most[$0] + (isWhole[$0] ? 1 : 0) }
    return planted.indices.map { canary in
      let rank = 1 + scores[planted.count...].count { $0 >= scores[canary] }
      return Finding(
        canary: canary,
        exactRows: exact[canary],
        nearRows: near[canary],
        mostWords: most[canary],
        exposure: PortableMath.log(Double(controls.count + 1) / Double(rank)) / PortableMath.log(2)
      )
    }
  }

  /// How many different words of each phrase a text has, by ascending phrase.
  private static func counts(_ found: [[(canary: Int, place: Int)]]) -> [(Int, Int)] {
    let sorted = found.joined().sorted { ($0.canary, $0.place) < ($1.canary, $1.place) }
    var counts: [(Int, Int)] = []
    for (index, word) in sorted.enumerated() {
      if index > 0, sorted[index - 1] == word { continue }
      if counts.last?.0 == word.canary {
        counts[counts.count - 1].1 += 1
      } else {
        counts.append((word.canary, 1))
      }
    }
    return counts
  }

  /// Whether a text has all words of a phrase in a row.
  private static func holdsWhole(
    _ canary: Int,
    _ length: Int,
    _ found: [[(canary: Int, place: Int)]]
  ) -> Bool {
    guard found.count >= length else { return false }
    return (0...(found.count - length)).contains { start in
      (0..<length).allSatisfy { place in
        found[start + place].contains { $0 == (canary, place) }
      }
    }
  }

  private static let consonants = Array("bdfghjklmnprstvz")
  private static let vowels = Array("aeiou")
}
