/// A keyboard layout: which keys are next to each other.
///
/// Neighbours are computed from where the keys are: the rows of letters are shifted by a quarter and
/// three quarters of a key under the row of digits, as on ISO and ANSI keyboards, and two keys are
/// neighbours when their middles are at most 1.26 key widths apart.
public struct Keyboard: Sendable {
  /// The layout's name: `qwerty`, `qwerty-es`, `qwertz` or `azerty`.
  public let name: String

  private let table: [Unicode.Scalar: [Unicode.Scalar]]

  /// The layout usual for a language; QWERTY for a language without one of its own.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: One of the four layouts.
  public static func `for`(language: String) -> Keyboard {
    switch language {
    case "de": german
    case "es": spanish
    case "fr": french
    default: english
    }
  }

  /// The characters that a slip of the finger may give for one, nearest first and in its letter case;
  /// empty for a character without a key of its own.
  ///
  /// A letter has letters for neighbours and a digit has digits: a slip to another row of signs would
  /// be a different kind of mistake.
  public func neighbours(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if let found = table[scalar] { return found }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard scalar.properties.isUppercase, lower.count == 1, let only = lower.first else { return [] }
    return (table[only] ?? []).compactMap { neighbour in
      let upper = neighbour.properties.uppercaseMapping.unicodeScalars
      return upper.count == 1 ? upper.first : nil
    }
  }

  /// Makes a layout from its four rows, from the digits down.
  init(name: String, rows: [String]) {
    self.name = name
    let shifts = [0.0, 0.5, 0.75, 1.25]
    var keys: [(scalar: Unicode.Scalar, x: Double, y: Double)] = []
    for (row, line) in rows.enumerated() {
      for (column, scalar) in line.unicodeScalars.enumerated() {
        keys.append((scalar, Double(column) + shifts[row], Double(row)))
      }
    }
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for key in keys where key.scalar != " " {
      let near = keys.compactMap { other -> (distance: Double, scalar: Unicode.Scalar)? in
        let (x, y) = (other.x - key.x, other.y - key.y)
        let distance = (x * x + y * y).squareRoot()
        let sameKind = other.scalar.properties.isAlphabetic == key.scalar.properties.isAlphabetic
        guard distance > 0, distance <= Self.reach, sameKind, other.scalar != " " else {
          return nil
        }
        return (distance, other.scalar)
      }
      table[key.scalar] = near.sorted { ($0.distance, $0.scalar) < ($1.distance, $1.scalar) }
        .map(\.scalar)
    }
    self.table = table
  }

  /// How far apart the middles of neighbouring keys may be, in key widths.
  private static let reach = 1.26

  private static let english = Self(
    name: "qwerty",
    rows: ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"]
  )
  private static let spanish = Self(
    name: "qwerty-es",
    rows: ["1234567890", "qwertyuiop", "asdfghjklñ", "zxcvbnm"]
  )
  private static let german = Self(
    name: "qwertz",
    rows: ["1234567890", "qwertzuiopü", "asdfghjklöä", "yxcvbnm"]
  )
  private static let french = Self(
    name: "azerty",
    rows: ["1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"]
  )
}
