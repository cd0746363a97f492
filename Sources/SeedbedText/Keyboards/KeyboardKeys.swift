/// Where the keys of a keyboard are.
struct KeyboardKeys {
  /// How far apart the middles of neighbouring keys may be, in key widths.
  private static let reach = 1.26
  /// How far each row is shifted to the right, in key widths.
  private static let shifts = [0.0, 0.5, 0.75, 1.25]

  private var keys: [(scalar: Unicode.Scalar, x: Double, y: Double)] = []

  /// Places the keys of the four rows; the first has several characters a key on some keyboards.
  init(_ digits: [String], _ upper: String, _ home: String, _ lower: String) {
    for (row, lines) in [digits, [upper], [home], [lower]].enumerated() {
      for line in lines {
        for (column, scalar) in line.unicodeScalars.enumerated() {
          keys.append((scalar, Double(column) + Self.shifts[row], Double(row)))
        }
      }
    }
  }

  /// The neighbours of a character in its letter case, nearest first; empty where it has no key.
  func neighbours(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if let key = keys.first(where: { $0.scalar == scalar }) { return neighbours(of: key) }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard lower.count == 1, let only = lower.first,
      let key = keys.first(where: { $0.scalar == only })
    else { return [] }
    return neighbours(of: key).compactMap { neighbour in
      let upper = neighbour.properties.uppercaseMapping.unicodeScalars
      // "ß" has no capital of its own.
      return upper.count == 1 ? upper.first : nil
    }
  }

  private func neighbours(
    of key: (scalar: Unicode.Scalar, x: Double, y: Double)
  ) -> [Unicode.Scalar] {
    let near = keys.compactMap { other -> (distance: Double, scalar: Unicode.Scalar)? in
      let (x, y) = (other.x - key.x, other.y - key.y)
      let distance = (x * x + y * y).squareRoot()
      guard distance > 0, distance <= Self.reach, Self.kind(other.scalar) == Self.kind(key.scalar),
        Self.kind(key.scalar) != .sign
      else { return nil }
      return (distance, other.scalar)
    }
    return near.sorted { ($0.distance, $0.scalar) < ($1.distance, $1.scalar) }.map(\.scalar)
  }

  private enum Kind { case letter, digit, sign }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    scalar.properties.isAlphabetic
      ? .letter : ("0"..."9").contains(scalar) ? .digit : .sign
  }
}
