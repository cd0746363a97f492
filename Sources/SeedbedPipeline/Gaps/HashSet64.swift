/// A set of 64-bit hashes by open addressing: eight bytes an entry at a load of at most two thirds.
struct HashSet64: Sendable {
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var count = 0

  /// Adds a hash; false when it was there.
  mutating func insert(_ hash: UInt64) -> Bool {
    if count * 3 >= slots.count * 2 { grow() }
    // Zero marks an empty slot, so the hash 0 is kept as 1.
    return place(hash == 0 ? 1 : hash)
  }

  private mutating func place(_ hash: UInt64) -> Bool {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    count += 1
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    count = 0
    for hash in old where hash != 0 { _ = place(hash) }
  }
}
