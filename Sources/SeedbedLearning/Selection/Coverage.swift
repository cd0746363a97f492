/// How near each row is to the rows chosen so far.
struct Coverage: Sendable {
  /// Rows in one piece of work; sums are added piece by piece, so it is part of the result's bits.
  static let piece = 1024
  /// Candidates that are compared with a row at a time: few enough to stay in the nearest cache.
  static let blockWidth = 16

  let rows: UnitVectors
  private let threads: Int
  /// The greatest similarity of each row to a chosen one; `floor` where there is none.
  private(set) var nearest: [Float]

  /// Counts similarities below `floor`, -1 or 0, as `floor`.
  init(_ rows: UnitVectors, floor: Float, covered: VectorTable?, threads: Int) async throws {
    self.rows = rows
    self.threads = threads
    nearest = [Float](repeating: floor, count: rows.count)
    guard let covered else { return }
    precondition(
      covered.dimensions == rows.dimensions,
      "the tables have vectors of different lengths"
    )
    let others = UnitVectors(covered)
    nearest = try await pieces { range in
      range.map { row in
        (0..<others.count).reduce(floor) { max($0, rows.cosine(row, others, $1)) }
      }
    }.flatMap(\.self)
  }

  /// Counts a row as chosen.
  mutating func choose(_ chosen: Int) async throws {
    let (rows, nearest) = (rows, nearest)
    self.nearest = try await pieces { range in
      range.map { row in max(nearest[row], Self.similarity(rows, row, chosen)) }
    }.flatMap(\.self)
  }

  /// How much the sum of all rows' similarities would grow with each of some candidates.
  ///
  /// A row's part can only shrink as more rows are chosen, and sums are added in one order; so, to
  /// the last bit, a gain is never greater than it was before.
  func gains(of candidates: [Int]) async throws -> [Double] {
    let (rows, nearest) = (rows, nearest)
    let parts = try await pieces { Self.gains(of: candidates, over: $0, rows, nearest) }
    return Self.sum(parts, count: candidates.count)
  }

  /// The gains of all rows as candidates.
  func allGains() async throws -> [Double] {
    let (rows, nearest) = (rows, nearest)
    let width = Self.blockWidth
    let blocks = (rows.count + width - 1) / width
    return try await Blocks.map(blocks, threads: threads, progress: { _, _ in }) { block in
      let candidates = Array(block * width..<min(rows.count, (block + 1) * width))
      let parts = Self.pieces(of: rows.count).map {
        Self.gains(of: candidates, over: $0, rows, nearest)
      }
      return Self.sum(parts, count: candidates.count)
    }.flatMap(\.self)
  }

  /// The cosine of two rows, with exactly 1 for a row and itself: so two rows that only stand for
  /// each other add the same, and the lower one wins.
  static func similarity(_ rows: UnitVectors, _ left: Int, _ right: Int) -> Float {
    left == right ? (rows.isUsable[left] ? 1 : 0) : rows.cosine(left, rows, right)
  }

  private static func gains(
    of candidates: [Int],
    over range: Range<Int>,
    _ rows: UnitVectors,
    _ nearest: [Float]
  ) -> [Double] {
    var gains = [Double](repeating: 0, count: candidates.count)
    for row in range {
      let reached = nearest[row]
      for (place, candidate) in candidates.enumerated() {
        let similarity = Self.similarity(rows, row, candidate)
        if similarity > reached { gains[place] += Double(similarity) - Double(reached) }
      }
    }
    return gains
  }

  private static func sum(_ parts: [[Double]], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for part in parts {
      for (place, value) in part.enumerated() { sums[place] += value }
    }
    return sums
  }

  private func pieces<Output: Sendable>(
    _ body: @escaping @Sendable (Range<Int>) -> Output
  ) async throws -> [Output] {
    let ranges = Self.pieces(of: rows.count)
    return try await Blocks.map(ranges.count, threads: threads, progress: { _, _ in }) { index in
      body(ranges[index])
    }
  }

  private static func pieces(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: piece).map { $0..<min(count, $0 + piece) }
  }
}
