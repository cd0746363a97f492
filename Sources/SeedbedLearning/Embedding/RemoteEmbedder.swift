import SeedbedData

/// An embedder whose vectors are made elsewhere, such as by a model endpoint.
///
/// It knows nothing of how the vectors are fetched; it checks them and makes their length 1.
public struct RemoteEmbedder: Embedder {
  /// Names the model and where it runs.
  public let identity: String
  /// How many numbers a vector has.
  public let dimensions: Int
  private let fetch: @Sendable (_ texts: [String]) async throws -> [[Float]]

  /// Makes an embedder of a function.
  ///
  /// - Parameters:
  ///   - identity: Names the model with everything that changes its vectors.
  ///   - dimensions: How many numbers a vector has, at least 1.
  ///   - fetch: Gives one vector a text, in order; called with at least one text.
  public init(
    identity: String,
    dimensions: Int,
    fetch: @escaping @Sendable (_ texts: [String]) async throws -> [[Float]]
  ) {
    precondition(dimensions > 0, "a vector needs at least one number")
    self.identity = identity
    self.dimensions = dimensions
    self.fetch = fetch
  }

  /// Has texts embedded.
  ///
  /// - Parameters:
  ///   - texts: The texts; one without content is not sent and gets zeros.
  ///   - threads: Has no effect: how much is asked at once is up to the function.
  /// - Returns: One vector a text, in order, each of length 1.
  /// - Throws: What the function throws; a `SeedbedError` when vectors are missing or of another
  ///   length.
  public func embed(_ texts: [String], threads: Int) async throws -> VectorTable {
    let asked = texts.indices.filter { !texts[$0].utf8.allSatisfy(Self.isSpace) }
    var values = [Float](repeating: 0, count: texts.count * dimensions)
    let vectors = asked.isEmpty ? [] : try await fetch(asked.map { texts[$0] })
    guard vectors.count == asked.count else {
      throw SeedbedError(
        .endpoint,
        "`\(identity)` gave \(vectors.count) vectors for \(asked.count) texts"
      )
    }
    try values.withUnsafeMutableBufferPointer { values in
      for (vector, index) in zip(vectors, asked) {
        guard vector.count == dimensions else {
          throw SeedbedError(
            .endpoint,
            "`\(identity)` gave a vector of \(vector.count) numbers, not \(dimensions)",
            hint: "check the model's name and its number of dimensions"
          )
        }
        let row = UnsafeMutableBufferPointer(
          rebasing: values[index * dimensions..<(index + 1) * dimensions]
        )
        for (place, value) in vector.enumerated() { row[place] = value }
        EmbeddedRows.normalize(row)
      }
    }
    return VectorTable(dimensions: dimensions, values: values)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
