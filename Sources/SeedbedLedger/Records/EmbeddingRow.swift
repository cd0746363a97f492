import FoundationEssentials
import GRDB
import SeedbedData
import SeedbedKernels
import SeedbedLearning

/// A vector as a row of the table `embeddings`.
enum EmbeddingRow {
  static func vectors(
    for keys: [Digest128],
    model: String,
    _ db: Database
  ) throws -> [Digest128: [Float]] {
    let statement = try db.cachedStatement(sql: LedgerQuery.vector)
    var vectors: [Digest128: [Float]] = [:]
    for key in keys {
      let found = try Row.fetchOne(statement, arguments: [model, content(key)])
      guard let row = found else { continue }
      let bytes = try row.decode(Data.self, atIndex: 0)
      guard !bytes.isEmpty, bytes.count % 4 == 0 else {
        throw LedgerFailure.unreadable(
          "a vector of \(bytes.count) bytes for text `\(key.hex)` under model `\(model)`"
        )
      }
      vectors[key] = floats(bytes)
    }
    return vectors
  }

  static func add(
    _ vectors: VectorTable,
    for keys: [Digest128],
    model: String,
    _ db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO embeddings (model, content, vector) VALUES (?, ?, ?)"
    )
    for (index, key) in keys.enumerated() {
      try statement.execute(arguments: [model, content(key), blob(vectors[index])])
    }
  }

  static func remove(model: String, _ db: Database) throws -> Int {
    try db.execute(sql: "DELETE FROM embeddings WHERE model = ?", arguments: [model])
    return db.changesCount
  }

  /// The digest as 16 bytes, the highest first.
  private static func content(_ key: Digest128) -> Data {
    var bytes = Data(capacity: 16)
    for half in [key.high, key.low] {
      withUnsafeBytes(of: half.bigEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  private static func blob(_ vector: ArraySlice<Float>) -> Data {
    var bytes = Data(capacity: vector.count * 4)
    for value in vector {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  private static func floats(_ bytes: Data) -> [Float] {
    bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { index in
        let bits = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
        return Float(bitPattern: UInt32(littleEndian: bits))
      }
    }
  }
}
