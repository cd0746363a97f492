import Foundation
import SeedbedKernels
import Testing

/// Compares with a second implementation in Python; `Golden/kernels/make_kernels.py` makes the
/// file.
@Suite("Kernel values that never change")
struct KernelsGoldenTests {
  static func rows(_ kind: String) throws -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/kernels/kernels.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0[0] == kind }.map { Array($0.dropFirst()) }
  }

  @Test("hashes of every length equal the reference")
  func hashes() throws {
    let rows = try Self.rows("hash128")
    #expect(rows.count == 240)
    for row in rows {
      let digits = Array(row[0])
      let bytes = try stride(from: 0, to: digits.count, by: 2).map {
        try #require(UInt8(String(digits[$0..<$0 + 2]), radix: 16))
      }
      let seed = try #require(UInt64(row[1]))
      let digest = hash128(bytes.span, seed: seed)
      #expect(digest.hex == row[2], "\(bytes.count) bytes, seed \(seed)")
      #expect(hash64(bytes.span, seed: seed) == digest.high)
    }
  }

  @Test("random streams equal the reference")
  func streams() throws {
    for row in try Self.rows("stream") {
      let (seed, draw) = (try #require(UInt64(row[0])), try #require(Int(row[3])))
      var random = CounterRandom(seed: seed, sample: row[1], operation: row[2], draw: draw)
      #expect((0..<5).map { _ in String(random.next()) } == Array(row[4...]))
    }
  }

  @Test("shingles, signatures and band keys equal the reference")
  func sketches() throws {
    for row in try Self.rows("shingles") {
      let text = kernelBytes(row[0])
      let set = shingles(of: text.span, width: try #require(Int(row[1])))
      #expect(set.map { "\($0)" } == Array(row[2...]))
    }
    let hasher = MinHasher()
    let bands = zip(try Self.rows("bands"), try Self.rows("odd_bands"))
    for (signatureRow, (bandRow, oddRow)) in zip(try Self.rows("signature"), bands) {
      let text = kernelBytes(signatureRow[0])
      let signature = hasher.signature(of: shingles(of: text.span).span)
      #expect(signature.map { "\($0)" } == Array(signatureRow[1...]))
      #expect(bandKeys(of: signature.span).map { "\($0)" } == Array(bandRow[1...]))
      let odd = bandKeys(of: signature.span, bands: 5, rows: 3)
      #expect(odd.map { "\($0)" } == Array(oddRow[1...]))
    }
  }
}
