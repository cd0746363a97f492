import CKernels
import SeedbedKernels
import Testing

@Suite("Kernel variants agree bit for bit")
struct KernelsVariantTests {
  typealias MinHashForm =
    @Sendable (
      UnsafePointer<UInt64>?, Int, UnsafePointer<UInt32>?, UnsafePointer<UInt32>?, Int,
      UnsafeMutablePointer<UInt32>?
    ) -> Int32

  @Test(
    "MinHash on every instruction set equals the plain loop",
    arguments: [(0, 16), (1, 1), (31, 15), (256, 17), (257, 48), (700, 144), (90, 200), (33, 256)]
  )
  func minHash(count: Int, permutations: Int) {
    var source = KernelsText(count, for: "minhash forms")
    let hashes = (0..<count).map { _ in source.random.next() }
    let a = (0..<permutations).map { _ in UInt32(truncatingIfNeeded: source.random.next()) }
    let b = (0..<permutations).map { _ in UInt32(truncatingIfNeeded: source.random.next()) }
    var expected = [UInt32](repeating: 1, count: permutations)
    ck_minhash_affine32_scalar(hashes, count, a, b, permutations, &expected)
    let forms: [MinHashForm] = [
      { ck_minhash_affine32_sse2($0, $1, $2, $3, $4, $5) },
      { ck_minhash_affine32_avx2($0, $1, $2, $3, $4, $5) },
      { ck_minhash_affine32_avx512($0, $1, $2, $3, $4, $5) },
      { ck_minhash_affine32_neon($0, $1, $2, $3, $4, $5) },
    ]
    for form in forms {
      var signature = [UInt32](repeating: 2, count: permutations)
      if form(hashes, count, a, b, permutations, &signature) != 0 { #expect(signature == expected) }
    }
  }

  @Test("the product of bytes never saturates", arguments: [0, 1, 15, 32, 100, 384, 4097])
  func bytes(count: Int) {
    var source = KernelsText(count, for: "bytes")
    for extreme in [true, false] {
      let a = (0..<count).map { _ in
        extreme ? Int8(-128) : Int8(truncatingIfNeeded: source.random.next())
      }
      let b = (0..<count).map { _ in
        extreme ? Int8(-128) : Int8(truncatingIfNeeded: source.random.next())
      }
      var expected: Int32 = 0
      for index in 0..<count { expected += Int32(a[index]) * Int32(b[index]) }
      #expect(ck_dot_i8_scalar(a, b, count) == expected)
      #expect(ck_dot_i8(a, b, count) == expected)
      var result: Int32 = 0
      if ck_dot_i8_avx2(a, b, count, &result) != 0 { #expect(result == expected) }
      result = 0
      if ck_dot_i8_avx512(a, b, count, &result) != 0 { #expect(result == expected) }
    }
  }

  @Test(
    "the screen names exactly the products that reach their bound",
    arguments: [4, 12, 64, 388]
  )
  func screen(depth: Int) {
    var source = KernelsText(depth, for: "screen")
    // The largest bytes too, so that a sum in 16 bits would overflow.
    let draw = { (_: Int) -> Int8 in
      source.random.chance(0.3) ? 127 : Int8(source.random.index(below: 255) - 127)
    }
    let left = (0..<64 * depth).map(draw)
    let right = (0..<64 * depth).map(draw)
    var products = [[Int32]](repeating: [Int32](repeating: 0, count: 64), count: 64)
    var sums = [Int32](repeating: 0, count: 64)
    for row in 0..<64 {
      for index in 0..<depth {
        let value = Int32(left[row * depth + index])
        sums[row] += value
        for column in 0..<64 {
          products[row][column] += value * Int32(right[column * depth + index])
        }
      }
    }
    // A bound that one of the row's products equals; none for some rows.
    var least = [Int32](repeating: .max, count: 64)
    for row in 0..<64 where row % 7 != 3 { least[row] = products[row][row * 11 % 64] }
    var expected = [UInt64](repeating: 0, count: 64)
    for row in 0..<64 {
      for column in 0..<64 where products[row][column] >= least[row] {
        expected[row] |= 1 << UInt64(column)
      }
    }
    let (rows, _) = wide(left, depth)
    let (_, panel) = wide(right, depth)
    let (bytes, _) = narrow(left, depth)
    let (_, bytePanel) = narrow(right, depth)
    let forms: [(UnsafeMutablePointer<UInt64>) -> Int32] = [
      { ck_screen_wide(rows, panel, depth, least, $0) },
      { ck_screen_wide_scalar(rows, panel, depth, least, $0) },
      { ck_screen_wide_sse2(rows, panel, depth, least, $0) },
      { ck_screen_wide_avx2(rows, panel, depth, least, $0) },
      { ck_screen_wide_neon(rows, panel, depth, least, $0) },
      { ck_screen_narrow(bytes, sums, bytePanel, depth, least, $0) },
      { ck_screen_narrow_scalar(bytes, sums, bytePanel, depth, least, $0) },
      { ck_screen_narrow_avx512(bytes, sums, bytePanel, depth, least, $0) },
    ]
    for form in forms {
      var hits = [UInt64](repeating: 1, count: 64)
      let any = form(&hits)
      if any >= 0 { #expect(any == 1 && hits == expected) }
    }
  }

  @Test("matrix products agree and are near the exact ones", arguments: [1, 5, 16, 33, 100])
  func products(size: Int) {
    var source = KernelsText(size, for: "products")
    let a = (0..<size * 7).map { _ in Float(source.random.unit() - 0.5) }
    let b = (0..<7 * size).map { _ in Float(source.random.unit() - 0.5) }
    let product = matrixProduct(a.span, b.span, rows: size, inner: 7, columns: size)
    var scalar = [Float](repeating: 0, count: size * size)
    ck_multiply_f32_scalar(a, b, &scalar, size, 7, size)
    #expect(product == scalar)
    for row in 0..<size {
      for column in 0..<size {
        var exact = 0.0
        for k in 0..<7 { exact += Double(a[row * 7 + k]) * Double(b[k * size + column]) }
        #expect(abs(Double(product[row * size + column]) - exact) < 1e-5)
      }
    }
    let gram = gramRows(a.span, columns: 7, wanted: 2..<6)
    var plain = [Double](repeating: 0, count: 28)
    ck_gram_f64_scalar(a, size, 7, 2, 6, &plain)
    #expect(gram == plain)
    for (place, row) in (2..<6).enumerated() {
      for column in row..<7 {
        var exact = 0.0
        for k in 0..<size { exact += Double(a[k * 7 + row]) * Double(a[k * 7 + column]) }
        #expect(gram[place * 7 + column] == exact)
      }
    }
  }

  private func wide(_ vectors: [Int8], _ depth: Int) -> ([Int16], [Int16]) {
    var rows = [Int16](repeating: 0, count: vectors.count)
    var panel = rows
    ck_screen_pack_wide(vectors, depth, &rows, &panel)
    return (rows, panel)
  }

  private func narrow(_ vectors: [Int8], _ depth: Int) -> ([Int8], [UInt8]) {
    var rows = [Int8](repeating: 0, count: vectors.count)
    var panel = [UInt8](repeating: 0, count: vectors.count)
    ck_screen_pack_narrow(vectors, depth, &rows, &panel)
    return (rows, panel)
  }
}
