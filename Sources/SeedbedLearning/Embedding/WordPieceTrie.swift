import SeedbedData

/// A vocabulary as a tree of bytes, its edges in one open-addressing table.
///
/// The pieces inside words hang below `##`, so that looking for them begins at that node.
struct WordPieceTrie: Sendable {
  /// The node where words begin.
  static let root: UInt32 = 0

  /// Each slot holds `node << 40 | byte << 32 | child + 1`, or 0.
  private var slots: [UInt64]
  private var mask: Int
  /// The token that ends at a node, or -1.
  private var tokens: [Int32] = [-1]
  /// The node where the pieces inside words begin; a leaf when there are none.
  private(set) var inside: UInt32 = 0

  init(_ vocabulary: [[UInt8]], name: String) throws(SeedbedError) {
    let bytes = vocabulary.reduce(2) { $0 + $1.count }
    // A node has 24 bits; no vocabulary comes near that many.
    guard bytes < 1 << 24 else {
      throw SeedbedError(
        .data,
        "`\(name)` has \(bytes) bytes of tokens; at most \(1 << 24 - 1) can be used",
        hint: "check that the file is a vocabulary with one token a line"
      )
    }
    var size = 64
    while size < 2 * bytes { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    inside = insert([UInt8(ascii: "#"), UInt8(ascii: "#")])
    for (id, token) in vocabulary.enumerated() where !token.isEmpty {
      tokens[Int(insert(token))] = Int32(truncatingIfNeeded: id)
    }
  }

  private mutating func insert(_ token: [UInt8]) -> UInt32 {
    var node = Self.root
    for byte in token {
      var slot = slotIndex(node, byte)
      let key = Self.key(node, byte)
      while slots[slot] != 0 && slots[slot] >> 32 != key { slot = (slot + 1) & mask }
      if slots[slot] == 0 {
        tokens.append(-1)
        slots[slot] = key << 32 | UInt64(tokens.count)
      }
      node = UInt32(truncatingIfNeeded: slots[slot]) - 1
    }
    return node
  }

  /// The child of a node for one byte, or nil.
  @inline(__always)
  func child(of node: UInt32, _ byte: UInt8) -> UInt32? {
    let key = Self.key(node, byte)
    var slot = slotIndex(node, byte)
    while true {
      let found = slots[slot]
      if found == 0 { return nil }
      if found >> 32 == key { return UInt32(truncatingIfNeeded: found) &- 1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The token that ends at a node, or -1.
  @inline(__always)
  func token(at node: UInt32) -> Int32 { tokens[Int(node)] }

  @inline(__always)
  private static func key(_ node: UInt32, _ byte: UInt8) -> UInt64 {
    UInt64(node) << 8 | UInt64(byte)
  }

  /// Multiplies by 2^64 divided by the golden ratio and keeps upper bits (Knuth, volume 3, 6.4).
  @inline(__always)
  private func slotIndex(_ node: UInt32, _ byte: UInt8) -> Int {
    let product = Self.key(node, byte) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: product >> 32) & mask
  }
}
