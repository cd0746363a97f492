extension Span<UInt8> {
  /// How many Unicode scalars a text in UTF-8 has: its bytes that do not continue another.
  public var scalarCount: Int {
    var count = 0
    for index in indices where self[index] & 0xC0 != 0x80 { count &+= 1 }
    return count
  }
}
