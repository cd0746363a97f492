import SeedbedKernels
import SeedbedText

/// Which figures of a running text may change: those that count, measure or name something, not those
/// that are part of a name, a year or a fixed expression.
enum FigureRules {
  private static let fixed: Set<String> = [
    "0", "1", "7", "24", "112", "360", "365", "404", "911", "999",
  ]
  /// Days that are names.
  private static let holidays: Set<String> = [
    "4th of july", "july 4th", "july 4", "5 de mayo", "14 juillet",
  ]
  /// Words before a number that make it a part of a name or of a document.
  private static let naming: Set<String> = [
    "version", "section", "chapter", "step", "article", "page", "part", "type", "level", "windows",
    "figure",
    "table", "artículo", "capítulo", "página", "paso", "chapitre", "étape", "kapitel", "seite",
    "abschnitt",
  ]
  /// Words before a code that say that it is one.
  private static let cues: Set<String> = [
    "order", "ticket", "invoice", "account", "booking", "reservation", "reference", "ref", "code",
    "id",
    "number", "no", "nr", "case", "purchase", "pedido", "factura", "cuenta", "reserva", "número",
    "commande", "facture", "compte", "réservation", "numéro", "bestellung", "rechnung", "konto",
    "nummer",
  ]

  /// What a figure is; nil where it must stay.
  static func kind(of figure: ProtectedRange, in bytes: Span<UInt8>) -> ValueKind? {
    switch figure.kind {
    case .money: .amount
    case .date: holidays.contains(string(bytes, figure.range).lowercased()) ? nil : .date
    case .time: .time
    case .email: .email
    case .phone: .phone
    case .url: .url
    case .percentage: .number
    case .number: number(figure.range, bytes)
    case .identifier: code(figure.range, bytes)
    default: nil
    }
  }

  private static func number(_ range: Range<Int>, _ bytes: Span<UInt8>) -> ValueKind? {
    let digits = range.prefix { bytes[$0] &- 0x30 < 10 }.count
    if digits == range.count {
      // Nobody counts in millions without groups.
      if digits >= 6 { return .identifier }
      let first = bytes[range.lowerBound]
      if digits == 4, first == 0x31 || first == 0x32 { return nil }
    }
    let tail = range.count - digits
    if tail == 1, bytes[range.upperBound - 1] &- 0x41 < 26 { return nil }
    if fixed.contains(string(bytes, range)) { return nil }
    // The number of an item in a list is where it is, not how many there are.
    let end = range.upperBound
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
      beginsSentence(range.lowerBound, bytes)
    {
      return nil
    }
    guard let before = wordBefore(range.lowerBound, bytes) else { return .number }
    let word = string(bytes, before)
    if naming.contains(word.lowercased()) { return nil }
    if cues.contains(word.lowercased()) { return digits >= 4 ? .identifier : nil }
    // "iPhone 12", "Apollo 11"; a word that begins the sentence has its capital from there.
    let hasCapital = before.dropFirst().contains { bytes[$0] &- 0x41 < 26 }
    let isName =
      bytes[before.lowerBound] &- 0x41 < 26 && !beginsSentence(before.lowerBound, bytes)
    return isName || hasCapital ? nil : .number
  }

  /// A code has capitals or looks like a hash; `bob33` and `200-word` are codes behind a word that says so.
  private static func code(_ range: Range<Int>, _ bytes: Span<UInt8>) -> ValueKind? {
    var digits = 0, small = 0, others = 0
    for index in range {
      let byte = bytes[index]
      if byte &- 0x30 < 10 { digits += 1 }
      if byte &- 0x61 < 26 { if byte > UInt8(ascii: "f") { others += 1 } else { small += 1 } }
    }
    let start = range.lowerBound
    // #2024 is a tag.
    if bytes[start] == UInt8(ascii: "#"), digits < 5 { return nil }
    guard digits >= 2,
      start == 0 || bytes[start - 1] <= 0x20 || "(#:\"'[".utf8.contains(bytes[start - 1])
    else { return nil }
    let isHash = others == 0 && small >= 2 && digits >= 3 && range.count >= 8
    if digits >= 3, range.count >= 5, isHash || others + small == 0 { return .identifier }
    guard let before = wordBefore(start, bytes) else { return nil }
    return cues.contains(string(bytes, before).lowercased()) ? .identifier : nil
  }

  /// Whether a text calculates, so that its numbers hang on each other.
  static func computes(_ figures: [ProtectedRange], in bytes: Span<UInt8>) -> Bool {
    for figure in figures where figure.kind == .number || figure.kind == .money {
      var after = figure.range.upperBound, before = figure.range.lowerBound - 1
      while after < bytes.count, bytes[after] == 0x20 { after += 1 }
      while before >= 0, bytes[before] == 0x20 { before -= 1 }
      if after < bytes.count, "=+*^".utf8.contains(bytes[after]) { return true }
      if before >= 0, "=*^".utf8.contains(bytes[before]) { return true }
    }
    return false
  }

  /// The word that ends one blank before a place.
  private static func wordBefore(_ place: Int, _ bytes: Span<UInt8>) -> Range<Int>? {
    guard place >= 2, bytes[place - 1] == 0x20 else { return nil }
    let end = place - 1
    var start = end
    while start > 0, end - start < 24,
      (bytes[start - 1] | 0x20) &- 0x61 < 26 || bytes[start - 1] >= 0x80
    {
      start -= 1
    }
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start < end ? start..<end : nil
  }

  private static func beginsSentence(_ place: Int, _ bytes: Span<UInt8>) -> Bool {
    var index = place - 1
    while index >= 0, bytes[index] <= 0x20 { index -= 1 }
    return index < 0 || ".!?:;\"([".utf8.contains(bytes[index])
  }

  static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
