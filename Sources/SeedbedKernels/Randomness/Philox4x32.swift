/// The Philox4x32-10 generator: a keyed, invertible scrambling of a counter.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011). Because
/// the state is the counter, any draw can be made without those before it, in any order and on any
/// thread.
public enum Philox4x32 {
  /// Scrambles one counter in ten rounds.
  ///
  /// - Parameters:
  ///   - counter: Which block of the stream.
  ///   - key: Which stream.
  /// - Returns: 128 random bits.
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = (key.x, key.y)
    for _ in 0..<10 {
      let left = c0.multipliedFullWidth(by: 0xd251_1f53)
      let right = c2.multipliedFullWidth(by: 0xcd9e_8d57)
      (c0, c1, c2, c3) = (right.high ^ c1 ^ k0, right.low, left.high ^ c3 ^ k1, left.low)
      // Weyl steps by the golden ratio and the square root of three.
      k0 &+= 0x9e37_79b9
      k1 &+= 0xbb67_ae85
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
