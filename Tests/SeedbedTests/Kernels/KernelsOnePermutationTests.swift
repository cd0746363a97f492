import SeedbedKernels
import Testing

@Suite("One-permutation MinHash")
struct KernelsOnePermutationTests {
  @Test(
    "bins agree as often as the sets overlap, in small sets too",
    arguments: [(0.1, 200), (0.5, 200), (0.8, 200), (0.95, 200), (0.5, 8), (0.75, 16), (0.5, 2000)]
  )
  func estimates(similarity: Double, size: Int) {
    var source = KernelsText(Int(similarity * 100) + size, for: "one permutation")
    let pairs = 400
    var estimates: [Double] = []
    for pair in 0..<pairs {
      // A new key each time, so that the walks of empty bins are drawn anew too.
      let hasher = OnePermutationHasher(bins: 128, seed: UInt64(pair))
      let shared = Int((Double(size) * similarity).rounded())
      let common = (0..<shared).map { _ in source.random.next() }
      let rest = (0..<(size - shared)).map { _ in source.random.next() }
      let left = common + rest[..<(rest.count / 2)]
      let right = common + rest[(rest.count / 2)...]
      let (one, other) = (hasher.signature(of: left.span), hasher.signature(of: right.span))
      #expect(hasher.signature(of: Array(right.reversed() + right).span) == other)
      estimates.append(Double(zip(one, other).count { $0 == $1 }) / 128)
    }
    let mean = estimates.reduce(0, +) / Double(pairs)
    let variance = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(pairs - 1)
    let exact = (Double(size) * similarity).rounded() / Double(size)
    #expect(abs(mean - exact) < 5 * (variance / Double(pairs)).squareRoot())
  }

  @Test("many more members than bins give the binomial error")
  func spread() {
    var source = KernelsText(1, for: "one permutation spread")
    var squares = 0.0
    for pair in 0..<300 {
      let hasher = OnePermutationHasher(bins: 128, seed: UInt64(pair))
      let common = (0..<2000).map { _ in source.random.next() }
      let left = common + (0..<1000).map { _ in source.random.next() }
      let right = common + (0..<1000).map { _ in source.random.next() }
      let (one, other) = (hasher.signature(of: left.span), hasher.signature(of: right.span))
      let error = Double(zip(one, other).count { $0 == $1 }) / 128 - 0.5
      squares += error * error
    }
    let ratio = (squares / 300) / (0.5 * 0.5 / 128)
    #expect(ratio > 0.7 && ratio < 1.35)
  }

  @Test("tiny sets fill every bin, the empty set none", arguments: [1, 2, 64, 128, 1024])
  func tiny(bins: Int) {
    let hasher = OnePermutationHasher(bins: bins)
    let none: [UInt64] = []
    #expect(hasher.signature(of: none.span) == [UInt32](repeating: .max, count: bins))
    let one: [UInt64] = [42]
    let signature = hasher.signature(of: one.span)
    #expect(Set(signature).count == 1 && signature[0] != .max)
    let two: [UInt64] = [42, 43]
    #expect(Set(hasher.signature(of: two.span)).count <= 2)
    let repeated: [UInt64] = [43, 42, 42, 43]
    #expect(hasher.signature(of: repeated.span) == hasher.signature(of: two.span))
  }

  @Test("a signature is written at its place; seeds give other signatures")
  func table() {
    let hashes: [UInt64] = (1...50).map { $0 &* 0x9e37_79b9_7f4a_7c15 }
    let hasher = OnePermutationHasher(bins: 16)
    var table = [UInt32](repeating: 7, count: 48)
    hasher.write(signatureOf: hashes.span, into: &table, at: 16)
    #expect(Array(table[16..<32]) == hasher.signature(of: hashes.span))
    #expect(table[..<16].allSatisfy { $0 == 7 } && table[32...].allSatisfy { $0 == 7 })
    let other = OnePermutationHasher(bins: 16, seed: 2).signature(of: hashes.span)
    #expect(other != hasher.signature(of: hashes.span))
  }
}
