/// L-BFGS over long vectors of `Float` in blocks of a fixed size, in parallel.
///
/// Products are summed in single precision within a block and in double precision over the blocks,
/// in their order, so that the number of threads changes nothing.
struct QuasiNewton {
  /// How the minimisation ended.
  struct Outcome {
    var iterations: Int
    var evaluations: Int
    var converged: Bool
  }

  let tolerance: Double
  let maximumIterations: Int
  let threads: Int
  private let count: Int
  private let point: HeapBuffer<Float>
  private var history: CurvatureHistory
  private let direction: HeapBuffer<Float>
  private let steps: [HeapBuffer<Float>]
  private let changes: [HeapBuffer<Float>]
  private static let block = 4096

  /// Prepares to move `point` to a minimum.
  ///
  /// `point` holds the start, a multiple of eight floats, and afterwards the end.
  init(
    _ point: HeapBuffer<Float>,
    historyLength: Int,
    tolerance: Double,
    maximumIterations: Int,
    threads: Int
  ) {
    let count = point.count
    self.point = point
    self.count = count
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.threads = threads
    history = CurvatureHistory(capacity: historyLength)
    direction = HeapBuffer(repeating: 0, count: count)
    steps = (0..<historyLength).map { _ in HeapBuffer(repeating: 0, count: count) }
    changes = (0..<historyLength).map { _ in HeapBuffer(repeating: 0, count: count) }
  }

  /// Minimises the function that `evaluate` gives with its gradient.
  mutating func minimize(
    _ evaluate: (_ point: HeapBuffer<Float>, _ gradient: HeapBuffer<Float>) -> Double
  ) -> Outcome {
    var gradient = HeapBuffer<Float>(repeating: 0, count: count)
    var otherGradient = HeapBuffer<Float>(repeating: 0, count: count)
    let start = HeapBuffer<Float>(repeating: 0, count: count)
    var outcome = Outcome(iterations: 0, evaluations: 1, converged: false)
    var value = evaluate(point, gradient)
    while true {
      if largest(gradient) <= tolerance {
        outcome.converged = true
        return outcome
      }
      guard outcome.iterations < maximumIterations else { return outcome }
      var slope = setDirection(gradient)
      if slope >= 0 || !slope.isFinite {
        history.removeAll()
        slope = setDirection(gradient)
      }
      copy(point, to: start)
      let origin = LineSearch.Point(step: 0, value: value, slope: slope)
      let accepted = LineSearch.search(
        from: origin,
        firstStep: history.order.isEmpty ? 1 / (-slope).squareRoot() : 1
      ) { step in
        move(from: start, by: step)
        outcome.evaluations += 1
        let value = evaluate(point, otherGradient)
        return LineSearch.Point(step: step, value: value, slope: dot(otherGradient, direction))
      }
      guard let accepted else {
        copy(start, to: point)
        // Without history the direction is the steepest: rounding allows no further descent.
        guard !history.order.isEmpty else { return outcome }
        history.removeAll()
        outcome.iterations += 1
        continue
      }
      outcome.iterations += 1
      remember(step: accepted.step, from: gradient, to: otherGradient)
      value = accepted.value
      swap(&gradient, &otherGradient)
    }
  }

  // MARK: Passes over the long vectors

  private func forEachBlock<Output>(_ body: (Range<Int>) -> Output) -> [Output] {
    Parallel.map((count + Self.block - 1) / Self.block, threads: threads) { index in
      body((index * Self.block)..<min((index + 1) * Self.block, count))
    }
  }

  private func largest(_ vector: HeapBuffer<Float>) -> Double {
    let maxima = forEachBlock { range in
      var most = VectorKernels.Lanes()
      for index in stride(from: range.lowerBound, to: range.upperBound, by: VectorKernels.width) {
        let lanes = VectorKernels.load(vector.base + index)
        most.replace(with: lanes, where: lanes .> most)
        most.replace(with: -lanes, where: -lanes .> most)
      }
      return most.max()
    }
    return Double(maxima.max() ?? 0)
  }

  private func dot(_ a: HeapBuffer<Float>, _ b: HeapBuffer<Float>) -> Double {
    forEachBlock {
      VectorKernels.dot(a.base + $0.lowerBound, b.base + $0.lowerBound, count: $0.count)
    }
    .reduce(0, +)
  }

  private func copy(_ source: HeapBuffer<Float>, to target: HeapBuffer<Float>) {
    target.base.update(from: source.base, count: count)
  }

  private func move(from start: HeapBuffer<Float>, by step: Double) {
    let factor = VectorKernels.Lanes(repeating: Float(step))
    _ = forEachBlock { range in
      for index in stride(from: range.lowerBound, to: range.upperBound, by: VectorKernels.width) {
        let lanes = VectorKernels.load(direction.base + index)
        VectorKernels.store(
          VectorKernels.load(start.base + index) + factor * lanes,
          point.base + index
        )
      }
    }
  }

  /// Sums up the direction and returns its product with the gradient.
  private func setDirection(_ gradient: HeapBuffer<Float>) -> Double {
    let factors = history.direction()
    return forEachBlock { range in
      let out = direction.base
      let scale = VectorKernels.Lanes(repeating: Float(factors.gradient))
      for index in stride(from: range.lowerBound, to: range.upperBound, by: VectorKernels.width) {
        VectorKernels.store(scale * VectorKernels.load(gradient.base + index), out + index)
      }
      for slot in history.order {
        let s = VectorKernels.Lanes(repeating: Float(factors.steps[slot]))
        let y = VectorKernels.Lanes(repeating: Float(factors.changes[slot]))
        let step = steps[slot].base
        let change = changes[slot].base
        for index in stride(from: range.lowerBound, to: range.upperBound, by: VectorKernels.width) {
          let sum = VectorKernels.load(out + index) + s * VectorKernels.load(step + index)
          VectorKernels.store(sum + y * VectorKernels.load(change + index), out + index)
        }
      }
      return VectorKernels.dot(
        out + range.lowerBound,
        gradient.base + range.lowerBound,
        count: range.count
      )
    }.reduce(0, +)
  }

  /// Stores the step just taken and all products with the new gradient.
  private mutating func remember(
    step: Double,
    from old: HeapBuffer<Float>,
    to new: HeapBuffer<Float>
  ) {
    let slot = history.freeSlot
    let others = history.order.filter { $0 != slot }
    let width = 2 * history.capacity + 2
    let factor = VectorKernels.Lanes(repeating: Float(step))
    let partial = forEachBlock { range in
      let s = steps[slot].base
      let y = changes[slot].base
      for index in stride(from: range.lowerBound, to: range.upperBound, by: VectorKernels.width) {
        VectorKernels.store(factor * VectorKernels.load(direction.base + index), s + index)
        VectorKernels.store(
          VectorKernels.load(new.base + index) - VectorKernels.load(old.base + index),
          y + index
        )
      }
      let start = range.lowerBound
      let length = range.count
      var sums = [Double](repeating: 0, count: width)
      for other in others + [slot] {
        sums[other] = VectorKernels.dot(steps[other].base + start, new.base + start, count: length)
        sums[history.capacity + other] = VectorKernels.dot(
          changes[other].base + start,
          new.base + start,
          count: length
        )
      }
      sums[width - 2] = VectorKernels.dot(s + start, y + start, count: length)
      sums[width - 1] = VectorKernels.dot(y + start, y + start, count: length)
      return sums
    }
    var sums = [Double](repeating: 0, count: width)
    for block in partial {
      for index in 0..<width { sums[index] += block[index] }
    }
    history.append(
      stepTimesChange: sums[width - 2],
      changeSquared: sums[width - 1],
      stepGradient: Array(sums[..<history.capacity]),
      changeGradient: Array(sums[history.capacity..<(2 * history.capacity)])
    )
  }
}
