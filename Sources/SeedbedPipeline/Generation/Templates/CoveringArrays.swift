/// The covering arrays that several templates need, each made once.
struct CoveringArrays {
  private var made: [[Int]: CoveringArray?] = [:]

  /// The array for the greatest strength that is affordable; nil where the plain order covers as much.
  ///
  /// - Parameters:
  ///   - sizes: How many values each column has.
  ///   - strength: How many columns are to be covered together; the same in every call.
  /// - Returns: The array, made now or before.
  mutating func array(_ sizes: [Int], _ strength: Int) -> CoveringArray? {
    if let known = made[sizes] { return known }
    let array = Self.make(sizes, strength)
    made[sizes] = .some(array)
    return array
  }

  private static func make(_ sizes: [Int], _ strength: Int) -> CoveringArray? {
    for strength in stride(from: min(strength, 3), through: 1, by: -1) {
      if sizes.count <= strength { return nil }
      if let tuples = CoveringArray.tuples(sizes: sizes, strength: strength),
        tuples <= CoveringArray.mostTuples
      {
        return CoveringArray(sizes: sizes, strength: strength)
      }
    }
    return nil
  }
}
