/// What is left to gain, kept as the pairs of a row and a candidate nearer to it than any chosen
/// row.
///
/// The nearest chosen row only comes nearer, so a pair left out once never counts again, and gains
/// stay exact. After k choices a row has about n/k candidates left: n²/k numbers in place of n².
struct SparseCoverage: Sendable {
  /// Rows in one piece of a sum, as in `Coverage`, so that both add in the same order.
  private let piece: Int
  /// Where the rows of each candidate begin.
  private var starts: [Int] = [0]
  private var rows: [Int32] = []
  private var similarities: [Float] = []
  /// The greatest similarity of each row to a chosen one.
  private var nearest: [Float]

  init(_ coverage: Coverage, threads: Int) async throws {
    piece = Coverage.piece
    nearest = coverage.nearest
    let (vectors, nearest) = (coverage.rows, nearest)
    let width = Coverage.blockWidth
    let blocks = (vectors.count + width - 1) / width
    let parts = try await Blocks.map(blocks, threads: threads, progress: { _, _ in }) { block in
      let candidates = block * width..<min(vectors.count, (block + 1) * width)
      return Self.open(candidates, vectors, nearest)
    }
    for part in parts {
      for list in part {
        rows += list.map(\.row)
        similarities += list.map(\.similarity)
        starts.append(rows.count)
      }
    }
  }

  private static func open(
    _ candidates: Range<Int>,
    _ vectors: UnitVectors,
    _ nearest: [Float]
  ) -> [[(row: Int32, similarity: Float)]] {
    var lists = [[(row: Int32, similarity: Float)]](repeating: [], count: candidates.count)
    for row in nearest.indices {
      for candidate in candidates {
        let similarity = Coverage.similarity(vectors, row, candidate)
        guard similarity > nearest[row] else { continue }
        lists[candidate - candidates.lowerBound].append((Int32(row), similarity))
      }
    }
    return lists
  }

  /// How much the sum of all rows' similarities would grow with a candidate.
  func gain(of candidate: Int) -> Double {
    var sum = 0.0, part = 0.0
    var end = piece
    for place in starts[candidate]..<starts[candidate + 1] {
      let row = Int(rows[place])
      if row >= end {
        sum += part
        part = 0
        end = (row / piece + 1) * piece
      }
      let reached = nearest[row]
      if similarities[place] > reached { part += Double(similarities[place]) - Double(reached) }
    }
    return sum + part
  }

  /// Counts a row as chosen.
  mutating func choose(_ chosen: Int) {
    for place in starts[chosen]..<starts[chosen + 1] {
      let row = Int(rows[place])
      nearest[row] = max(nearest[row], similarities[place])
    }
  }
}
