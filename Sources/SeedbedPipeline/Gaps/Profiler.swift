public import SeedbedData
import SeedbedKernels
public import SeedbedText

/// Counts rows as they stream by; memory grows with the number of values, not with the rows, but for
/// eight bytes a row by which repeated texts are known.
public struct Profiler: Sendable {
  private let dimensions: DimensionSet
  private let threads: Int
  private var profile: Profile
  private var seen: HashSet64

  /// Makes a profiler.
  ///
  /// - Parameters:
  ///   - dimensions: The dimensions to count by.
  ///   - declared: Values that count as seen from the start.
  ///   - threads: The most threads, at least 1.
  public init(dimensions: DimensionSet, declared: [Cell.Coordinate] = [], threads: Int) {
    self.dimensions = dimensions
    self.threads = threads
    profile = Profile(
      dimensions: dimensions.all.map(\.name),
      knownValues: dimensions.all.map { dimension in
        var values = dimension.values
        for coordinate in declared
        where coordinate.dimension == dimension.name && !values.contains(coordinate.value) {
          values.append(coordinate.value)
        }
        return values
      })
    seen = HashSet64()
  }

  /// The counts so far.
  public var result: Profile { profile }

  /// Counts some rows.
  ///
  /// - Parameter inputs: The rows, in order; some thousand at a time are best.
  /// - Throws: `CancellationError` when the task is cancelled.
  public mutating func count(_ inputs: [DimensionInput]) async throws {
    let dimensions = dimensions
    let empty = Profile(
      dimensions: profile.dimensions, knownValues: dimensions.all.map(\.values))
    let parts = try await mapChunks(inputs, threads: threads, chunk: 2048) { slice in
      var part = empty
      var hashes: [UInt64] = []
      hashes.reserveCapacity(slice.count)
      var normalized: [UInt8] = []
      for input in slice {
        part.count(dimensions.values(of: input), length: input.text.unicodeScalars.count)
        DuplicateView.normalize(input.text.utf8Span.span, into: &normalized)
        hashes.append(hash64(normalized.span))
      }
      return [(part, hashes)]
    }
    for (part, hashes) in parts {
      profile.merge(part)
      for hash in hashes where !seen.insert(hash) { profile.repeatedRows += 1 }
    }
  }
}
