/// A keyboard layout: which keys are next to each other.
///
/// Neighbours are computed from where the keys are: the rows of letters are shifted by a half, three
/// quarters and five quarters of a key under the row of digits, as on ISO and ANSI keyboards, and two
/// keys are neighbours when their middles are at most 1.26 key widths apart.
public struct Keyboard: Sendable {
  /// The layout's name: `qwerty`, `qwerty-es`, `qwertz` or `azerty`.
  public let name: String

  /// The neighbours of each character up to ÿ; every layout has all its letters there.
  private let table: [[Unicode.Scalar]]

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
    scalar.value < table.count ? table[Int(scalar.value)] : []
  }

  /// Makes a layout of its keys; several characters may be at one place.
  private init(name: String, _ keys: KeyboardKeys) {
    self.name = name
    table = (0...0xFF).map { keys.neighbours(of: Unicode.Scalar(UInt8($0))) }
  }

  private static let english = Self(
    name: "qwerty",
    KeyboardKeys(["1234567890"], "qwertyuiop", "asdfghjkl", "zxcvbnm")
  )
  private static let spanish = Self(
    name: "qwerty-es",
    KeyboardKeys(["1234567890"], "qwertyuiop", "asdfghjklñ", "zxcvbnm")
  )
  private static let german = Self(
    name: "qwertz",
    KeyboardKeys(["1234567890ß"], "qwertzuiopü", "asdfghjklöä", "yxcvbnm")
  )
  private static let french = Self(
    name: "azerty",
    KeyboardKeys(["1234567890", "&é\"'(-è_çà"], "azertyuiop", "qsdfghjklmù", "wxcvbn")
  )
}
