import SeedbedText

/// A value in a text that may give way to another.
struct FoundValue {
  /// Where it is, in UTF-8 bytes.
  var range: Range<Int>
  /// What it is, for the record: values of one text and group change alike.
  var group: String
  /// Its kind; nil where only its span's label is known.
  var kind: ValueKind?
  /// The value as written.
  var text: String

  /// Whether an answer may be computed from it.
  var isFigure: Bool {
    switch kind {
    case .amount, .date, .time, .number: true
    case nil: text.utf8.contains { $0 &- 0x30 < 10 }
    default: false
    }
  }
}
