import SeedbedKernels

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
  case doubleSpace = "double_space"

  /// A place with the ways in which the habit shows there.
  typealias Place = (range: Range<Int>, choices: [String])

  /// Where the habit could show in a text.
  func places(_ marks: PunctuationMarks) -> [Place] {
    switch self {
    case .dropFinal: marks.final.map { [($0, [""])] } ?? []
    case .repeatMark: marks.calls.map { ($0.range, Self.repeats[$0.mark] ?? []) }
    case .ellipsis:
      if let final = marks.final {
        marks.finalText == "." ? [(final, ["...", ".."])] : []
      } else {
        marks.end > 0 ? [(marks.end..<marks.end, ["...", ".."])] : []
      }
    case .dropCommas: marks.commas.map { ($0, [""]) }
    case .closeCommas: marks.commas.map { ($0.upperBound..<($0.upperBound + 1), [""]) }
    case .dropApostrophes: marks.apostrophes.map { ($0, [""]) }
    case .dropOpening: marks.openings.map { ($0, [""]) }
    case .spaceBeforeMark: marks.calls.map { ($0.range, [" " + $0.mark]) }
    case .doubleSpace: marks.spaces.map { ($0, ["  "]) }
    }
  }

  /// The places where the habit shows in one text: all of those that come from not typing a mark, one
  /// of the others.
  func draw(
    from places: [Place],
    _ random: inout CounterRandom
  ) -> [(range: Range<Int>, replacement: String)] {
    let shown: [Place]
    switch self {
    case .dropCommas, .dropApostrophes, .dropOpening: shown = places
    default: shown = random.pick(places).map { [$0] } ?? []
    }
    return shown.compactMap { place in
      random.pick(place.choices).map { (place.range, $0) }
    }
  }

  private static let repeats = ["?": ["??", "???", "?!"], "!": ["!!", "!!!"]]
}
