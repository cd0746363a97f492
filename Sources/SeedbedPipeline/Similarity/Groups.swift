/// Samples that belong together, as a union-find over their positions.
///
/// The smallest position of a group stands for it, so groups do not depend on the order of the links.
public struct Groups: Sendable {
  private var parents: [Int]

  /// Every position in a group of its own.
  ///
  /// - Parameter count: The number of positions.
  public init(count: Int) {
    parents = Array(0..<count)
  }

  /// The smallest position in the group of another.
  ///
  /// - Parameter position: Any position of the group.
  /// - Returns: The position that stands for the group.
  public mutating func root(_ position: Int) -> Int {
    var position = position
    while parents[position] != position {
      parents[position] = parents[parents[position]]
      position = parents[position]
    }
    return position
  }

  /// Puts two positions into one group.
  ///
  /// - Parameters:
  ///   - left: A position.
  ///   - right: Another.
  public mutating func link(_ left: Int, _ right: Int) {
    let (first, second) = (root(left), root(right))
    if first != second { parents[max(first, second)] = min(first, second) }
  }

  /// The root of every position.
  public mutating func roots() -> [Int] { parents.indices.map { root($0) } }

  /// Groups texts that are near-duplicates, directly or through others between them.
  ///
  /// Pairs whose group is already one are not compared, so dense clusters stay cheap.
  ///
  /// - Parameters:
  ///   - sketches: The texts' sketches.
  ///   - threshold: Jaccard similarity from which two texts belong together.
  /// - Returns: The groups.
  public static func nearDuplicates(_ sketches: [TextSketch], threshold: Double) -> Groups {
    var groups = Groups(count: sketches.count)
    var index = SimilarityIndex(threshold: threshold)
    // Exact repetitions share every bucket and would make it quadratic; the first one stands for all.
    var firsts: [TextSketch.Exact: Int] = [:]
    var indexed: [Int] = []
    for (position, sketch) in sketches.enumerated() {
      if let first = firsts[sketch.exact] {
        groups.link(first, position)
        continue
      }
      firsts[sketch.exact] = position
      for other in index.candidates(for: sketch).map({ indexed[$0] })
      where groups.root(other) != groups.root(position)
        && sketches[other].similarity(to: sketch) >= threshold
      {
        groups.link(other, position)
      }
      index.add(sketch)
      indexed.append(position)
    }
    return groups
  }
}
