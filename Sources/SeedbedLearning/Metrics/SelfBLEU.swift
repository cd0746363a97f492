/// How much each text of a set repeats the others (`self_bleu`).
public struct SelfBLEU: Hashable, Sendable {
  /// The BLEU score of each text against all others, 0...1; 1 for a text that is there twice.
  public let scores: [Double]
  /// The mean of the scores, which rises with the number of texts: compare sets of one size.
  public let mean: Double
}

extension Metrics {
  /// Compares each text with all others by BLEU.
  ///
  /// Zhu et al., "Texygen" (2018), by the score of Papineni et al. (2002): n-grams of 1 to `longest`
  /// words with equal weight, a count of 0 smoothed to 0.1, the brevity penalty by the closest length;
  /// equal to NLTK's `sentence_bleu` with `method1` for each text. What clips the count of an n-gram is
  /// the largest count in another text, so the two largest counts in any text are enough to know.
  ///
  /// - Parameters:
  ///   - texts: The texts; words are compared in lower case.
  ///   - longest: The length of the longest n-grams in words, from 1.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The scores; nil with fewer than two texts.
  /// - Complexity: O(n-grams), not O(texts²).
  public static func selfBLEU(_ texts: [String], longest: Int = 4, threads: Int = 1) -> SelfBLEU? {
    selfBLEU(HashedWords(texts, threads: threads), longest: longest)
  }

  /// Compares each text with all others by BLEU, for texts that the caller cut into words.
  ///
  /// - Parameters:
  ///   - words: A hash of each word, text by text.
  ///   - longest: The length of the longest n-grams in words, from 1.
  /// - Returns: The scores; nil with fewer than two texts.
  public static func selfBLEU(words: [[UInt64]], longest: Int = 4) -> SelfBLEU? {
    selfBLEU(HashedWords(words), longest: longest)
  }

  private static func selfBLEU(_ texts: HashedWords, longest: Int) -> SelfBLEU? {
    precondition(longest > 0, "n-grams have at least one word")
    guard texts.count > 1 else { return nil }
    // The sum of the logarithms of the precisions; a text without any known word scores 0.
    var logarithms = [Double](repeating: 0, count: texts.count)
    var sharesWord = [Bool](repeating: false, count: texts.count)
    var grams = SharedGrams(texts)
    for length in 1...longest {
      for (text, matched) in grams.nextCounts().enumerated() {
        let total = max(texts.range(of: text).count - length + 1, 1)
        if length == 1 { sharesWord[text] = matched > 0 }
        let precision = (matched > 0 ? Double(matched) : 0.1) / Double(total)
        logarithms[text] += PortableMath.log(precision)
      }
    }
    let lengths = OtherLengths((0..<texts.count).map { texts.range(of: $0).count })
    let scores = (0..<texts.count).map { text in
      guard sharesWord[text] else { return 0.0 }
      let (own, closest) = (texts.range(of: text).count, lengths.closest(to: text))
      let penalty = own > closest ? 0 : 1 - Double(closest) / Double(own)
      return PortableMath.exp(penalty + logarithms[text] / Double(longest))
    }
    return SelfBLEU(scores: scores, mean: scores.reduce(0, +) / Double(scores.count))
  }
}

/// Counts the n-grams that a text shares with another, for longer and longer n-grams.
///
/// An n-gram can only be in two texts when both shorter ones within it are, so most long ones are never
/// looked up.
private struct SharedGrams {
  private let texts: HashedWords
  private var length = 0
  /// The hash of the n-gram that begins at each word.
  private var hashes: [UInt64]
  /// Whether that n-gram is in two texts.
  private var isShared: [Bool]

  /// The largest count of an n-gram in a text, which text that is, and the second largest.
  private struct Peak {
    var first: Int32 = 0
    var second: Int32 = 0
    var text: Int32 = -1
  }

  init(_ texts: HashedWords) {
    self.texts = texts
    hashes = texts.words
    isShared = [Bool](repeating: true, count: texts.words.count)
  }

  /// Goes on to n-grams of one word more.
  ///
  /// - Returns: For each text how many of its n-grams occur in another, each as often as in one text at
  ///   most.
  mutating func nextCounts() -> [Int] {
    length += 1
    var table = FeatureTable()
    var peaks: [Peak] = []
    var numbers = [Int32](repeating: -1, count: hashes.count)
    // The different n-grams of each text with their counts, text by text.
    var grams: [(number: Int32, count: Int32)] = []
    var ends: [Int] = []
    var own: [Int32] = []
    for text in 0..<texts.count {
      own.removeAll(keepingCapacity: true)
      let range = texts.range(of: text)
      for start in range where start + length <= range.upperBound {
        if length > 1 {
          guard isShared[start], isShared[start + 1] else { continue }
          hashes[start] = NGramHasher.extended(hashes[start], by: texts.words[start + length - 1])
        }
        numbers[start] = table.insert(hashes[start])
        own.append(numbers[start])
      }
      own.sort()
      while peaks.count < table.count { peaks.append(Peak()) }
      var place = 0
      while place < own.count {
        var end = place + 1
        while end < own.count, own[end] == own[place] { end += 1 }
        let count = Int32(truncatingIfNeeded: end - place)
        grams.append((own[place], count))
        let number = Int(own[place])
        if count > peaks[number].first {
          peaks[number].second = peaks[number].first
          peaks[number].first = count
          peaks[number].text = Int32(truncatingIfNeeded: text)
        } else if count > peaks[number].second {
          peaks[number].second = count
        }
        place = end
      }
      ends.append(grams.count)
    }
    for (start, number) in numbers.enumerated() {
      isShared[start] = number >= 0 && peaks[Int(number)].second > 0
    }
    var start = 0
    return ends.enumerated().map { text, end in
      defer { start = end }
      return grams[start..<end].reduce(0) { sum, gram in
        let peak = peaks[Int(gram.number)]
        return sum + Int(min(gram.count, Int(peak.text) == text ? peak.second : peak.first))
      }
    }
  }
}

/// The lengths of texts, to find for each the one of another that is closest.
private struct OtherLengths {
  private let lengths: [Int]
  /// The different lengths, ascending, and how many texts have each.
  private var distinct: [(length: Int, count: Int)] = []

  init(_ lengths: [Int]) {
    self.lengths = lengths
    for length in lengths.sorted() {
      if distinct.last?.length == length {
        distinct[distinct.count - 1].count += 1
      } else {
        distinct.append((length, 1))
      }
    }
  }

  /// The closest length of another text; of two equally close ones the smaller.
  func closest(to text: Int) -> Int {
    let own = lengths[text]
    var (low, high) = (0, distinct.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if distinct[middle].length < own { low = middle + 1 } else { high = middle }
    }
    if distinct[low].count > 1 { return own }
    let below = low > 0 ? distinct[low - 1].length : nil
    let above = low + 1 < distinct.count ? distinct[low + 1].length : nil
    guard let below, let above else { return below ?? above ?? own }
    return own - below <= above - own ? below : above
  }
}
