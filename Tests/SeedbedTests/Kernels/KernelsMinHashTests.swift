import CKernels
import SeedbedKernels
import Testing

@Suite("MinHash and similarity")
struct KernelsMinHashTests {
  @Test("affine32 signatures equal datasketch's")
  func datasketch() {
    // SHA-1's first four bytes of "a" and "b", little-endian, as datasketch hashes them.
    let hashes: [UInt64] = [937_752_454, 1_579_145_193]
    let hasher = MinHasher(
      multipliers: [3_582_191_691, 4_270_784_983, 1_892_572_953, 3_715_639_441],
      offsets: [491_263, 550_290_313, 1_298_508_491, 4_290_846_341]
    )
    #expect(
      hasher.signature(of: hashes.span) == [1_490_875_295, 545_177_257, 179_868_246, 1_752_473_720]
    )
  }

  @Test(
    "all variants of the MinHash kernel agree bit for bit",
    arguments: [
      (0, 128), (1, 1), (1, 7), (3, 8), (255, 31), (256, 32), (257, 33), (1000, 128), (2000, 200),
      (5, 256),
    ]
  )
  func variants(count: Int, permutations: Int) {
    var source = KernelsText(count, for: "minhash")
    let hashes = (0..<count).map { _ in source.random.next() }
    let a = (0..<permutations).map { _ in UInt32(truncatingIfNeeded: source.random.next()) }
    let b = (0..<permutations).map { _ in UInt32(truncatingIfNeeded: source.random.next()) }
    let expected = zip(a, b).map { a, b in
      hashes.map { hash -> UInt32 in
        var h = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
        h = (h ^ h >> 16) &* 0x85eb_ca6b
        h = (h ^ h >> 13) &* 0xc2b2_ae35
        return a &* (h ^ h >> 16) &+ b
      }.min() ?? .max
    }
    var scalar = [UInt32](repeating: 1, count: permutations)
    ck_minhash_affine32_scalar(hashes, count, a, b, permutations, &scalar)
    #expect(scalar == expected)
    var chosen = [UInt32](repeating: 2, count: permutations)
    ck_minhash_affine32(hashes, count, a, b, permutations, &chosen)
    #expect(chosen == expected)
    var wide = [UInt32](repeating: 3, count: permutations)
    if ck_minhash_affine32_avx2(hashes, count, a, b, permutations, &wide) != 0 {
      #expect(wide == expected)
    }
    #expect(MinHasher(multipliers: a, offsets: b).signature(of: hashes.span) == expected)
  }

  @Test(
    "signatures depend on the set only, and agree as often as the sets overlap",
    arguments: [0.1, 0.5, 0.8, 0.95]
  )
  func estimates(similarity: Double) {
    var source = KernelsText(Int(similarity * 100), for: "estimate")
    let hasher = MinHasher(permutations: 128, seed: 9)
    var sum = 0.0
    let pairs = 200
    for _ in 0..<pairs {
      let shared = Int(200 * similarity)
      let common = (0..<shared).map { _ in source.random.next() }
      let rest = (0..<(200 - shared)).map { _ in source.random.next() }
      let half = rest.count / 2
      let left = common + rest[..<half]
      let right = common + rest[half...]
      let (one, other) = (hasher.signature(of: left.span), hasher.signature(of: right.span))
      #expect(hasher.signature(of: Array(left.reversed() + left).span) == one)
      sum += Double(zip(one, other).count { $0 == $1 }) / 128
    }
    let standardError = (similarity * (1 - similarity) / 128 / Double(pairs)).squareRoot()
    #expect(abs(sum / Double(pairs) - similarity) < 5 * standardError)
  }

  @Test("a signature can be written into a table; the empty set gives all ones")
  func table() {
    let hasher = MinHasher(permutations: 16)
    let hashes: [UInt64] = [1, 2, 3]
    var table = [UInt32](repeating: 7, count: 48)
    hasher.write(signatureOf: hashes.span, into: &table, at: 16)
    #expect(Array(table[16..<32]) == hasher.signature(of: hashes.span))
    #expect(table[..<16].allSatisfy { $0 == 7 } && table[32...].allSatisfy { $0 == 7 })
    let none: [UInt64] = []
    #expect(hasher.signature(of: none.span) == [UInt32](repeating: .max, count: 16))
    #expect(
      MinHasher(seed: 1).signature(of: hashes.span) != MinHasher(seed: 2).signature(of: hashes.span)
    )
  }

  @Test("shingles are the distinct windows of the text", arguments: 1...12)
  func windows(width: Int) {
    for index in 0..<300 {
      var source = KernelsText(index, for: "shingles \(width)")
      let text =
        index % 3 == 0 ? (0..<index).map { UInt8(97 + $0 % 3) } : kernelBytes(source.text(upTo: 40))
      let set = shingles(of: text.span, width: width)
      #expect(zip(set, set.dropFirst()).allSatisfy { $0 < $1 })
      if text.count >= width {
        let distinct = Set((0...(text.count - width)).map { Array(text[$0..<$0 + width]) })
        #expect(set.count == distinct.count)
        // A window hashes the same wherever it stands.
        for window in distinct { #expect(set.contains(shingles(of: window.span, width: width)[0])) }
      } else {
        #expect(set.count == (text.isEmpty ? 0 : 1))
      }
    }
  }

  @Test("a text shorter than a window still has a shingle (pitfall 16)")
  func short() {
    let (one, same, other) = (kernelBytes("abc"), kernelBytes("abc"), kernelBytes("abd"))
    #expect(shingles(of: one.span) == shingles(of: same.span))
    #expect(shingles(of: one.span) != shingles(of: other.span))
    #expect(shingles(of: kernelBytes("").span).isEmpty)
  }

  @Test("sorting survives texts whose windows crowd a few buckets")
  func crowded() {
    let repetitive = (0..<200_000).map { UInt8(97 + ($0 / 1000) % 5) }
    let set = shingles(of: repetitive.span)
    let distinct = Set((0...(repetitive.count - 5)).map { Array(repetitive[$0..<$0 + 5]) })
    #expect(set.count == distinct.count)
    var source = KernelsText(0, for: "crowded")
    let random = source.bytes(300_000)
    #expect(shingles(of: random.span) == Array(Set(shingles(of: random.span))).sorted())
  }

  @Test("a shingler reused over texts gives what a new one gives (pitfall 24)")
  func reuse() {
    var shingler = Shingler()
    for index in 0..<200 {
      var source = KernelsText(index, for: "reuse")
      let text = kernelBytes(source.text(upTo: 60))
      shingler.read(text.span)
      #expect(shingler.hashes == shingles(of: text.span))
      shingler.readUnsorted(text.span)
      #expect(Set(shingler.hashes).sorted() == shingles(of: text.span))
    }
  }

  @Test("equal bands share a key, equal numbers in different bands do not")
  func bands() {
    let signature = [UInt32](repeating: 5, count: 128)
    let keys = bandKeys(of: signature.span)
    #expect(keys.count == 16)
    #expect(Set(keys).count == 16)
    var changed = signature
    changed[9] = 6
    let others = bandKeys(of: changed.span)
    #expect((0..<16).filter { keys[$0] != others[$0] } == [1])
    var list: [UInt64] = [1]
    appendBandKeys(of: signature.span, bands: 4, rows: 3, to: &list)
    #expect(list == [1] + bandKeys(of: signature.span, bands: 4, rows: 3))
  }

  @Test("Jaccard similarity equals the sets' definition")
  func similarity() {
    for index in 0..<500 {
      var source = KernelsText(index, for: "jaccard")
      let left = Set((0..<source.random.index(below: 30)).map { _ in source.random.next() % 40 })
      let right = Set((0..<source.random.index(below: 30)).map { _ in source.random.next() % 40 })
      let union = left.union(right).count
      let expected = union == 0 ? 0 : Double(left.intersection(right).count) / Double(union)
      let (a, b) = (left.sorted(), right.sorted())
      #expect(jaccard(a.span, b.span) == expected)
    }
    let none: [UInt64] = []
    #expect(jaccard(none.span, none.span) == 0)
  }

  @Test(
    "the dot product is the same bit for bit in all variants and near the exact sum",
    arguments: [
      0, 1, 7, 8, 31, 32, 33, 64, 100, 384, 1000,
    ]
  )
  func dots(count: Int) {
    var source = KernelsText(count, for: "dot")
    let a = (0..<count).map { _ in Float(source.random.unit() * 2 - 1) }
    let b = (0..<count).map { _ in Float(source.random.unit() * 2 - 1) }
    let scalar = ck_dot_f32_scalar(a, b, count)
    #expect(dot(a.span, b.span) == scalar)
    var wide: Float = 0
    if ck_dot_f32_avx2(a, b, count, &wide) != 0 { #expect(wide == scalar) }
    let exact = zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    #expect(abs(Double(scalar) - exact) <= 1e-6 * Double(count + 1))
  }
}
