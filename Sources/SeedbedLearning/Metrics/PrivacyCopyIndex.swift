import SeedbedKernels

/// Texts of a reference, to find what others have copied from them.
///
/// Every place with five words in a row is listed under their hash, and the places of one hash are in
/// the order of the words that follow, as in a suffix array. So the longest run from any word of another
/// text is found by halving, however often the reference repeats itself.
public struct TextCopyIndex: Sendable {
  /// The fewest words in a row that count as common; also the length of the shingles.
  public static let shortestRun = 5

  /// How many texts the reference has.
  public let count: Int
  /// The words of all texts, each text closed by a 0.
  let words: [UInt64]
  /// Where each text begins in `words`; one more entry than texts.
  let starts: [Int]
  /// A number for each run of five words.
  let grams: FeatureTable
  /// The places in `words` of each run, in the order of the words that follow.
  let places: NumberedLists
  /// The texts that have each run, ascending, each once.
  let texts: NumberedLists
  /// The different runs of each text, ascending.
  let gramsOfTexts: NumberedLists
  private let digests: FeatureTable
  private let digestRows: [Int32]

  /// Reads a reference.
  ///
  /// - Parameters:
  ///   - texts: The texts, fewer than 2³¹ words of them.
  ///   - threads: How many cores to use; the result does not depend on it.
  public init(_ texts: [String], threads: Int = 1) {
    let size = 256
    let pieces = Parallel.map((texts.count + size - 1) / size, threads: threads) { piece in
      var reader = CopyWordReader()
      return texts[(piece * size)..<min(piece * size + size, texts.count)].map { text in
        reader.read(text)
        return (words: reader.words, digest: reader.digest)
      }
    }
    var words: [UInt64] = []
    var starts = [0]
    var digests = FeatureTable()
    var digestRows: [Int32] = []
    for (row, text) in pieces.joined().enumerated() {
      words.append(contentsOf: text.words)
      words.append(0)
      starts.append(words.count)
      if let digest = text.digest, digests.insert(digest) == digestRows.count {
        digestRows.append(Int32(truncatingIfNeeded: row))
      }
    }
    count = texts.count
    self.words = words
    self.starts = starts
    self.digests = digests
    self.digestRows = digestRows

    var grams = FeatureTable(capacity: words.count)
    var numbers: [Int32] = []
    var positions: [Int32] = []
    var distinct = NumberedLists.Builder()
    for row in texts.indices {
      let first = numbers.count
      let end = starts[row + 1] - 1
      for place in starts[row]..<max(starts[row], end - Self.shortestRun + 1) {
        numbers.append(
          grams.insert(CopyWordReader.gram(words[place..<end], length: Self.shortestRun))
        )
        positions.append(Int32(truncatingIfNeeded: place))
      }
      distinct.append(numbers[first...].sorted())
    }
    self.grams = grams
    gramsOfTexts = distinct.lists
    self.texts = gramsOfTexts.inverted(count: grams.count)
    var places = NumberedLists(numbers, positions, count: grams.count)
    places.sortEach(threads: threads) { Self.precedes(Int($0), Int($1), words) }
    self.places = places
  }

  /// The first row that is the same text.
  func row(ofDigest digest: UInt64?) -> Int? {
    guard let digest, let number = digests.find(digest) else { return nil }
    return Int(digestRows[Int(number)])
  }

  /// The row whose words a place is among.
  func row(of place: Int) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Whether the words from one place on come before those from another; equal ones by their places.
  private static func precedes(_ first: Int, _ second: Int, _ words: [UInt64]) -> Bool {
    var offset = shortestRun
    while words[first + offset] == words[second + offset] {
      if words[first + offset] == 0 { return first < second }
      offset += 1
    }
    return words[first + offset] < words[second + offset]
  }
}
