/// Compares two sets by the share of their members that both have.
///
/// - Parameters:
///   - a: The members of one set, ascending, each once.
///   - b: The members of the other, likewise.
/// - Returns: |a ∩ b| / |a ∪ b|, from 0 to 1; two empty sets have nothing in common, so 0.
/// - Complexity: O(|a| + |b|), without a branch that depends on the values.
public func jaccard(_ a: Span<UInt64>, _ b: Span<UInt64>) -> Double {
  var (i, j, shared) = (0, 0, 0)
  while i < a.count && j < b.count {
    let (left, right) = (a[i], b[j])
    shared &+= left == right ? 1 : 0
    i &+= left <= right ? 1 : 0
    j &+= right <= left ? 1 : 0
  }
  let union = a.count + b.count - shared
  return union == 0 ? 0 : Double(shared) / Double(union)
}
