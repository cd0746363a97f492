import CKernels
import Foundation
import SeedbedKernels
import Testing

@Suite("The encoder's kernels")
struct EncoderKernelTests {
  static let variants = [ck_sse2, ck_avx2, ck_avx512, ck_neon].map { Int32($0.rawValue) }
    .filter { ck_encoder_supports($0) != 0 }
  static let plain = Int32(ck_plain.rawValue)

  static func numbers(_ count: Int, _ random: inout CounterRandom, size: Double = 2) -> [Float] {
    (0..<count).map { _ in Float((random.unit() * 2 - 1) * size) }
  }

  static func random(_ round: Int) -> CounterRandom {
    CounterRandom(seed: 21, sample: UInt64(round), operation: 1, draw: 0)
  }

  struct Product {
    var integers: [Int16]
    var out: [Float]
  }

  static func product(_ variant: Int32, round: Int) -> Product {
    var random = random(round)
    let rows = 1 + random.index(below: 20)
    let inputs = 16 * (1 + random.index(below: 6))
    let outputs = 16 * (1 + random.index(below: 8))
    let limit = Int32(1) << Int32(8 + random.index(below: 6))
    let channels = (outputs + 47) / 48 * 48
    var packed = [Int16](repeating: 0, count: channels * inputs)
    var scales = [Float](repeating: 0, count: channels)
    let weights = numbers(outputs * inputs, &random)
    let bias = numbers(channels, &random)
    let values = numbers(rows * inputs, &random, size: 1e3)
    #expect(ck_pack_weights(weights, 0, outputs, inputs, limit, &packed, &scales) == 1)
    var integers = [Int16](repeating: 0, count: (rows + 7) / 8 * 8 * inputs)
    var rowScales = [Float](repeating: 0, count: rows)
    ck_quantize_rows(variant, values, rows, inputs, limit, &integers, &rowScales)
    var out = [Float](repeating: .nan, count: rows * outputs)
    packed.withUnsafeBufferPointer { packed in
      scales.withUnsafeBufferPointer { scales in
        bias.withUnsafeBufferPointer { bias in
          var layer = ck_linear(
            packed: packed.baseAddress,
            scales: scales.baseAddress,
            bias: bias.baseAddress,
            inputs: inputs,
            outputs: outputs,
            activation: Int32(round % 3)
          )
          ck_apply_linear(variant, &layer, integers, rowScales, rows, &out)
        }
      }
    }
    if variant == plain, round % 3 == 0 {
      // Without an activation the product is near the one of the numbers themselves.
      for row in 0..<rows {
        for column in 0..<outputs {
          var expected = Double(bias[column])
          for k in 0..<inputs {
            expected += Double(values[row * inputs + k]) * Double(weights[column * inputs + k])
          }
          let error = abs(Double(out[row * outputs + column]) - expected)
          #expect(error < 8e3 * Double(inputs).squareRoot() / Double(limit))
        }
      }
    }
    return Product(integers: integers, out: out)
  }

  @Test("matrix products have the same bits in every variant", arguments: 0..<60)
  func products(round: Int) {
    let expected = Self.product(Self.plain, round: round)
    #expect(expected.out.allSatisfy { $0.isFinite })
    for variant in Self.variants {
      let found = Self.product(variant, round: round)
      #expect(found.integers == expected.integers)
      #expect(found.out.map(\.bitPattern) == expected.out.map(\.bitPattern), "\(variant)")
    }
  }

  @Test(
    "no product of extreme weights and values leaves 32 bits",
    arguments: [16, 384, 1536, 4096]
  )
  func extremes(inputs: Int) {
    let limit: Int32 = inputs <= 512 ? 8191 : 4095
    let weights = [Float](repeating: 3, count: inputs)
    var packed = [Int16](repeating: 0, count: 48 * inputs)
    var scales = [Float](repeating: 0, count: 48)
    #expect(ck_pack_weights(weights, 0, 1, inputs, limit, &packed, &scales) == 1)
    let total = (0..<inputs).reduce(0) { $0 + abs(Int(packed[$1 / 2 * 96 + $1 % 2])) }
    #expect(total * Int(limit) <= Int(Int32.max))
    #expect(total * Int(limit) > Int(Int32.max) / 2 || packed[0] == 32767)
  }

  @Test("weights that are no numbers are refused", arguments: [Float.nan, .infinity, -.infinity])
  func badWeights(value: Float) {
    var weights = [Float](repeating: 1, count: 16)
    weights[5] = value
    var packed = [Int16](repeating: 0, count: 48 * 16)
    var scales = [Float](repeating: 0, count: 48)
    #expect(ck_pack_weights(weights, 0, 1, 16, 4095, &packed, &scales) == 0)
  }

  @Test(
    "rows of zeros, of tiny and of endless numbers become zeros",
    arguments: [0, 1e-38, .infinity, .nan] as [Float]
  )
  func oddRows(value: Float) {
    let row = [Float](repeating: value, count: 32)
    for variant in Self.variants + [Self.plain] {
      var integers = [Int16](repeating: 7, count: 32)
      var scale: Float = 7
      ck_quantize_rows(variant, row, 1, 32, 4095, &integers, &scale)
      #expect(scale == 0)
    }
  }

  static func attention(_ variant: Int32, round: Int) -> [Float] {
    var random = random(round)
    let count = 1 + random.index(below: 50)
    let heads = 1 + random.index(below: 3)
    let width = 16 * (1 + random.index(below: 3))
    let qkv = numbers(3 * count * heads * width, &random, size: 3)
    var scratch = [Float](repeating: .nan, count: ck_attention_scratch(count, width))
    var out = [Float](repeating: .nan, count: count * heads * width)
    ck_attend(variant, qkv, count, heads, width, &scratch, &out)
    return out
  }

  @Test("attention has the same bits in every variant", arguments: 0..<40)
  func attentions(round: Int) {
    let expected = Self.attention(Self.plain, round: round).map(\.bitPattern)
    for variant in Self.variants {
      #expect(Self.attention(variant, round: round).map(\.bitPattern) == expected, "\(variant)")
    }
  }

  static func normalized(_ variant: Int32, round: Int) -> [Float] {
    var random = random(round)
    let width = 16 * (1 + random.index(below: 30))
    let count = 1 + random.index(below: 5)
    var rows = numbers(count * width, &random, size: 10)
    let added = numbers(count * width, &random)
    let gamma = numbers(width, &random)
    let beta = numbers(width, &random)
    ck_add_normalize(variant, &rows, added, gamma, beta, 1e-12, count, width)
    return rows
  }

  @Test("normalisation has the same bits in every variant", arguments: 0..<40)
  func normalizations(round: Int) {
    let expected = Self.normalized(Self.plain, round: round).map(\.bitPattern)
    for variant in Self.variants {
      #expect(Self.normalized(variant, round: round).map(\.bitPattern) == expected, "\(variant)")
    }
  }

  @Test("the activation is the exact GELU within 2e-6")
  func gelu() {
    var packed = [Int16](repeating: 0, count: 48 * 16)
    let scales = [Float](repeating: 0, count: 48)
    let zeros = [Int16](repeating: 0, count: 8 * 16)
    for start in stride(from: -8, to: 8, by: 0.048) {
      let bias = (0..<48).map { Float(start + Double($0) * 0.001) }
      var out = [Float](repeating: 0, count: 48)
      packed.withUnsafeMutableBufferPointer { packed in
        scales.withUnsafeBufferPointer { scales in
          bias.withUnsafeBufferPointer { bias in
            var layer = ck_linear(
              packed: packed.baseAddress,
              scales: scales.baseAddress,
              bias: bias.baseAddress,
              inputs: 16,
              outputs: 48,
              activation: Int32(ck_gelu.rawValue)
            )
            ck_apply_linear(ck_encoder_fastest(), &layer, zeros, [0], 1, &out)
          }
        }
      }
      for (x, y) in zip(bias, out) {
        let exact = 0.5 * Double(x) * (1 + erf(Double(x) / 2.0.squareRoot()))
        #expect(abs(Double(y) - exact) < 2e-6, "\(x)")
      }
    }
  }
}
