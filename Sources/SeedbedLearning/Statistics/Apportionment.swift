/// Divides a whole number by weights, exactly: the method of largest remainders (Hamilton's).
///
/// Every part first gets its exact share rounded down; what is left goes, one each, to the largest
/// remainders, the earlier of equals first. Parts over their cap get the cap, and the rest is divided
/// again among the others.
///
/// - Parameters:
///   - total: What to divide, from 0 (less counts as 0).
///   - weights: The share of each part; what is not a positive finite number counts as 0.
///   - caps: The most that each part may get, or nil for no limits.
/// - Returns: One count a part. Their sum is `total`, or less when the caps of the parts with a weight
///   do not allow it or there is no such part.
public func apportion(total: Int, weights: [Double], caps: [Int]? = nil) -> [Int] {
  precondition(caps == nil || caps?.count == weights.count, "apportionment needs one cap a part")
  let largest = weights.filter(\.isFinite).max() ?? 0
  // Dividing by the largest keeps the sum of huge weights finite.
  let shares = weights.map { $0 > 0 && $0.isFinite ? $0 / largest : 0 }
  var counts = [Int](repeating: 0, count: weights.count)
  var open = weights.indices.filter { shares[$0] > 0 }
  var rest = max(total, 0)
  while !open.isEmpty, rest > 0 {
    let parts = divide(rest, by: open.map { shares[$0] })
    guard let caps else {
      for (part, count) in zip(open, parts) { counts[part] = count }
      break
    }
    let over = zip(open, parts).filter { part, count in count > max(caps[part], 0) }.map(\.0)
    if over.isEmpty {
      for (part, count) in zip(open, parts) { counts[part] = count }
      break
    }
    for part in over {
      counts[part] = max(caps[part], 0)
      rest -= counts[part]
    }
    open.removeAll { over.contains($0) }
  }
  return counts
}

/// Largest remainders for positive weights.
private func divide(_ total: Int, by weights: [Double]) -> [Int] {
  let sum = weights.reduce(0, +)
  var counts: [Int] = []
  var remainders: [Double] = []
  var left = total
  for weight in weights {
    let exact = Double(total) * (weight / sum)
    // Beyond 2^53 a share may round above what is left.
    let count = min(Int(exactly: exact.rounded(.down)) ?? left, left)
    counts.append(count)
    remainders.append(exact - Double(count))
    left -= count
  }
  let order = counts.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
  for index in 0..<left { counts[order[index % order.count]] += 1 }
  return counts
}
