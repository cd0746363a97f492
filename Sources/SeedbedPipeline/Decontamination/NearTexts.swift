/// Benchmark texts among which those with a high Jaccard similarity to another are found.
///
/// Exact, by the prefix filter with several matches (Chaudhuri, Ganti and Kaushik 2006; Wang, Li and
/// Feng 2012): of two sets that are similar enough, the rarest members of both share some. Members
/// no benchmark text has are the rarest of all, so most texts are done without a comparison.
struct NearTexts: Sendable {
  struct Match: Sendable, Hashable {
    /// The position of the text.
    var text: Int
    /// Jaccard similarity of character 4-grams, 0…1.
    var similarity: Double
  }

  /// What a search needs for itself.
  struct Scratch: Sendable {
    var characters = CharacterGrams()
    var ranks: [UInt32] = []
    var counts: [UInt16]
    var touched: [UInt32] = []
  }

  /// The similarity from which texts are found.
  let threshold: Double
  /// The members of all sets, the rarest first.
  private let members: GramTable
  /// Each set as the ascending ranks of its members.
  private let sets: [[UInt32]]
  /// The sizes of the sets, ascending.
  private let sizes: [Int]
  private let postingStarts: [Int32]
  private let postings: [UInt32]

  /// Indexes texts.
  ///
  /// - Parameters:
  ///   - texts: The texts as `DuplicateView` leaves them.
  ///   - threshold: Jaccard similarity from which a text is found, above 0.
  init(_ texts: [[UInt8]], threshold: Double) {
    self.threshold = threshold
    var characters = CharacterGrams()
    let hashes = texts.map { text in
      characters.read(text.span)
      return text.isEmpty ? [] : characters.hashes
    }
    members = GramTable(Self.rarestFirst(hashes))
    let table = members
    sets = hashes.map { set in
      var ranks: [UInt32] = []
      table.find(set.span, numbers: &ranks)
      return ranks.sorted()
    }
    sizes = sets.map(\.count).sorted()
    var starts = [Int32](repeating: 0, count: members.count + 1)
    for set in sets {
      for rank in set.prefix(Self.prefix(set.count, threshold)) { starts[Int(rank) + 1] += 1 }
    }
    for rank in 0..<members.count { starts[rank + 1] += starts[rank] }
    var next = starts
    var postings = [UInt32](repeating: 0, count: Int(starts[members.count]))
    for (text, set) in sets.enumerated() {
      for rank in set.prefix(Self.prefix(set.count, threshold)) {
        postings[Int(next[Int(rank)])] = UInt32(truncatingIfNeeded: text)
        next[Int(rank)] += 1
      }
    }
    postingStarts = starts
    self.postings = postings
  }

  /// Scratch memory for searches.
  func scratch() -> Scratch { Scratch(counts: [UInt16](repeating: 0, count: sets.count)) }

  /// Finds the texts that are similar enough to another.
  ///
  /// - Parameters:
  ///   - folded: A text as `DuplicateView` leaves it.
  ///   - scratch: Memory that is used again.
  /// - Returns: The matches in the order of the texts.
  func matches(_ folded: Span<UInt8>, _ scratch: inout Scratch) -> [Match] {
    // Bytes bound the size from above for certain, and from below for all but empty repetition.
    guard let smallest = sizes.first, let largest = sizes.last, folded.count > 0 else { return [] }
    if Double(folded.count) < threshold * Double(smallest) { return [] }
    if Double(folded.count) > Self.bytesPerMember * Double(largest) / threshold { return [] }
    scratch.characters.read(folded)
    let size = scratch.characters.hashes.count
    guard hasSize(from: threshold * Double(size), to: Double(size) / threshold) else { return [] }
    scratch.ranks.removeAll(keepingCapacity: true)
    let hashes = scratch.characters.hashes
    members.find(hashes.span, numbers: &scratch.ranks)
    let unknown = size - scratch.ranks.count
    let length = Self.prefix(size, threshold) - unknown
    guard length > 0 else { return [] }
    scratch.ranks.sort()
    count(scratch.ranks.prefix(length), &scratch)
    let needed = Self.needed(size)
    var found: [Match] = []
    for text in scratch.touched {
      let shared = Int(scratch.counts[Int(text)])
      scratch.counts[Int(text)] = 0
      let set = sets[Int(text)]
      guard shared >= min(needed, Self.needed(set.count)) else { continue }
      let similarity = Self.similarity(set.span, scratch.ranks.span, size)
      if similarity >= threshold { found.append(Match(text: Int(text), similarity: similarity)) }
    }
    scratch.touched.removeAll(keepingCapacity: true)
    return found.sorted { $0.text < $1.text }
  }

  /// A text so repetitive that it has fewer members than this share of its bytes is not compared.
  private static let bytesPerMember = 16.0

  private func count(_ ranks: ArraySlice<UInt32>, _ scratch: inout Scratch) {
    for rank in ranks {
      for posting in postingStarts[Int(rank)]..<postingStarts[Int(rank) + 1] {
        let text = postings[Int(posting)]
        if scratch.counts[Int(text)] == 0 { scratch.touched.append(text) }
        scratch.counts[Int(text)] &+= 1
      }
    }
  }

  private func hasSize(from least: Double, to most: Double) -> Bool {
    var (low, high) = (0, sizes.count)
    while low < high {
      let middle = (low + high) / 2
      if Double(sizes[middle]) < least { low = middle + 1 } else { high = middle }
    }
    return low < sizes.count && Double(sizes[low]) <= most
  }

  /// How many shared members two prefixes have at least, by the smaller set's size.
  private static func needed(_ size: Int) -> Int { size >= 24 ? 8 : 1 }

  /// How many of the rarest members of a set are compared.
  private static func prefix(_ size: Int, _ threshold: Double) -> Int {
    // Rounded down, so that an inexact product never makes a prefix too short.
    min(size, size - Int((threshold * Double(size) - 1e-9).rounded(.up)) + needed(size))
  }

  private static func similarity(_ a: Span<UInt32>, _ b: Span<UInt32>, _ size: Int) -> Double {
    var (i, j, shared) = (0, 0, 0)
    while i < a.count && j < b.count {
      let (left, right) = (a[i], b[j])
      shared &+= left == right ? 1 : 0
      i &+= left <= right ? 1 : 0
      j &+= right <= left ? 1 : 0
    }
    return Double(shared) / Double(a.count + size - shared)
  }

  private static func rarestFirst(_ sets: [[UInt64]]) -> [UInt64] {
    let all = sets.flatMap { $0 }.sorted()
    var counted: [(count: Int, hash: UInt64)] = []
    for hash in all {
      if let last = counted.last, last.hash == hash {
        counted[counted.count - 1].count += 1
      } else {
        counted.append((1, hash))
      }
    }
    counted.sort { ($0.count, $0.hash) < ($1.count, $1.hash) }
    return counted.map(\.hash)
  }
}
