/// What two texts are compared by: the pieces of which they are sets.
public enum Shingling: Sendable, Hashable {
  /// Windows of so many scalars, 1...64.
  ///
  /// A text with fewer scalars is compared for exactness only, and counted as a back-off.
  case characters(Int)
  /// Runs of so many words, 1...64.
  ///
  /// A text with fewer words falls back to windows of four scalars, one with fewer scalars to
  /// exactness; each is counted as a back-off. Texts that fell back are like each other only.
  case words(Int)

  /// The width of the windows that short texts fall back to.
  static let fallback = 4

  /// How many scalars or words a piece has.
  public var width: Int {
    switch self {
    case .characters(let width), .words(let width): width
    }
  }
}

extension Shingling: CustomStringConvertible {
  /// As `characters(4)` or `words(3)`.
  public var description: String {
    switch self {
    case .characters(let width): "characters(\(width))"
    case .words(let width): "words(\(width))"
    }
  }
}
