/// Replacements of letter groups, found by the first byte of what they replace.
struct LetterPatterns: Sendable {
  /// The number of the first pattern of each byte; those of a byte end where those of the next begin.
  private let starts: [Int]
  /// How many bytes each pattern replaces, 1 to 8.
  private let widths: [Int]
  /// Those bytes, the first of them lowest.
  private let forms: [UInt64]
  /// What each pattern puts in the place of its letters.
  let replacements: [String]

  /// Makes the table; groups of more than eight bytes have no place in it.
  init(_ pairs: [(from: String, to: String)]) {
    let sorted = pairs.enumerated().filter { (1...8).contains($0.element.from.utf8.count) }.sorted {
      (Self.lead($0.element.from), $0.offset) < (Self.lead($1.element.from), $1.offset)
    }.map(\.element)
    widths = sorted.map { $0.from.utf8.count }
    forms = sorted.map { pair in
      pair.from.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    replacements = sorted.map(\.to)
    var starts = Array(repeating: 0, count: 257)
    for pair in sorted { starts[Int(Self.lead(pair.from)) + 1] += 1 }
    for byte in 1...256 { starts[byte] += starts[byte - 1] }
    self.starts = starts
  }

  /// The numbers of the patterns that begin with a byte, in the order in which they were given.
  func numbers(at byte: UInt8) -> Range<Int> { starts[Int(byte)]..<starts[Int(byte) + 1] }

  /// How many bytes a pattern replaces at a place; nil where it does not stand there.
  func width(_ number: Int, _ bytes: Span<UInt8>, _ start: Int, before end: Int) -> Int? {
    let width = widths[number]
    guard start + width <= end else { return nil }
    var form = forms[number]
    for offset in 0..<width {
      guard bytes[start + offset] == UInt8(truncatingIfNeeded: form) else { return nil }
      form >>= 8
    }
    return width
  }

  private static func lead(_ text: String) -> UInt8 { text.utf8.first ?? 0 }
}
