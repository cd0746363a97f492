import SeedbedData

/// Whether every span still covers the words that it names.
struct SpansCheck: Check {
  let name = "spans"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    let sample = input.sample
    guard !sample.spans.isEmpty else { return nil }
    let scalars = Array(sample.text.unicodeScalars)
    for span in sample.spans {
      guard span.start >= 0, span.start < span.end, span.end <= scalars.count else {
        return fail("the span \(span.start)..<\(span.end) does not lie in the text")
      }
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[span.start..<span.end])
      guard words.elementsEqual(span.text.unicodeScalars) else {
        return fail("the span \(span.start)..<\(span.end) covers other words than it names")
      }
    }
    return pass("\(sample.spans.count) spans cover the words they name")
  }
}
