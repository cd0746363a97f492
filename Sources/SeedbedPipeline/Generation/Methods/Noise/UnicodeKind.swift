/// One kind of Unicode noise.
enum UnicodeKind: String, CaseIterable {
  case homoglyphs
  case zeroWidth = "zero_width"
  case fullWidth = "full_width"
  case combining
  case bidiMarks = "bidi_marks"

  /// What it does, in one sentence.
  var summary: String {
    switch self {
    case .homoglyphs:
      "Puts letters of other scripts in the place of Latin ones that they look like."
    case .zeroWidth: "Puts characters without width between letters."
    case .fullWidth: "Writes words in the full-width letters of East Asian keyboards."
    case .combining: "Puts combining marks on letters."
    case .bidiMarks: "Puts invisible marks of writing direction at words."
    }
  }
}
