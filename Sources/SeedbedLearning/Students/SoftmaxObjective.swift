/// The regularised log loss of multinomial logistic regression, with its gradient.
///
/// `f(W, b) = 1/S Σ_i s_i (log Σ_k exp z_ik − z_{i y_i}) + λ/2 ‖W‖²` with `z = X W + b`, `S = Σ s_i`
/// and `λ = 1/(C S)`: scikit-learn's scaling, so that tolerances mean the same. Weights lie
/// feature by feature, the classes of one side by side, filled up to a multiple of eight; the
/// intercepts are the last row. One pass over the rows gives the residuals `s_i/S (p − y)`, one
/// pass over the columns the gradient, so that no two threads ever add to the same number.
struct SoftmaxObjective: Sendable {
  let rows: CompressedMatrix
  let columns: CompressedMatrix
  let labels: [Int]
  /// `s_i / S` for each row.
  let rowWeights: [Float]
  let classCount: Int
  let penalty: Float
  let threads: Int

  private let residuals: HeapBuffer<Float>
  private let chunkResiduals: HeapBuffer<Float>
  private let columnRuns: [Range<Int>]
  private static let rowChunk = 128

  /// How many floats a row of weights takes.
  let stride: Int
  /// How many floats all weights take.
  var parameterCount: Int { (columns.count + 1) * stride }

  init(
    columns: CompressedMatrix,
    labels: [Int],
    rowWeights: [Float],
    classCount: Int,
    penalty: Double,
    threads: Int
  ) {
    self.columns = columns
    self.rows = columns.transposed(count: labels.count)
    self.labels = labels
    self.rowWeights = rowWeights
    self.classCount = classCount
    self.penalty = Float(penalty)
    self.threads = threads
    let width = VectorKernels.width
    stride = (classCount + width - 1) / width * width
    residuals = HeapBuffer(repeating: 0, count: labels.count * stride)
    let chunks = (labels.count + Self.rowChunk - 1) / Self.rowChunk
    chunkResiduals = HeapBuffer(repeating: 0, count: chunks * stride)
    columnRuns = columns.balancedRuns(64)
  }

  /// Writes the gradient at `weights` and returns the value there.
  func evaluate(_ weights: HeapBuffer<Float>, gradient: HeapBuffer<Float>) -> Double {
    let intercepts = weights.base + columns.count * stride
    let chunks = (labels.count + Self.rowChunk - 1) / Self.rowChunk
    let losses = Parallel.map(chunks, threads: threads) { chunk in
      forward(chunk, weights: weights.base, intercepts: intercepts)
    }
    let squares = Parallel.map(columnRuns.count, threads: threads) { run in
      backward(columnRuns[run], weights: weights.base, gradient: gradient.base)
    }
    let interceptGradient = gradient.base + columns.count * stride
    for lane in 0..<stride {
      var sum = 0.0
      for chunk in 0..<chunks { sum += Double(chunkResiduals[chunk * stride + lane]) }
      interceptGradient[lane] = Float(sum)
    }
    return losses.reduce(0, +) + Double(penalty) / 2 * squares.reduce(0, +)
  }

  /// Fills the residuals of some rows and returns their share of the loss.
  private func forward(
    _ chunk: Int,
    weights: UnsafePointer<Float>,
    intercepts: UnsafePointer<Float>
  ) -> Double {
    var loss = 0.0
    let sums = chunkResiduals.base + chunk * stride
    for lane in 0..<stride { sums[lane] = 0 }
    for row in (chunk * Self.rowChunk)..<min((chunk + 1) * Self.rowChunk, labels.count) {
      let out = residuals.base + row * stride
      for lane in 0..<classCount { out[lane] = intercepts[lane] }
      for lane in classCount..<stride { out[lane] = -1e30 }
      let start = rows.starts[row]
      VectorKernels.addRows(
        of: weights,
        stride: stride,
        at: rows.indices.base + start,
        times: rows.values.base + start,
        count: rows.starts[row + 1] - start,
        to: out
      )
      let label = labels[row]
      let own = out[label]
      let (peak, sum) = VectorKernels.exponentiate(out, count: stride)
      let weight = rowWeights[row]
      loss += Double(weight) * (PortableMath.log(Double(sum)) - (Double(own) - Double(peak)))
      let scale = VectorKernels.Lanes(repeating: weight / sum)
      for lane in Swift.stride(from: 0, to: stride, by: VectorKernels.width) {
        VectorKernels.store(VectorKernels.load(out + lane) * scale, out + lane)
      }
      out[label] -= weight
      for lane in Swift.stride(from: 0, to: stride, by: VectorKernels.width) {
        let total = VectorKernels.load(sums + lane) + VectorKernels.load(out + lane)
        VectorKernels.store(total, sums + lane)
      }
    }
    return loss
  }

  /// Writes the gradient of some columns and returns the sum of their squared weights.
  private func backward(
    _ run: Range<Int>,
    weights: UnsafePointer<Float>,
    gradient: UnsafeMutablePointer<Float>
  ) -> Double {
    var squares = 0.0
    let factor = VectorKernels.Lanes(repeating: penalty)
    for column in run {
      let own = weights + column * stride
      let out = gradient + column * stride
      var sum = VectorKernels.Lanes()
      for lane in Swift.stride(from: 0, to: stride, by: VectorKernels.width) {
        let weight = VectorKernels.load(own + lane)
        sum += weight * weight
        VectorKernels.store(weight * factor, out + lane)
      }
      squares += Double(VectorKernels.total(sum))
      let start = columns.starts[column]
      VectorKernels.addRows(
        of: residuals.base,
        stride: stride,
        at: columns.indices.base + start,
        times: columns.values.base + start,
        count: columns.starts[column + 1] - start,
        to: out
      )
    }
    return squares
  }
}
