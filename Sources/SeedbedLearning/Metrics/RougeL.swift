import SeedbedKernels

/// How much of two texts agrees word by word and in the same order (`rougeL`).
public struct RougeL: Sendable, Hashable {
  /// The share of the candidate's words in the longest common subsequence, 0...1.
  public var precision: Double
  /// The share of the reference's words in it, 0...1.
  public var recall: Double

  /// The harmonic mean of precision and recall, 0...1.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}

extension Metrics {
  /// Compares two texts by their longest common subsequence of words, without stemming (Lin,
  /// "ROUGE", 2004; the oracle is `rouge-score`).
  ///
  /// As in the oracle, words are runs of `a` to `z` and `0` to `9` after lower-casing, so a text in
  /// another script has none and scores 0.
  ///
  /// - Parameters:
  ///   - candidate: The text to judge.
  ///   - reference: The text to judge it by.
  /// - Returns: Precision and recall; both 0 when a text has no words.
  /// - Complexity: O(n · m / 64) time and O(n + m) memory.
  public static func rougeL(_ candidate: String, reference: String) -> RougeL {
    let (left, right) = (rougeWords(candidate), rougeWords(reference))
    guard !left.isEmpty, !right.isEmpty else { return RougeL(precision: 0, recall: 0) }
    let common = Double(longestCommonSubsequence(left, right))
    return RougeL(precision: common / Double(left.count), recall: common / Double(right.count))
  }

  /// How many elements the longest common subsequence of two lists has.
  ///
  /// Works on 64 rows of the table at once (Hyyrö, "Bit-parallel LCS-length computation revisited",
  /// 2004).
  ///
  /// - Parameters:
  ///   - first: Hashes of the first list's elements.
  ///   - second: Hashes of the second list's elements.
  /// - Returns: 0 up to the length of the shorter list.
  /// - Complexity: O(n · m / 64) time and O(n) memory.
  public static func longestCommonSubsequence(_ first: [UInt64], _ second: [UInt64]) -> Int {
    let blocks = (first.count + 63) / 64
    guard blocks > 0, !second.isEmpty else { return 0 }
    // The places of each element of the first list, found by halving.
    let places = first.indices.sorted { (first[$0], $0) < (first[$1], $1) }
    var rows = [UInt64](repeating: ~0, count: blocks)
    var matches = [UInt64](repeating: 0, count: blocks)
    for element in second {
      let found = range(of: element, in: first, sortedBy: places)
      if found.isEmpty { continue }
      for index in found { matches[places[index] / 64] |= 1 << UInt64(places[index] % 64) }
      var carry: UInt64 = 0
      for block in 0..<blocks {
        let row = rows[block], common = row & matches[block]
        let (partial, overflow) = row.addingReportingOverflow(common)
        let (sum, carried) = partial.addingReportingOverflow(carry)
        rows[block] = sum | (row & ~matches[block])
        carry = overflow || carried ? 1 : 0
      }
      for index in found { matches[places[index] / 64] = 0 }
    }
    if first.count % 64 != 0 { rows[blocks - 1] |= ~0 << UInt64(first.count % 64) }
    return rows.reduce(0) { $0 + (~$1).nonzeroBitCount }
  }

  private static func range(
    of element: UInt64,
    in list: [UInt64],
    sortedBy places: [Int]
  ) -> Range<Int> {
    func bound(after: Bool) -> Int {
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        let value = list[places[middle]]
        if value < element || (after && value == element) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
    return bound(after: false)..<bound(after: true)
  }

  private static func rougeWords(_ text: String) -> [UInt64] {
    let bytes = Array(text.lowercased().utf8)
    var words: [UInt64] = []
    var start = 0
    for end in 0...bytes.count {
      let isInside = end < bytes.count && (bytes[end] &- 0x61 < 26 || bytes[end] &- 0x30 < 10)
      if isInside { continue }
      if end > start { words.append(hash64(bytes.span.extracting(start..<end))) }
      start = end + 1
    }
    return words
  }
}
