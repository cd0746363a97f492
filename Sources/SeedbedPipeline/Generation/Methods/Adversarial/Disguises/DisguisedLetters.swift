import SeedbedData
import SeedbedKernels

/// Disguises letters here and there: digits for letters, look-alikes of other scripts, characters that
/// cannot be seen.
///
/// The letters are spread over the text: it is cut into as many parts of equally many candidates as there
/// are letters to disguise, and one is drawn in each.
struct DisguisedLetters: TransformMethod {
  let descriptor: MethodDescriptor
  private let disguise: Disguise
  private let table: [[String]]
  private let candidates: ByteSet
  private let rate: Double

  init(_ disguise: Disguise, rate: Double, _ summary: String) {
    self.disguise = disguise
    self.rate = rate
    table = disguise.table
    candidates = ByteSet(table.indices.filter { [table] in !table[$0].isEmpty })
    descriptor = MethodDescriptor(
      attack: disguise.rawValue,
      summary,
      preserves: Preserved.allCases,
      moves: ["language", "noise"],
      rate: rate,
      attacks: [.promptInjection]
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let text = seed.text.utf8Span.span
    let changes = withUnsafeTemporaryAllocation(of: Int.self, capacity: text.count) { places in
      let found = find(text, seed.locked, places)
      return edits(text, places[..<found], rate: seed.rate ?? rate, &random)
    }
    // They are in order and outside of what is locked, so no draft has to look at each.
    guard !changes.isEmpty, let list = try? EditList(changes, for: seed.text) else { return nil }
    return Proposal(edits: list)
  }

  private func edits(
    _ text: Span<UInt8>,
    _ places: Slice<UnsafeMutableBufferPointer<Int>>,
    rate: Double,
    _ random: inout CounterRandom
  ) -> [Edit] {
    guard !places.isEmpty else { return [] }
    let wanted = wanted(of: places.count, scalars: text.scalarCount, rate, &random)
    let reason = disguise.rawValue
    var edits: [Edit] = []
    edits.reserveCapacity(wanted)
    var start = 0
    for part in 1...wanted {
      let end = part * places.count / wanted
      let place = places[start + random.index(below: end - start)]
      let others = table[Int(text[place])]
      edits.append(
        Edit(
          start: place,
          end: disguise.isInserted ? place : place + 1,
          replacement: others.count == 1 ? others[0] : others[random.index(below: others.count)],
          reason: reason
        )
      )
      start = end
    }
    return edits
  }

  /// How many letters to disguise: the rate's share, its fraction drawn, but one at least.
  private func wanted(
    of candidates: Int,
    scalars: Int,
    _ rate: Double,
    _ random: inout CounterRandom
  ) -> Int {
    let exact = rate * Double(scalars) / 100
    guard exact < Double(candidates) else { return candidates }
    let whole = Int(max(0, exact))
    return min(candidates, max(1, whole + (random.chance(exact - Double(whole)) ? 1 : 0)))
  }

  /// Lists the places of letters that have a disguise and of which none is locked.
  ///
  /// A letter that carries a mark has none, nor one into whose word nothing can be put. Every place is
  /// written and only counted where it fits, so that nothing is guessed.
  private func find(
    _ text: Span<UInt8>,
    _ locked: [Range<Int>],
    _ places: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    var found = 0
    for stretch in FreeStretches(locked, in: 0..<text.count) {
      var previous = 0
      for place in stretch {
        places[found] = place
        let fits = candidates.count(of: text[place])
        if disguise.isInserted {
          found &+= fits & previous
          previous = fits
        } else {
          // A mark may follow beyond ASCII; other letters there are not looked at either.
          found &+= place + 1 == text.count || text[place + 1] < 0x80 ? fits : 0
        }
      }
    }
    return found
  }
}

/// Some bytes of ASCII.
private struct ByteSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ bytes: some Sequence<Int>) {
    for byte in bytes {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  /// 1 for a byte of the set and 0 for another.
  @inline(__always)
  func count(of byte: UInt8) -> Int {
    let half = byte < 64 ? low : byte < 128 ? high : 0
    return Int(half &>> UInt64(byte & 63) & 1)
  }
}
