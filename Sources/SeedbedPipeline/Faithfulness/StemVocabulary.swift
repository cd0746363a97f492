import SeedbedKernels

/// The stems of a source in the order of their bytes, for finding one that nearly equals another.
struct StemVocabulary: Sendable {
  /// Two stems are of one family when this many of ten bytes of the longer one begin both.
  private static let sharedTenths = 7
  /// And at least this many bytes do.
  private static let fewestShared = 4
  /// So many stems with the same beginning are looked at.
  private static let widest = 32

  private var stems: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private var keys: [UInt64] = []

  init(_ list: TermList) {
    stems = list.stems
    var entries: [(range: Range<Int>, key: UInt64)] = []
    var seen = HashSet64()
    for term in list.terms where !term.stem.isEmpty && seen.insert(term.key) {
      entries.append((term.stem, term.key))
    }
    entries.sort { precedes($0.range, $1.range) }
    ranges = entries.map(\.range)
    keys = entries.map(\.key)
  }

  /// The key of the source's stem that shares the longest beginning with another one; nil when none
  /// shares enough, as "creation" and "creativ" do.
  func relative(of stem: ArraySlice<UInt8>) -> UInt64? {
    let wanted = needed(stem.count)
    guard stem.count >= Self.fewestShared, stem.count >= wanted else { return nil }
    let prefix = stem.prefix(wanted)
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if stems[ranges[middle]].lexicographicallyPrecedes(prefix) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var best: (shared: Int, key: UInt64)?
    for index in low..<min(low + Self.widest, ranges.count) {
      let other = stems[ranges[index]]
      guard other.starts(with: prefix) else { break }
      let shared = zip(other, stem).prefix { $0 == $1 }.count
      if shared >= needed(max(other.count, stem.count)), shared > best?.shared ?? 0 {
        best = (shared, keys[index])
      }
    }
    return best?.key
  }

  private func needed(_ count: Int) -> Int {
    max(Self.fewestShared, (count * Self.sharedTenths + 9) / 10)
  }

  private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    stems[left].lexicographicallyPrecedes(stems[right])
  }
}
