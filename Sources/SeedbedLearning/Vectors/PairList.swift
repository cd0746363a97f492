/// A pair found by one thread, in little memory.
struct FoundPair: Sendable {
  var left: UInt32
  var right: UInt32
  var cosine: Float
}

/// Puts the pairs of several threads in order.
enum PairList {
  /// Sorts pairs by left, then right index, and drops repeated ones.
  ///
  /// Counting by the left index leaves only short runs to sort.
  static func sorted(_ parts: [[FoundPair]], count: Int) -> [CosinePair] {
    var ends = [Int](repeating: 0, count: count + 1)
    for part in parts {
      for pair in part { ends[Int(pair.left) + 1] += 1 }
    }
    for index in 0..<count { ends[index + 1] += ends[index] }
    var next = ends
    var ordered = [FoundPair](
      repeating: FoundPair(left: 0, right: 0, cosine: 0),
      count: ends[count]
    )
    for part in parts {
      for pair in part {
        ordered[next[Int(pair.left)]] = pair
        next[Int(pair.left)] += 1
      }
    }
    var pairs: [CosinePair] = []
    pairs.reserveCapacity(ordered.count)
    for index in 0..<count where ends[index + 1] > ends[index] {
      ordered[ends[index]..<ends[index + 1]].sort { $0.right < $1.right }
      var last: UInt32?
      for pair in ordered[ends[index]..<ends[index + 1]] where pair.right != last {
        pairs.append(CosinePair(left: index, right: Int(pair.right), cosine: pair.cosine))
        last = pair.right
      }
    }
    return pairs
  }
}
