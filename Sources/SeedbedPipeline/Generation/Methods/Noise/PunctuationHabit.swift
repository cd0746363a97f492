/// One habit of careless punctuation.
enum PunctuationHabit: String, CaseIterable {
  case dropFinal = "drop_final"
  case repeatMark = "repeat_mark"
  case ellipsis
  case dropCommas = "drop_commas"
  case closeCommas = "close_commas"
  case dropApostrophes = "drop_apostrophes"
  case dropOpening = "drop_opening"
  case spaceBeforeMark = "space_before_mark"

  /// Where the habit may show.
  typealias Place = PunctuationPlaces.Place

  /// Whether a text that shows the habit shows it everywhere, because the mark is just not typed.
  var isConsistent: Bool {
    switch self {
    case .dropCommas, .dropApostrophes, .dropOpening: true
    default: false
    }
  }

  /// The habit that would glue two words together in the same text.
  var rival: PunctuationHabit? {
    switch self {
    case .dropCommas: .closeCommas
    case .closeCommas: .dropCommas
    default: nil
    }
  }

  /// What may stand at a place instead, each as likely as the others.
  func choices(_ mark: UInt8) -> [String] {
    switch self {
    case .dropFinal, .dropCommas, .closeCommas, .dropApostrophes, .dropOpening: Self.nothing
    case .repeatMark: mark == UInt8(ascii: "?") ? Self.questions : Self.calls
    case .ellipsis: Self.dots
    case .spaceBeforeMark: mark == UInt8(ascii: "?") ? Self.farQuestion : Self.farCall
    }
  }

  private static let nothing = [""]
  private static let questions = ["??", "???", "?!"]
  private static let calls = ["!!", "!!!"]
  private static let dots = ["...", ".."]
  private static let farQuestion = [" ?"]
  private static let farCall = [" !"]
}
