import Foundation
import SeedbedKernels
import SeedbedLearning
import Synchronization

/// Folders, shared data and models for the tests of embedders.
enum EmbeddingTestFiles {
  static func newFolder() -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("seedbed-embedding-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  static func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

  static func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = newFolder()
    defer { remove(folder) }
    return try await body(folder)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  static func golden(_ name: String) -> String {
    root.appending(path: "Golden/embedding/\(name)").path
  }

  /// The path of a shared data set, or nil where there is none on this machine.
  static func shared(_ path: String) -> String? {
    let folder =
      ProcessInfo.processInfo.environment["SEEDBED_SHARED"]
      ?? root.appending(path: "../../../shared").standardized.path
    let full = folder + "/" + path
    return FileManager.default.fileExists(atPath: full) ? full : nil
  }
}

/// Writes down which texts it was asked for.
final class CountingEmbedder<Base: Embedder>: Embedder {
  let base: Base
  private let asked = Mutex<[[String]]>([])
  /// After how many calls it fails; nil for never.
  let limit: Int?

  init(_ base: Base, failsAfter limit: Int? = nil) {
    self.base = base
    self.limit = limit
  }

  struct Refusal: Error {}

  var identity: String { base.identity }
  var dimensions: Int { base.dimensions }
  var calls: [[String]] { asked.withLock { $0 } }
  var texts: [String] { calls.flatMap(\.self) }

  func embed(_ texts: [String], threads: Int) async throws -> VectorTable {
    let count = asked.withLock {
      $0.append(texts)
      return $0.count
    }
    if let limit, count > limit { throw Refusal() }
    return try await base.embed(texts, threads: threads)
  }
}

/// A cache in memory.
final class MemoryCache: EmbeddingCache {
  private let kept = Mutex<[String: [Digest128: [Float]]]>([:])

  func vectors(for keys: [Digest128], model: String) async throws -> [Digest128: [Float]] {
    kept.withLock { kept in
      Dictionary(
        uniqueKeysWithValues: keys.compactMap { key in
          kept[model]?[key].map { (key, $0) }
        }
      )
    }
  }

  func store(_ vectors: VectorTable, for keys: [Digest128], model: String) async throws {
    kept.withLock { kept in
      for (index, key) in keys.enumerated() {
        kept[model, default: [:]][key] = Array(vectors[index])
      }
    }
  }
}

/// Made-up texts, the same on every machine.
enum EmbeddingTexts {
  static let words = [
    "refund", "order", "the", "a", "card", "payment", "lost", "please", "café", "naïve", "注文",
    "где", "заказ", "42", "1,000", "don't", "re-send", "🙂", "ÄPFEL", "e\u{301}", "is", "not", "of",
  ]

  static func random(_ count: Int, seed: UInt64) -> [String] {
    (0..<count).map { index in
      var random = CounterRandom(seed: seed, sample: UInt64(index), operation: 1, draw: 0)
      let length = random.index(below: 30)
      return (0..<length).map { _ in random.pick(words) ?? "" }.joined(separator: " ")
    }
  }

  static func cosine(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Float {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
