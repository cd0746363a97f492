/// Finds near-duplicates in its own way, to check the program's: exact Jaccard similarity of the
/// sets of character 5-grams, over an inverted index of rare ones.
struct NearTextSearch {
  private static let length = 5

  private let sets: [[UInt64]]
  private let index: [UInt64: [Int]]

  /// Indexes texts.
  init(_ texts: [String]) {
    let sets = texts.map(Self.grams)
    self.sets = sets
    var frequency: [UInt64: Int] = [:]
    for set in sets { for gram in set { frequency[gram, default: 0] += 1 } }
    var index: [UInt64: [Int]] = [:]
    for (number, set) in sets.enumerated() {
      for gram in Self.rarest(set, frequency) { index[gram, default: []].append(number) }
    }
    self.index = index
  }

  /// The most similar indexed text, where one has at least the threshold.
  func nearest(_ text: String, threshold: Double) -> (number: Int, similarity: Double)? {
    let set = Self.grams(text)
    var best: (number: Int, similarity: Double)?
    var seen: Set<Int> = []
    for gram in set {
      for number in index[gram] ?? [] where seen.insert(number).inserted {
        let similarity = Self.jaccard(set, sets[number])
        if similarity >= threshold, similarity > best?.similarity ?? 0 {
          best = (number, similarity)
        }
      }
    }
    return best
  }

  /// The grams of which a set with Jaccard similarity 0.8 must share one: all but four fifths.
  private static func rarest(_ set: [UInt64], _ frequency: [UInt64: Int]) -> [UInt64] {
    let ranked = set.sorted { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }
    return Array(ranked.prefix(set.count - (set.count * 4 + 4) / 5 + 1))
  }

  /// The distinct 5-grams in order, of the letters and digits in lower case, one blank between words.
  private static func grams(_ text: String) -> [UInt64] {
    var view: [UInt64] = []
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        view.append(UInt64(scalar.value))
      } else if let last = view.last, last != 0x20 {
        view.append(0x20)
      }
    }
    if view.last == 0x20 { view.removeLast() }
    guard view.count > length else { return [hash(view[...])] }
    return Set((0...(view.count - length)).map { hash(view[$0..<($0 + length)]) }).sorted()
  }

  /// FNV-1a over scalars; two grams in four billion share a hash.
  private static func hash(_ scalars: ArraySlice<UInt64>) -> UInt64 {
    scalars.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01B3 }
  }

  private static func jaccard(_ left: [UInt64], _ right: [UInt64]) -> Double {
    var i = 0, j = 0, shared = 0
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        shared += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(shared) / Double(left.count + right.count - shared)
  }
}
