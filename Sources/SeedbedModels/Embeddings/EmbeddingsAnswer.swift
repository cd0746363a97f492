#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SeedbedData

/// The vectors in the body of an answer, checked one by one.
enum EmbeddingsAnswer {
  /// Why a body is refused, in words that fit behind a colon.
  struct Fault: Error {
    var reason: String
  }

  /// One vector a text, in the order of the texts.
  static func vectors(in body: [UInt8], count: Int) throws(Fault) -> [[Float]] {
    let answer: JSONValue
    do {
      answer = try JSONParser.parse(body.span, maximumDepth: 16)
    } catch {
      throw Fault(reason: "it is no JSON (\(error))")
    }
    guard let rows = answer["data"]?.array else { throw Fault(reason: "it has no list `data`") }
    guard rows.count == count else {
      throw Fault(reason: "it has \(rows.count) vectors for \(count) texts")
    }
    var vectors = [[Float]?](repeating: nil, count: count)
    for row in rows {
      guard let index = row["index"]?.int else { throw Fault(reason: "a vector has no `index`") }
      guard vectors.indices.contains(index) else {
        throw Fault(reason: "a vector has the index \(index), but there are \(count) texts")
      }
      guard vectors[index] == nil else { throw Fault(reason: "two vectors have index \(index)") }
      vectors[index] = try vector(row["embedding"], index)
    }
    let found = vectors.compactMap(\.self)
    for (index, vector) in found.enumerated() where vector.count != found[0].count {
      throw Fault(
        reason: "vector \(index) has \(vector.count) numbers, vector 0 has \(found[0].count)"
      )
    }
    return found
  }

  private static func vector(_ value: JSONValue?, _ index: Int) throws(Fault) -> [Float] {
    let vector: [Float]
    if let numbers = value?.array {
      vector = numbers.map { Float($0.double ?? .nan) }
    } else if let text = value?.string {
      vector = try floats(base64: text, index)
    } else {
      throw Fault(reason: "vector \(index) is missing")
    }
    guard !vector.isEmpty else { throw Fault(reason: "vector \(index) is empty") }
    guard vector.allSatisfy(\.isFinite) else {
      throw Fault(reason: "vector \(index) holds something that is no finite number")
    }
    return vector
  }

  private static func floats(base64 text: String, _ index: Int) throws(Fault) -> [Float] {
    guard let bytes = Data(base64Encoded: text), bytes.count % 4 == 0 else {
      throw Fault(reason: "vector \(index) is no base 64 of 32-bit floats")
    }
    return bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { place in
        let bits = bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self)
        return Float(bitPattern: UInt32(littleEndian: bits))
      }
    }
  }
}
