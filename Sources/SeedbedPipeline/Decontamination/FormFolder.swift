/// Writes a text as the words of a published form, one space between them.
///
/// It can also note where each byte comes from; that is slower and only done for evidence.
struct FormFolder {
  let form: WordForm
  /// The words; scratch that is used again from text to text.
  private(set) var bytes: [UInt8] = []
  /// The byte range of the text that each byte was made from; empty unless asked for.
  private(set) var sources: [Range<Int>] = []

  init(_ form: WordForm) {
    self.form = form
  }

  /// Folds a text.
  mutating func fold(_ text: String) {
    bytes.removeAll(keepingCapacity: true)
    if !foldASCII(text.utf8Span.span) { foldScalars(text, noting: false) }
  }

  /// Folds a text and notes where each byte comes from.
  mutating func foldNotingSources(_ text: String) {
    foldScalars(text, noting: true)
  }

  /// Folds a text by a table; false when it holds more than ASCII or the form needs context.
  private mutating func foldASCII(_ text: Span<UInt8>) -> Bool {
    guard let table = ASCIIForms.table(of: form) else { return false }
    return Self.fold(text, by: table, mergesZeros: form == .simplified, into: &bytes)
  }

  private static func fold(
    _ text: Span<UInt8>,
    by table: [UInt8],
    mergesZeros: Bool,
    into bytes: inout [UInt8]
  ) -> Bool {
    let fates = table.span
    bytes.reserveCapacity(text.count + 1)
    var last: UInt8 = 0x20
    for offset in 0..<text.count {
      let byte = text[offset]
      guard byte < 0x80 else { return false }
      let folded = fates[Int(byte)]
      if folded == 0 || folded == 0x20 && last == 0x20 { continue }
      if mergesZeros && folded == 0x30 && last == 0x30 { continue }
      bytes.append(folded)
      last = folded
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return true
  }

  private mutating func foldScalars(_ text: String, noting: Bool) {
    bytes.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    let scalars = text.unicodeScalars
    let table = noting ? nil : ASCIIForms.table(of: form)
    var previous: Unicode.Scalar = " "
    var (index, offset) = (scalars.startIndex, 0)
    while index < scalars.endIndex {
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      if let table, scalar.isASCII {
        append(table[Int(scalar.value)])
        continue
      }
      let source = offset..<offset + UTF8.width(scalar)
      offset = source.upperBound
      switch form.fate(of: scalar) {
      case .dropped:
        // A mark that is not compared still belongs to its letter.
        if noting, scalar.isMark, let last = sources.indices.last, bytes[last] != 0x20 {
          sources[last] = sources[last].lowerBound..<source.upperBound
        }
        continue
      case .separator: space(source, noting)
      case .kept: keep(scalar, source, noting)
      case .alone:
        space(source, noting)
        keep(scalar, source, noting)
        space(source, noting)
      case .joiner:
        let next: Unicode.Scalar = index < scalars.endIndex ? scalars[index] : " "
        if StandardForm.joins(scalar, previous, next) {
          keep(scalar, source, noting)
        } else {
          space(source, noting)
        }
      }
      previous = scalar
    }
    if bytes.last == 0x20 {
      bytes.removeLast()
      if noting { sources.removeLast() }
    }
  }

  /// Writes what the table makes of an ASCII character.
  private mutating func append(_ folded: UInt8) {
    let last = bytes.last ?? 0x20
    if folded == 0 || folded == 0x20 && last == 0x20 { return }
    if form == .simplified && folded == 0x30 && last == 0x30 { return }
    bytes.append(folded)
  }

  private mutating func keep(_ scalar: Unicode.Scalar, _ source: Range<Int>, _ noting: Bool) {
    let before = bytes.count
    form.append(scalar, to: &bytes)
    guard noting else { return }
    if bytes.count == before, let last = sources.indices.last, bytes[last] != 0x20 {
      // A further digit of a run, or a diacritic.
      sources[last] = sources[last].lowerBound..<source.upperBound
    }
    sources.append(contentsOf: repeatElement(source, count: bytes.count - before))
  }

  private mutating func space(_ source: Range<Int>, _ noting: Bool) {
    guard let last = bytes.last, last != 0x20 else { return }
    bytes.append(0x20)
    if noting { sources.append(source) }
  }
}
