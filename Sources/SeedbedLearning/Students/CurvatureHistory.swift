/// The last steps and gradient changes of L-BFGS, with the products that its recursion needs.
///
/// The two-loop recursion (Nocedal 1980) only ever forms products of the stored vectors, so that
/// it can run on their matrix of products, and the direction is summed up at the end (Chen, Wang
/// and Zhou, *Large-scale L-BFGS using MapReduce*, 2014). That reads each vector twice an iteration
/// instead of four times; memory traffic is what an iteration costs.
struct CurvatureHistory {
  /// What the next direction is made of: a factor for the gradient and for each stored vector.
  struct Combination {
    var gradient: Double
    var steps: [Double]
    var changes: [Double]
  }

  let capacity: Int
  /// The slots in use, oldest first.
  private(set) var order: [Int] = []
  /// `s_i · y_j` at `[i][j]`, right for every `i` not younger than `j`.
  private var stepChange: [[Double]]
  private var changeChange: [[Double]]
  private(set) var stepGradient: [Double]
  private(set) var changeGradient: [Double]

  init(capacity: Int) {
    self.capacity = capacity
    let zeros = [Double](repeating: 0, count: capacity)
    stepChange = Array(repeating: zeros, count: capacity)
    changeChange = stepChange
    stepGradient = zeros
    changeGradient = zeros
  }

  /// The slot that the next pair may be written to.
  var freeSlot: Int { order.count < capacity ? order.count : order[0] }

  mutating func removeAll() { order.removeAll() }

  /// Takes in a pair that stands in `freeSlot` and all products with the new gradient.
  ///
  /// The products of older vectors with the new change are differences of gradient products. A
  /// pair without positive curvature is left out.
  mutating func append(
    stepTimesChange: Double,
    changeSquared: Double,
    stepGradient newStep: [Double],
    changeGradient newChange: [Double]
  ) {
    let slot = freeSlot
    let usable = stepTimesChange > 1e-10 * changeSquared && changeSquared > 0
    if order.first == slot { order.removeFirst() }
    for old in order {
      stepChange[old][slot] = newStep[old] - stepGradient[old]
      let product = newChange[old] - changeGradient[old]
      changeChange[old][slot] = product
      changeChange[slot][old] = product
    }
    stepGradient = newStep
    changeGradient = newChange
    guard usable else {
      // Slots are handed out in turn; a hole would break that, so start again.
      order.removeAll()
      return
    }
    stepChange[slot][slot] = stepTimesChange
    changeChange[slot][slot] = changeSquared
    order.append(slot)
  }

  /// The factors of the quasi-Newton direction `−H g`.
  func direction() -> Combination {
    var result = Combination(
      gradient: 1,
      steps: Array(repeating: 0, count: capacity),
      changes: Array(repeating: 0, count: capacity)
    )
    var alphas = result.steps
    for (position, slot) in order.enumerated().reversed() {
      var product = stepGradient[slot]
      for later in order[(position + 1)...] {
        product += result.changes[later] * stepChange[slot][later]
      }
      alphas[slot] = product / stepChange[slot][slot]
      result.changes[slot] -= alphas[slot]
    }
    if let newest = order.last {
      let scale = stepChange[newest][newest] / changeChange[newest][newest]
      result.gradient *= scale
      for slot in order { result.changes[slot] *= scale }
    }
    for (position, slot) in order.enumerated() {
      var product = result.gradient * changeGradient[slot]
      for other in order { product += result.changes[other] * changeChange[slot][other] }
      for earlier in order[..<position] {
        product += result.steps[earlier] * stepChange[earlier][slot]
      }
      result.steps[slot] = alphas[slot] - product / stepChange[slot][slot]
    }
    result.gradient.negate()
    for slot in order {
      result.steps[slot].negate()
      result.changes[slot].negate()
    }
    return result
  }
}
