import SeedbedData
import SeedbedKernels
import SeedbedText

/// Compares how carefully and how variedly two sets of texts are written.
public enum SurfaceMeasure {
  /// Beyond this many texts of a set a sample is read.
  public static let mostTexts = 5000

  /// Compares the training rows with the reference set by every index that can be measured.
  ///
  /// - Parameter evidence: What to look at.
  /// - Returns: One comparison an index; none without a reference set. Typos are left out where this
  ///   machine has no dictionary of the language.
  public static func compare(_ evidence: LearnedEvidence) -> [SurfaceComparison] {
    guard let reference = evidence.reference, reference.count > 1, evidence.rows.count > 1 else {
      return []
    }
    let training = sample(evidence.rows.texts, evidence.seed)
    let other = sample(reference.texts, evidence.seed)
    let typos = Typos(language: evidence.language, training + other)
    let lengths = training.map(SurfaceReading.words).sorted()
    let usual =
      lengths[lengths.count / 20]...lengths[min(lengths.count - 1, lengths.count * 19 / 20)]
    guard let dimensions = try? DimensionSet(["noise", "form"], languages: []) else { return [] }
    let readings = [training, other].map { texts in
      texts.map { SurfaceReading($0, dimensions, typos, usual: usual) }
    }
    return SurfaceComparison.Index.allCases.compactMap { index in
      if index == .typos, typos == nil { return nil }
      let shares = readings.map { texts in
        var share = SurfaceComparison.Share()
        for text in texts {
          let (count, of) = text.count(index)
          share.add(count, of: of)
        }
        return share
      }
      return SurfaceComparison(index, training: shares[0], reference: shares[1])
    }
  }

  private static func sample(_ texts: [String], _ seed: UInt64) -> [String] {
    var random = CounterRandom(seed: seed, sample: "", operation: "surface", draw: 0)
    return random.sample(mostTexts, of: texts.count).map { texts[$0] }
  }
}

/// What one text shows of every index.
private struct SurfaceReading {
  private let typos: (count: Int, of: Int)
  private let isCareless: Bool
  private let startsLow: Bool
  private let hasNoCapital: Bool
  private let hasNoFinalMark: Bool
  private let isFragment: Bool
  private let isUnusual: Bool

  init(_ text: String, _ dimensions: DimensionSet, _ typos: Typos?, usual: ClosedRange<Int>) {
    let values = dimensions.values(
      of: DimensionInput(text: text, label: nil, fields: JSONObject())
    )
    isCareless = values[0] != "clean"
    isFragment = values[1] == "fragment"
    self.typos = typos?.count(in: text) ?? (0, 0)
    let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    startsLow = scalars.first?.properties.isLowercase ?? false
    hasNoCapital = !scalars.contains { $0.properties.isUppercase }
    hasNoFinalMark =
      scalars.last.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    isUnusual = !usual.contains(Self.words(text))
  }

  /// How many successes of how many trials the text gives.
  func count(_ index: SurfaceComparison.Index) -> (Int, Int) {
    switch index {
    case .typos: (typos.count, typos.of)
    case .careless: (isCareless ? 1 : 0, 1)
    case .lowercaseStart: (startsLow ? 1 : 0, 1)
    case .noCapitals: (hasNoCapital ? 1 : 0, 1)
    case .noFinalMark: (hasNoFinalMark ? 1 : 0, 1)
    case .fragments: (isFragment ? 1 : 0, 1)
    case .unusualLength: (isUnusual ? 1 : 0, 1)
    }
  }

  static func words(_ text: String) -> Int {
    var count = 0
    WordScanner.forEachWord(in: text.utf8Span.span) { _ in count += 1 }
    return count
  }
}

/// Misspelt words by a dictionary.
///
/// A word counts as a typo when the dictionary does not have it, it is written small with four letters or
/// more, and no more than two of all texts have it: names and terms of the trade come again, typos hardly.
private struct Typos {
  private static let leastLetters = 4
  private static let mostTexts = 2
  private let misspelt: Set<String>

  init?(language: String, _ texts: [String]) {
    guard let speller = Speller.installed(for: language) else { return nil }
    var counts: [String: Int] = [:]
    for text in texts {
      for word in Set(Self.candidates(in: text)) { counts[word, default: 0] += 1 }
    }
    misspelt = Set(counts.filter { $0.value <= Self.mostTexts && !speller.isWord($0.key) }.keys)
  }

  func count(in text: String) -> (count: Int, of: Int) {
    let words = Self.candidates(in: text)
    return (words.count { misspelt.contains($0) }, words.count)
  }

  /// Words of small letters.
  private static func candidates(in text: String) -> [String] {
    var words: [String] = []
    let bytes = text.utf8Span.span
    WordScanner.forEachWord(in: bytes) { range in
      let word = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
      let letters = word.unicodeScalars
      if letters.count >= leastLetters, letters.allSatisfy({ $0.properties.isLowercase }) {
        words.append(word)
      }
    }
    return words
  }
}
