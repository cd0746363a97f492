/// Compares one set of hashes with many others, exactly and in the same memory.
///
/// The first set lies in an open-addressing table; each of the others is walked once, and what the
/// table does not hold is added for the time of the walk only, so that repeated members count once.
public struct SetComparer: Sendable {
  private struct Slot {
    var hash: UInt64
    /// The first set that put the hash here.
    var base: UInt32
    /// The last walk that met it.
    var walk: UInt32
  }

  private var slots = [Slot](repeating: Slot(hash: 0, base: 0, walk: 0), count: 1 << 10)
  private var base: UInt32 = 0
  private var walk: UInt32 = 0
  private var given = 0
  /// How many distinct members the first set has.
  public private(set) var distinct = 0

  /// Makes a comparer.
  public init() {}

  /// Sets the set to compare with.
  ///
  /// - Parameter hashes: Its members, in any order; repeated ones count once.
  public mutating func load(_ hashes: Span<UInt64>) {
    given = hashes.count
    makeRoom(members: hashes.count * 2)
    nextBase()
    insert(hashes)
  }

  /// The Jaccard similarity of the loaded set and another, when it is at least a threshold.
  ///
  /// - Parameters:
  ///   - hashes: The other set's members, in any order; repeated ones count once.
  ///   - threshold: The least similarity that matters, 0…1.
  /// - Returns: The exact similarity, or nil below the threshold; nil where both sets are empty.
  /// - Complexity: O(n), and less where the sets are unlike.
  public mutating func similarity(to hashes: Span<UInt64>, threshold: Double) -> Double? {
    // Half a member guards the bound against rounding.
    guard distinct > 0, Double(hashes.count) + 0.5 >= threshold * Double(distinct) else {
      return nil
    }
    if (given + hashes.count) * 3 > slots.count * 2 { regrow(for: given + hashes.count) }
    nextWalk()
    // So many members of its own leave the other set no chance.
    let limit = threshold > 0 ? Double(distinct) / threshold - Double(distinct) + 0.5 : .infinity
    let most = Int(min(limit, 1e15))
    let mask = slots.count - 1, base = base, walk = walk, distinct = distinct
    var table = slots.mutableSpan
    var shared = 0, own = 0
    for index in 0..<hashes.count {
      let hash = hashes[index]
      var slot = Self.home(hash) & mask
      while true {
        let found = table[slot]
        if found.base != base && found.walk != walk {
          table[slot] = Slot(hash: hash, base: 0, walk: walk)
          own += 1
          break
        }
        if found.hash == hash {
          if found.walk != walk {
            table[slot].walk = walk
            shared += 1
          }
          break
        }
        slot = (slot + 1) & mask
      }
      if own > most { return nil }
    }
    let similarity = Double(shared) / Double(distinct + own)
    return similarity >= threshold ? similarity : nil
  }

  @inline(__always)
  private static func home(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private mutating func insert(_ hashes: Span<UInt64>) {
    let mask = slots.count - 1, base = base
    var table = slots.mutableSpan
    var count = 0
    for index in 0..<hashes.count {
      let hash = hashes[index]
      var slot = Self.home(hash) & mask
      while table[slot].base == base && table[slot].hash != hash { slot = (slot + 1) & mask }
      if table[slot].base != base {
        table[slot] = Slot(hash: hash, base: base, walk: 0)
        count += 1
      }
    }
    distinct = count
  }

  private mutating func nextBase() {
    if base == .max { clear() }
    base += 1
  }

  private mutating func nextWalk() {
    if walk == .max {
      // Marks of old walks must not come alive again.
      for slot in slots.indices { slots[slot].walk = 0 }
      walk = 0
    }
    walk += 1
  }

  private mutating func clear() {
    for slot in slots.indices { slots[slot] = Slot(hash: 0, base: 0, walk: 0) }
    base = 0
    walk = 0
  }

  /// Makes an empty table that the members fill by two thirds at most.
  private mutating func makeRoom(members: Int) {
    guard members * 3 > slots.count * 2 else { return }
    var size = slots.count
    while members * 3 > size * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(hash: 0, base: 0, walk: 0), count: size)
    base = 0
    walk = 0
  }

  /// Makes a larger table that keeps the loaded set.
  private mutating func regrow(for members: Int) {
    let kept = slots.filter { $0.base == base && base != 0 }.map(\.hash)
    makeRoom(members: members)
    nextBase()
    insert(kept.span)
  }
}
