import SeedbedKernels

/// The objective of `SoftmaxObjective` for rows without zeros, by products of matrices.
///
/// Rows come in blocks of a fixed size; each block gives its share of the gradient in single precision,
/// and the shares are added in double precision in the order of the blocks, so that the number of
/// threads changes nothing. Weights lie as in `SoftmaxObjective`, filled up to a multiple of sixteen.
struct DenseSoftmaxObjective: Sendable {
  let rows: VectorTable
  let labels: [Int]
  /// `s_i / S` for each row.
  let rowWeights: [Float]
  let classCount: Int
  let penalty: Float
  let threads: Int
  /// How many floats a row of weights takes.
  let stride: Int

  /// The rows of each block by columns.
  private let turned: [[Float]]
  static let blockSize = 512
  /// What the kernel of the product takes at once.
  static let lanes = 16

  /// How many floats all weights take.
  var parameterCount: Int { (rows.dimensions + 1) * stride }

  init(
    _ rows: VectorTable,
    labels: [Int],
    rowWeights: [Float],
    classCount: Int,
    penalty: Double,
    threads: Int
  ) {
    self.rows = rows
    self.labels = labels
    self.rowWeights = rowWeights
    self.classCount = classCount
    self.penalty = Float(penalty)
    self.threads = threads
    stride = (classCount + Self.lanes - 1) / Self.lanes * Self.lanes
    let blocks = (rows.count + Self.blockSize - 1) / Self.blockSize
    turned = Parallel.map(blocks, threads: threads) { Self.turn(rows, Self.block($0, rows.count)) }
  }

  /// Writes the gradient at `weights` and returns the value there.
  func evaluate(_ weights: HeapBuffer<Float>, gradient: HeapBuffer<Float>) -> Double {
    let body = rows.dimensions * stride
    let matrix = Array(UnsafeBufferPointer(start: weights.base, count: body))
    let intercepts = Array(UnsafeBufferPointer(start: weights.base + body, count: stride))
    let parts = Parallel.map(turned.count, threads: threads) { block in
      share(of: block, matrix, intercepts)
    }
    var loss = 0.0
    var sums = [Double](repeating: 0, count: body + stride)
    for part in parts {
      loss += part.loss
      for (index, value) in part.gradient.enumerated() { sums[index] += Double(value) }
      for (lane, value) in part.intercepts.enumerated() { sums[body + lane] += value }
    }
    var squares = 0.0
    for index in 0..<body {
      let weight = matrix[index]
      squares += Double(weight) * Double(weight)
      gradient.base[index] = Float(sums[index] + Double(penalty) * Double(weight))
    }
    for index in body..<(body + stride) { gradient.base[index] = Float(sums[index]) }
    return loss + Double(penalty) / 2 * squares
  }

  private struct Share {
    var loss: Double
    var gradient: [Float]
    var intercepts: [Double]
  }

  private func share(of block: Int, _ matrix: [Float], _ intercepts: [Float]) -> Share {
    let range = Self.block(block, rows.count)
    let d = rows.dimensions
    var logits = matrixProduct(
      rows.values.span.extracting(range.lowerBound * d..<range.upperBound * d),
      matrix.span,
      rows: range.count,
      inner: d,
      columns: stride
    )
    var loss = 0.0
    var sums = [Double](repeating: 0, count: stride)
    logits.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for (place, row) in range.enumerated() {
        let out = base + place * stride
        for lane in 0..<classCount { out[lane] += intercepts[lane] }
        for lane in classCount..<stride { out[lane] = -1e30 }
        let own = out[labels[row]]
        let (peak, sum) = VectorKernels.exponentiate(out, count: stride)
        let weight = rowWeights[row]
        loss += Double(weight) * (PortableMath.log(Double(sum)) - (Double(own) - Double(peak)))
        let scale = weight / sum
        for lane in 0..<stride { out[lane] *= scale }
        out[labels[row]] -= weight
        for lane in 0..<stride { sums[lane] += Double(out[lane]) }
      }
    }
    let columns = turned[block]
    let gradient = matrixProduct(
      columns.span,
      logits.span,
      rows: d,
      inner: range.count,
      columns: stride
    )
    return Share(loss: loss, gradient: gradient, intercepts: sums)
  }

  static func block(_ index: Int, _ count: Int) -> Range<Int> {
    index * blockSize..<min(count, (index + 1) * blockSize)
  }

  private static func turn(_ rows: VectorTable, _ range: Range<Int>) -> [Float] {
    let d = rows.dimensions
    var turned = [Float](repeating: 0, count: range.count * d)
    for (place, row) in range.enumerated() {
      for column in 0..<d { turned[column * range.count + place] = rows.values[row * d + column] }
    }
    return turned
  }
}
