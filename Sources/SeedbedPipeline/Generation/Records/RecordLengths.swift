import SeedbedKernels

/// Texts of a wanted length.
enum RecordLengths {
  /// A text cut to, or filled up to, a number of Unicode scalars.
  static func fitted(
    _ text: String,
    to lengths: ClosedRange<Int>,
    random: inout CounterRandom
  ) -> String {
    var scalars = Array(text.unicodeScalars)
    while scalars.count < lengths.lowerBound {
      scalars += (scalars.isEmpty ? "" : " ").unicodeScalars
      scalars += FieldWords.sentence(&random).unicodeScalars
    }
    if scalars.count > lengths.upperBound { scalars.removeLast(scalars.count - lengths.upperBound) }
    // A blank at the end would be lost by whoever trims; the text keeps its length.
    if lengths.lowerBound > 0 || !scalars.isEmpty, let last = scalars.last,
      last.properties.isWhitespace
    {
      scalars[scalars.count - 1] = "s"
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
