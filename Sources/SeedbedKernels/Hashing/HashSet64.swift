/// A set of 64-bit hashes by open addressing: eight bytes an entry at a load of at most two thirds.
///
/// The members are hashes already, so they are not hashed again: look-up costs a third of a `Set`'s.
public struct HashSet64: Sendable {
  private var slots: [UInt64]
  private var count = 0

  /// An empty set.
  public init() {
    slots = [UInt64](repeating: 0, count: 64)
  }

  /// A set of given hashes.
  ///
  /// - Parameter hashes: The members; repeated ones count once.
  public init(_ hashes: some Sequence<UInt64>) {
    self.init()
    for hash in hashes { insert(hash) }
  }

  /// Adds a hash.
  ///
  /// - Parameter hash: The hash.
  /// - Returns: False when it was there.
  @discardableResult
  public mutating func insert(_ hash: UInt64) -> Bool {
    if count * 3 >= slots.count * 2 { grow() }
    let slot = slot(of: hash)
    guard slots[slot] == 0 else { return false }
    slots[slot] = Self.stored(hash)
    count += 1
    return true
  }

  /// Whether a hash is a member.
  ///
  /// - Parameter hash: The hash.
  /// - Returns: True for a member.
  public func contains(_ hash: UInt64) -> Bool { slots[slot(of: hash)] != 0 }

  /// Zero marks an empty slot, so the hash 0 is kept as 1.
  private static func stored(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  /// The slot that holds the hash, or the empty one where it would go.
  private func slot(of hash: UInt64) -> Int {
    let stored = Self.stored(hash), mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: stored &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while slots[slot] != 0, slots[slot] != stored { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 { slots[slot(of: hash)] = hash }
  }
}
