import SeedbedKernels
import Testing

@Suite("Hashing")
struct KernelsHashingTests {
  @Test("a text hashes as its bytes do")
  func texts() {
    for text in ["", "a", "Grüße, 日本 😀"] {
      let bytes = kernelBytes(text)
      #expect(hash64(text, seed: 3) == hash64(bytes.span, seed: 3))
    }
  }

  @Test("a digest prints all 32 digits and orders as a number")
  func digest() {
    #expect(Digest128(high: 1, low: 0xff).hex == "000000000000000100000000000000ff")
    let digits = Digest128(high: 0x0123_4567_89ab_cdef, low: 0xfedc_ba98_7654_3210)
    #expect(digits.hex == "0123456789abcdeffedcba9876543210")
    var written: [UInt8] = [0x78]
    digits.writeHex(into: &written)
    #expect(String(decoding: written, as: UTF8.self) == "x" + digits.hex)
    #expect(Digest128(high: 1, low: 0) > Digest128(high: 0, low: .max))
    #expect(Digest128(high: 1, low: 2) < Digest128(high: 1, low: 3))
  }

  @Test(
    "flipping any input or seed bit flips each output bit half the time",
    arguments: [
      1, 3, 4, 8, 13, 16, 17, 33, 64, 65, 100, 128, 129, 200,
    ]
  )
  func avalanche(length: Int) {
    var source = KernelsText(length, for: "avalanche")
    // Enough trials that the mean over all (input bit, output bit) pairs and the worst pair are
    // telling.
    let trials = 256
    var worst = 0.0
    let inputBits = [0, 1, 7, 8 * length / 2, 8 * length - 1]
    for bit in inputBits + [-1, -64] {
      var flips = [Int](repeating: 0, count: 128)
      for _ in 0..<trials {
        var bytes = source.bytes(length)
        let seed = source.random.next()
        let before = hash128(bytes.span, seed: seed)
        var otherSeed = seed
        if bit >= 0 {
          bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        } else {
          otherSeed ^= 1 << UInt64(-bit - 1)
        }
        let after = hash128(bytes.span, seed: otherSeed)
        for output in 0..<64 {
          flips[output] += Int((before.low ^ after.low) >> UInt64(output) & 1)
          flips[64 + output] += Int((before.high ^ after.high) >> UInt64(output) & 1)
        }
      }
      for count in flips { worst = max(worst, abs(Double(count) / Double(trials) - 0.5)) }
    }
    // Five standard deviations: one of 900 honest bits is beyond 4.2 once in forty runs.
    #expect(worst < 5 * 0.5 / Double(trials).squareRoot())
  }

  @Test("no two of a million short or similar texts share a hash")
  func collisions() {
    var hashes: [UInt64] = []
    for first in 0..<256 {
      for second in 0..<256 { hashes.append(hash64([UInt8(first), UInt8(second)].span)) }
    }
    for number in 0..<900_000 { hashes.append(hash64("sample \(number) of the set")) }
    for length in [0, 1] + Array(3..<500) {
      hashes.append(hash64([UInt8](repeating: 0, count: length).span))
    }
    hashes.sort()
    #expect(zip(hashes, hashes.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test("every byte counts, at every length")
  func everyByte() {
    for length in 1...200 {
      let zeros = [UInt8](repeating: 0, count: length)
      var seen: Set<UInt64> = [hash64(zeros.span)]
      for place in 0..<length {
        var changed = zeros
        changed[place] = 1
        seen.insert(hash64(changed.span))
      }
      #expect(seen.count == length + 1)
    }
  }

  @Test("the low bits fill a table evenly")
  func uniformity() {
    var buckets = [Int](repeating: 0, count: 1024)
    for number in 0..<102_400 { buckets[Int(hash64("\(number)") & 1023)] += 1 }
    let statistic = buckets.reduce(0.0) { $0 + Double(($1 - 100) * ($1 - 100)) / 100 }
    // Chi-square with 1023 degrees of freedom has standard deviation 45.
    #expect(abs(statistic - 1023) < 5 * 45.2)
  }
}
