/// Where each key of a list stands, found by halving.
struct KeyIndex: Sendable {
  private var keys: [UInt64] = []
  private var starts: [Int] = [0]
  private var order: [Int] = []

  /// Makes an index of a list's keys; a key of 0 is left out.
  init(_ list: [UInt64]) {
    order = list.indices.filter { list[$0] != 0 }
    order.sort { (list[$0], $0) < (list[$1], $1) }
    for (position, place) in order.enumerated() where keys.last != list[place] {
      if position > 0 { starts.append(position) }
      keys.append(list[place])
    }
    if !order.isEmpty { starts.append(order.count) }
  }

  /// Which place of `places` the key's places have; empty for a key that is not there.
  func places(of key: UInt64) -> ArraySlice<Int> {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    guard low < keys.count, keys[low] == key else { return [] }
    return order[starts[low]..<starts[low + 1]]
  }
}
