/// The record of a reference that is nearest to another, and how near it is.
public struct NearestRecord: Hashable, Sendable {
  /// The nearest record's row in the reference, the first of equals.
  public let row: Int
  /// Its distance (DCR, "distance to the closest record").
  public let distance: Double
  /// The distance of the second nearest, nil when the reference has one record only.
  public let secondDistance: Double?

  /// Makes a nearest record.
  ///
  /// - Parameters:
  ///   - row: Its row in the reference.
  ///   - distance: Its distance, from 0.
  ///   - secondDistance: The distance of the second nearest.
  public init(row: Int, distance: Double, secondDistance: Double?) {
    self.row = row
    self.distance = distance
    self.secondDistance = secondDistance
  }

  /// The distance over that of the second nearest (NNDR), 0...1: near 0 the record is one among few that
  /// are like it, near 1 one of many; nil where both are 0 or there is no second one.
  public var ratio: Double? {
    guard let secondDistance, secondDistance > 0 else { return nil }
    return distance / secondDistance
  }
}

extension Metrics {
  /// Finds the nearest record of a reference for each record, by Gower's distance (`calculate_dcr`).
  ///
  /// Gower (1971), as SDMetrics has it: the mean over the columns of `|a − b| / range`, at most 1, for
  /// numbers, the range being that of the reference; 0 or 1 for equal or other categories; 1 where one
  /// side is missing and 0 where both are. Where the range is 0, numbers are equal or not.
  ///
  /// - Parameters:
  ///   - records: The records to look for.
  ///   - reference: The records to compare with, with columns of the same kinds.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: One nearest record for each; nil when the reference is empty.
  /// - Complexity: O(records · reference · columns).
  public static func nearestRecords(
    _ records: RecordTable,
    in reference: RecordTable,
    threads: Int = 1
  ) -> [NearestRecord]? {
    precondition(records.hasKinds(of: reference), "the tables have columns of different kinds")
    guard reference.count > 0 else { return nil }
    let columns = zip(records.columns, reference.columns).map(GowerColumn.init)
    let size = 64
    let pieces = Parallel.map((records.count + size - 1) / size, threads: threads) { piece in
      var sums = [Double](repeating: 0, count: reference.count)
      return (piece * size..<min(records.count, (piece + 1) * size)).map { row in
        for place in sums.indices { sums[place] = 0 }
        for column in columns { column.add(row, to: &sums) }
        return nearest(sums, columns: columns.count)
      }
    }
    return pieces.flatMap(\.self)
  }

  /// Finds the nearest vector of a reference for each vector, by one less the cosine.
  ///
  /// - Parameters:
  ///   - vectors: The vectors to look for.
  ///   - reference: The vectors to compare with, of as many dimensions.
  ///   - threads: The most threads, at least 1; the result does not depend on them.
  /// - Returns: One nearest vector for each; nil for one without a direction or when the reference has
  ///   none.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func nearestVectors(
    _ vectors: VectorTable,
    in reference: VectorTable,
    threads: Int
  ) async throws -> [NearestRecord?] {
    let lists = try await CosineSearch.nearest(vectors, in: reference, count: 2, threads: threads)
    return lists.map { found in
      found.first.map { first in
        NearestRecord(
          row: first.index,
          distance: 1 - Double(first.cosine),
          secondDistance: found.count > 1 ? 1 - Double(found[1].cosine) : nil
        )
      }
    }
  }

  private static func nearest(_ sums: [Double], columns: Int) -> NearestRecord {
    var (row, first, second) = (0, Double.infinity, Double.infinity)
    for (place, sum) in sums.enumerated() where sum < second {
      if sum < first {
        (row, first, second) = (place, sum, first)
      } else {
        second = sum
      }
    }
    let scale = Double(columns)
    return NearestRecord(
      row: row,
      distance: first / scale,
      secondDistance: second < .infinity ? second / scale : nil
    )
  }
}

/// One column of two tables, prepared so that a row is compared with the whole reference in one loop.
private enum GowerColumn {
  /// Missing numbers are not a number, which no comparison accepts.
  case numbers([Double], reference: [Double], inverseRange: Double?)
  /// Categories are numbered; -1 is missing and equals itself.
  case categories([Int32], reference: [Int32])

  init(_ own: RecordColumn, _ reference: RecordColumn) {
    switch (own, reference) {
    case (.numbers(let own), .numbers(let reference)):
      let values = reference.map(Self.number)
      let known = values.filter { !$0.isNaN }
      let range = (known.max() ?? 0) - (known.min() ?? 0)
      self = .numbers(
        own.map(Self.number),
        reference: values,
        inverseRange: range > 0 ? 1 / range : nil
      )
    case (.categories(let own), .categories(let reference)):
      var numbers: [String: Int32] = [:]
      func number(_ name: String?) -> Int32 {
        guard let name else { return -1 }
        if let known = numbers[name] { return known }
        let next = Int32(truncatingIfNeeded: numbers.count)
        numbers[name] = next
        return next
      }
      self = .categories(own.map(number), reference: reference.map(number))
    default: preconditionFailure("the columns are of different kinds")
    }
  }

  /// Adds the distances of a row to those of the other columns.
  func add(_ row: Int, to sums: inout [Double]) {
    switch self {
    case .numbers(let own, let reference, let inverseRange):
      let value = own[row]
      if value.isNaN {
        for place in sums.indices { sums[place] += reference[place].isNaN ? 0 : 1 }
      } else if let inverseRange {
        for place in sums.indices {
          let distance = abs(value - reference[place]) * inverseRange
          sums[place] += distance < 1 ? distance : 1
        }
      } else {
        for place in sums.indices { sums[place] += value == reference[place] ? 0 : 1 }
      }
    case .categories(let own, let reference):
      let value = own[row]
      for place in sums.indices { sums[place] += value == reference[place] ? 0 : 1 }
    }
  }

  private static func number(_ value: Double?) -> Double {
    guard let value, value.isFinite else { return .nan }
    return value
  }
}
