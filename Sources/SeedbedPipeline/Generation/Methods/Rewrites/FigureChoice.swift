import SeedbedKernels
import SeedbedText

/// A figure of a text with the ways to write it otherwise.
struct FigureChoice {
  var range: Range<Int>
  var options: [String]
  var reason: String
}

extension Seed {
  /// How likely each further figure of the text changes too.
  private static let furtherFigures = 0.6

  /// Whether a figure stands in another text of the sample too, which must go on to say the same.
  func isShared(_ range: Range<Int>) -> Bool {
    guard !companions.isEmpty else { return false }
    let figure = text.slice(range)
    return companions.contains { $0.contains(figure) }
  }

  /// Writes some figures in another of their ways.
  func rewrite(
    _ choices: [FigureChoice],
    _ random: inout CounterRandom
  ) -> Proposal? {
    var open: [FigureChoice] = []
    for var choice in choices where !isLocked(choice.range) && !isShared(choice.range) {
      let original = String(text.slice(choice.range))
      let end = choice.range.upperBound
      let bytes = text.utf8Span.span
      // The dot of the sentence stands already.
      if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
        choice.options.removeAll { $0.hasSuffix(".") }
      }
      choice.options.removeAll { $0 == original }
      if !choice.options.isEmpty { open.append(choice) }
    }
    var draft = Draft(self)
    for index in draw(of: open.count, furtherPlaces: Self.furtherFigures, &random) {
      let choice = open[index]
      guard let option = random.pick(choice.options) else { continue }
      draft.replace(choice.range, with: option, because: choice.reason)
    }
    return draft.proposal()
  }
}
