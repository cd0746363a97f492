public import SeedbedData

/// A program of the user's own that makes vectors from texts.
public final class ProgramEmbedder: Sendable {
  /// How many texts one request has.
  private static let batch = 64

  /// Names the program and the model, for caches.
  public let identity: String

  private let service: ProgramService

  /// Prepares a program; it is started with the first texts.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments.
  ///   - folder: The folder in which it runs.
  ///   - hiding: Environment variables that it must not see.
  ///   - limits: What it may take.
  /// - Throws: A `SeedbedError` when there is no command.
  public init(
    command: [String],
    folder: String,
    hiding: [String] = [],
    limits: ModelSettings.Limits = .init()
  ) throws {
    service = try ProgramService(command, folder: folder, hiding: hiding, limits: limits)
    identity = "program \(service.name)"
  }

  deinit { service.host.close() }

  /// Embeds texts.
  ///
  /// - Parameter texts: The texts.
  /// - Returns: One vector a text, in order, all of one length.
  /// - Throws: A `SeedbedError` when the program does not give them; `CancellationError`.
  public func vectors(for texts: [String]) async throws -> [[Float]] {
    var vectors: [[Float]] = []
    vectors.reserveCapacity(texts.count)
    for start in stride(from: 0, to: texts.count, by: Self.batch) {
      let part = texts[start..<min(start + Self.batch, texts.count)]
      let answer = try await service.list(
        ["kind": "embed", "texts": .array(part.map { .string($0) })],
        "vectors",
        count: part.count
      )
      for value in answer {
        let vector = (value.array ?? []).map { Float($0.double ?? .nan) }
        guard !vector.isEmpty, vector.allSatisfy(\.isFinite),
          vector.count == vectors.first?.count ?? vector.count
        else {
          throw service.error(
            ProgramFault(words: "gave a vector that is empty, of another length or not finite")
          )
        }
        vectors.append(vector)
      }
    }
    return vectors
  }
}
