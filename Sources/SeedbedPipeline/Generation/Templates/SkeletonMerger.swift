import SeedbedKernels

/// Finds texts of one label that are alike but for a run of words, and makes that run a slot.
///
/// Every run of up to three words is hashed by what stands before and behind it; texts with the same hash
/// differ there alone. That takes time linear in the length of the texts, where comparing each with each
/// would not (the idea of log templates: Drain, He et al. 2017, with windows in the place of its tree).
struct SkeletonMerger {
  /// How often merged texts are merged again: slots for each text.
  private static let rounds = 3

  private(set) var skeletons: [Skeleton]
  /// The tokens of every row.
  private(set) var tokens: [[SkeletonToken]]
  private let labels: [UInt64]

  /// Groups rows that differ in nothing but marks and figures.
  init(_ rows: [TemplateRow]) {
    tokens = rows.map(SkeletonCutter.tokens)
    labels = rows.map { row in row.label.map { hash64($0) } ?? 1 }
    skeletons = []
    group(rows.indices.filter { !tokens[$0].isEmpty })
  }

  /// Puts rows with the same tokens into one skeleton, in their order.
  private mutating func group(_ rows: [Int]) {
    skeletons = []
    var numbers: [UInt64: Int] = [:]
    for row in rows {
      let key = Skeleton.key(tokens[row], label: labels[row])
      if let number = numbers[key] {
        skeletons[number].rows.append(row)
      } else {
        numbers[key] = skeletons.count
        skeletons.append(Skeleton(rows: [row], tokens: tokens[row]))
      }
    }
  }

  /// Makes the words slots in which many texts differ.
  mutating func merge() {
    for _ in 0..<Self.rounds where !mergeOnce() { return }
  }

  /// Whether anything was merged.
  private mutating func mergeOnce() -> Bool {
    var counts: [UInt64: Int32] = [:]
    for skeleton in skeletons {
      skeleton.forEachWindow(label: labels[skeleton.rows[0]]) { counts[$0.key, default: 0] += 1 }
    }
    var members: [UInt64: [(skeleton: Int, window: Range<Int>)]] = [:]
    var order: [UInt64] = []
    for (number, skeleton) in skeletons.enumerated() {
      var best: Skeleton.Window?
      var most: Int32 = 1
      skeleton.forEachWindow(label: labels[skeleton.rows[0]]) { window in
        let count = counts[window.key] ?? 0
        // Of windows that as many texts share the last and then the shortest is the same for all of them.
        let start = best?.tokens.lowerBound ?? -1
        if count > most
          || count == most && count > 1
            && (window.tokens.lowerBound, -window.words) > (start, -(best?.words ?? 0))
        {
          (best, most) = (window, count)
        }
      }
      guard let best else { continue }
      if members[best.key] == nil { order.append(best.key) }
      members[best.key, default: []].append((number, best.tokens))
    }
    var hasMerged = false
    for key in order {
      guard let group = members[key], group.count > 1 else { continue }
      hasMerged = true
      for (number, window) in group {
        for row in skeletons[number].rows { open(window, of: row) }
      }
    }
    if hasMerged { group(tokens.indices.filter { !tokens[$0].isEmpty }) }
    return hasMerged
  }

  private mutating func open(_ window: Range<Int>, of row: Int) {
    let first = tokens[row][window.lowerBound], last = tokens[row][window.upperBound - 1]
    let slot = SkeletonToken(
      range: first.range.lowerBound..<last.range.upperBound,
      hash: SkeletonToken.wordsHash,
      slot: .words
    )
    tokens[row].replaceSubrange(window, with: [slot])
  }
}
