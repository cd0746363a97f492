/// Random numbers that depend only on what they are for: the seed, the sample, the operation and
/// the number of the draw.
///
/// Two runs give the same numbers whatever the order, the threads and the other samples, and no two
/// samples share a stream. The numbers come from `Philox4x32`. The counter holds the block (32
/// bits), the draw (low 32 bits) and the sample (64 bits); the key is a hash of the seed, the
/// operation and the rest of the draw, so under one seed and operation distinct samples and draws
/// never meet.
///
/// The generator serves the standard library's protocol, but use the methods here rather than
/// `random(in:using:)` or `shuffled(using:)`: how those consume bits may change between releases of
/// the language.
public struct CounterRandom: RandomNumberGenerator, Sendable {
  private let key: SIMD2<UInt32>
  private var counter: SIMD4<UInt32>
  /// The upper half of the block that was scrambled last, when it has not been handed out yet.
  private var spare: UInt64?

  /// Starts the stream for one draw.
  ///
  /// - Parameters:
  ///   - seed: The seed of the whole run.
  ///   - sample: Which sample it is for.
  ///   - operation: Which operation it is for.
  ///   - draw: Which of several independent tries.
  public init(seed: UInt64, sample: UInt64, operation: UInt64, draw: UInt64) {
    let keys = HashKeys.first
    let inner = foldedProduct(seed ^ keys.a, scrambled(operation) ^ keys.b)
    let mixed = scrambled(inner ^ scrambled(seed &+ keys.c) ^ scrambled((draw >> 32) &+ keys.d))
    key = SIMD2(UInt32(truncatingIfNeeded: mixed), UInt32(truncatingIfNeeded: mixed >> 32))
    counter = SIMD4(
      0,
      UInt32(truncatingIfNeeded: draw),
      UInt32(truncatingIfNeeded: sample),
      UInt32(truncatingIfNeeded: sample >> 32)
    )
  }

  /// Starts the stream for one draw of a named operation on a named sample.
  ///
  /// - Parameters:
  ///   - seed: The seed of the whole run.
  ///   - sample: The id of the sample.
  ///   - operation: The name of the operation.
  ///   - draw: Which of several independent tries.
  public init(seed: UInt64, sample: String, operation: String, draw: Int) {
    self.init(
      seed: seed,
      sample: hash64(sample),
      operation: hash64(operation),
      draw: UInt64(bitPattern: Int64(draw))
    )
  }

  /// Draws 64 uniform bits.
  ///
  /// - Returns: The next word of the stream, which repeats after 2³³ words.
  public mutating func next() -> UInt64 {
    if let word = spare {
      spare = nil
      return word
    }
    let block = Philox4x32.block(counter: counter, key: key)
    counter.x &+= 1
    spare = UInt64(block.z) | UInt64(block.w) << 32
    return UInt64(block.x) | UInt64(block.y) << 32
  }

  /// Draws an index without bias (Lemire, "Fast random integer generation in an interval", 2019).
  ///
  /// - Parameter count: One more than the largest index; must be positive.
  /// - Returns: An integer from 0 to `count - 1`, each equally likely.
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "a random index needs at least one to choose from")
    let bound = UInt64(count)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// Draws a number from 0 up to, and never, 1.
  ///
  /// - Returns: A multiple of 2⁻⁵³.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Tosses a coin.
  ///
  /// - Parameter probability: How likely `true` is; at 0 or less (or not a number) never, at 1 or
  ///   more always.
  /// - Returns: The outcome.
  public mutating func chance(_ probability: Double) -> Bool { unit() < probability }
}
