#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SeedbedData
import SeedbedKernels

/// Distilled vectors on the disk: a safetensors file that also holds whose they are and a checksum.
struct StaticModelFile {
  let path: String
  let identity: String
  let shape: [Int]

  /// The vectors; nil when there are none, they are damaged or another model's.
  func read() -> [Float]? {
    guard let file = try? SafetensorsFile(path: path),
      let name = file["identity"], bytes(name, file).elementsEqual(identity.utf8),
      let rows = file["rows"], let sum = file["checksum"]
    else { return nil }
    let digest = bytes(rows, file).withMemoryRebound(to: UInt8.self) { hash128($0.span) }
    guard bytes(sum, file).elementsEqual(digest.hex.utf8) else { return nil }
    return try? file.floats("rows", shape: shape)
  }

  /// Writes the vectors whole or not at all.
  ///
  /// - Returns: What went wrong, or nil.
  func write(_ rows: [Float]) -> SeedbedError? {
    var numbers = [UInt8](repeating: 0, count: rows.count * 4)
    for (index, value) in rows.enumerated() {
      let bits = value.bitPattern
      for byte in 0..<4 {
        numbers[4 * index + byte] = UInt8(truncatingIfNeeded: bits >> UInt32(8 * byte))
      }
    }
    let digest = hash128(numbers.span).hex
    let parts = [
      ("rows", "F32", shape, numbers),
      ("identity", "U8", [identity.utf8.count], Array(identity.utf8)),
      ("checksum", "U8", [digest.utf8.count], Array(digest.utf8)),
    ]
    var header: JSONObject = [:]
    var offset = 0
    for (name, type, shape, bytes) in parts {
      header[name] = [
        "dtype": .string(type), "shape": .array(shape.map { .number(JSONNumber($0)) }),
        "data_offsets": [
          .number(JSONNumber(offset)), .number(JSONNumber(offset + bytes.count)),
        ],
      ]
      offset += bytes.count
    }
    var words: [UInt8] = []
    JSONWriter().write(object: header, into: &words)
    while words.count % 8 != 0 { words.append(UInt8(ascii: " ")) }
    var file = Data(capacity: 8 + words.count + offset)
    withUnsafeBytes(of: UInt64(words.count).littleEndian) { file.append(contentsOf: $0) }
    file.append(contentsOf: words)
    for part in parts { file.append(contentsOf: part.3) }
    do {
      try file.write(to: URL(filePath: path), options: .atomic)
      return nil
    } catch {
      return SeedbedError(
        .inputOutput,
        "cannot write `\(path)`",
        hint: "check the permissions of the folder and the room on the disk",
        cause: "\(error)"
      )
    }
  }

  private func bytes(
    _ tensor: SafetensorsFile.Tensor,
    _ file: SafetensorsFile
  ) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.file.bytes[tensor.bytes])
  }
}
