import SeedbedKernels

/// The number of words, in five classes: one utterance of a chat up to a long e-mail.
struct LengthDimension: Dimension {
  let name = "length"
  let values = ["1-3", "4-10", "11-25", "26-60", "61+"]

  func value(of input: DimensionInput) -> String {
    var words = 0
    WordScanner.forEachWord(in: input.text.utf8Span.span) { _ in words += 1 }
    return switch words {
    case ...3: "1-3"
    case ...10: "4-10"
    case ...25: "11-25"
    case ...60: "26-60"
    default: "61+"
    }
  }
}
