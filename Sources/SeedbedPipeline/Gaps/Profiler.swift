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
      }
    )
    seen = HashSet64()
  }

  /// The counts so far.
  public var result: Profile { profile }

  /// Counts some rows.
  ///
  /// - Parameter inputs: The rows, in order.
  /// - Throws: `CancellationError` when the task is cancelled.
  public mutating func count(_ inputs: [DimensionInput]) async throws {
    let counter = counter
    for part in try await mapChunks(
      inputs,
      threads: threads,
      chunk: 2048,
      { [counter.count(Array($0))] }
    ) {
      merge(part)
    }
  }

  /// What counts rows apart from the profiler, so that rows can be counted while others are read.
  var counter: Counter {
    Counter(
      dimensions: dimensions,
      empty: Profile(
        dimensions: profile.dimensions,
        knownValues: dimensions.all.map(\.values)
      )
    )
  }

  /// Adds rows that were counted apart; parts must come in the order of their rows.
  mutating func merge(_ part: Part) {
    profile.merge(part.profile)
    for hash in part.hashes where !seen.insert(hash) { profile.repeatedRows += 1 }
  }

  /// The counts of some rows, and the hashes by which repeated texts are known.
  struct Part: Sendable {
    var profile: Profile
    var hashes: [UInt64]
  }

  /// Counts rows on their own.
  struct Counter: Sendable {
    let dimensions: DimensionSet
    let empty: Profile

    func count(_ inputs: [DimensionInput]) -> Part {
      var part = Part(profile: empty, hashes: [])
      part.hashes.reserveCapacity(inputs.count)
      var normalized: [UInt8] = []
      for input in inputs {
        let bytes = input.text.utf8Span.span
        part.profile.count(dimensions.values(of: input), length: bytes.scalarCount)
        DuplicateView.normalize(bytes, into: &normalized)
        part.hashes.append(hash64(normalized.span))
      }
      return part
    }
  }
}
