import SeedbedKernels

/// Random orders of one cycle in which no value ever runs ahead of its share, or behind it, by one or more.
///
/// Of a cycle of W places, the j-th of a value's w turns must fall into the places from ⌊(j−1)W/w⌋+1 to ⌈jW/w⌉.
/// Filling places by the earliest end of these windows always works out (Steiner and Yeomans, "Level schedules for
/// mixed-model, just-in-time processes", 1993), so a random value may take a place whenever the rest can
/// still be filled that way.
struct DealingOrder: Sendable {
  /// Above this many places the order is drawn for ties only: looking ahead would cost too much.
  private static let maximumLookAhead = 128
  private static let maximumWeight = 1000

  private let weights: [Int]
  /// How many places a cycle has; 0 where nothing has a weight.
  let length: Int

  init(weights: [Int]) {
    let bounded = weights.map { min(max($0, 0), Self.maximumWeight) }
    let divisor = max(1, bounded.reduce(0, Self.greatestCommonDivisor))
    self.weights = bounded.map { $0 / divisor }
    length = self.weights.reduce(0, +)
  }

  /// The values of one cycle by place.
  func cycle(_ random: inout CounterRandom) -> [Int] {
    var candidates = weights.indices.filter { weights[$0] > 0 }
    if weights.allSatisfy({ $0 <= 1 }) {
      random.shuffle(&candidates)
      return candidates
    }
    var turns = [Int](repeating: 0, count: weights.count)
    var order: [Int] = []
    order.reserveCapacity(length)
    for place in 1...length {
      let released = candidates.filter { isOpen($0, turns[$0], place) }
      let open = drawn(released, turns, &random)
      var chosen = earliest(open, turns)
      if length <= Self.maximumLookAhead {
        chosen = open.first { canFill(after: $0, turns, place) } ?? chosen
      }
      guard let chosen else { break }
      turns[chosen] += 1
      order.append(chosen)
    }
    return order
  }

  /// Values in random order; one with more turns to come tends to be earlier.
  private func drawn(
    _ values: [Int],
    _ turns: [Int],
    _ random: inout CounterRandom
  ) -> [Int] {
    var left = values
    var drawn: [Int] = []
    while left.count > 1 {
      var target = random.index(below: left.reduce(0) { $0 + weights[$1] - turns[$1] })
      let position = left.firstIndex { value in
        target -= weights[value] - turns[value]
        return target < 0
      }
      drawn.append(left.remove(at: position ?? 0))
    }
    return drawn + left
  }

  private func isOpen(_ value: Int, _ turns: Int, _ place: Int) -> Bool {
    turns < weights[value] && turns * length / weights[value] < place
  }

  /// The last place that the next turn of a value may take.
  private func end(_ value: Int, _ turns: Int) -> Int {
    ((turns + 1) * length + weights[value] - 1) / weights[value]
  }

  private func earliest(_ open: [Int], _ turns: [Int]) -> Int? {
    open.min { end($0, turns[$0]) < end($1, turns[$1]) }
  }

  /// Whether the places after this one can still be filled when a value takes it.
  private func canFill(after value: Int, _ turns: [Int], _ place: Int) -> Bool {
    var turns = turns
    guard end(value, turns[value]) >= place else { return false }
    turns[value] += 1
    for next in (place + 1)..<(length + 1) {
      let open = weights.indices.filter { weights[$0] > 0 && isOpen($0, turns[$0], next) }
      guard let chosen = earliest(open, turns), end(chosen, turns[chosen]) >= next else {
        return false
      }
      turns[chosen] += 1
    }
    return true
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}
