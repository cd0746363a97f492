import SeedbedData

/// Whether the row still has the form of its task: the fields that the task needs, filled with text that
/// can be shown and stored.
struct FormatCheck: Check {
  let name = "format"

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    let sample = input.sample
    let fields = context.configuration.fields
    if !sample.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
      return fail("the text is empty")
    }
    if let bad = sample.text.unicodeScalars.first(where: Self.isUnprintable) {
      return fail("the text holds the control character U+\(String(bad.value, radix: 16))")
    }
    // Byte by byte, as two texts that look alike are equal to `==`.
    if let path = sample.textPath,
      path.value(in: sample.fields)?.string?.utf8.elementsEqual(sample.text.utf8) != true
    {
      return fail("the row's `\(path)` does not hold the text that was checked")
    }
    for (role, path) in [("label", fields.label), ("output", fields.output)] {
      guard let path else { continue }
      guard let value = path.value(in: sample.fields), !value.isNull, value.string != "" else {
        return fail("the row has no \(role) in `\(path)`")
      }
    }
    return pass("all fields of the task are there")
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && !["\n", "\r", "\t"].contains(scalar)
  }
}
