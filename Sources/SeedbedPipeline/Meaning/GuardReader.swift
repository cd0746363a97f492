import SeedbedKernels
import SeedbedText

/// Reads a text once, front to back, for a duplicate guard.
struct GuardReader {
  private let rules: DuplicateGuard
  private let text: String
  private let figures: FigureForm
  private var features = GuardFeatures()
  /// Figures with their place in the text.
  private var found: [(place: Int, figure: String)] = []
  private var quotations: [Range<Int>] = []
  /// The first quotation that has not ended yet.
  private var quotation = 0
  private var folded: [UInt8] = []

  // The clause and the number that are open.
  private var negatorsInClause = 0
  private var sum = NumberWordSum()
  private var previousEnd = 0
  private var capitals = CapitalWords()

  init(_ rules: DuplicateGuard, _ text: String) {
    self.rules = rules
    self.text = PlainDigits.plain(text)
    figures = FigureForm(language: rules.language)
  }

  mutating func read() -> GuardFeatures {
    let ranges = figureRanges(in: text, from: 0)
    let text = self.text
    let bytes = text.utf8Span.span
    var next = 0
    WordScanner.forEachWord(in: bytes) { word in
      while next < ranges.count, ranges[next].upperBound <= word.lowerBound { next += 1 }
      if next < ranges.count, ranges[next].lowerBound < word.upperBound {
        closeNumber()
        gap(bytes, before: word)
        capitals.skip()
      } else {
        read(bytes, word)
      }
      previousEnd = word.upperBound
    }
    closeNumber()
    closeClause()
    found.sort { $0.place < $1.place }
    features.numbers = found.map(\.figure).sorted()
    features.sequence = found.map(\.figure).filter { !$0.utf8.contains(UInt8(ascii: ":")) }
    features.words.sort()
    features.codes = Set(features.codes).sorted()
    features.names += capitals.names
    return features
  }

  // MARK: - Figures and codes

  /// Keeps the figures and codes of a part of the text and says where they are; what is quoted is
  /// read like the rest, and its words must be in the other text too.
  private mutating func figureRanges(in part: String, from offset: Int) -> [Range<Int>] {
    let bytes = Array(part.utf8)
    var taken: [Range<Int>] = []
    for found in ProtectedRanges.find(in: part) {
      let range = found.range
      switch found.kind {
      case .quotation:
        let mark = Self.width(ofMark: bytes[range.lowerBound])
        let inner = String(decoding: bytes[range].dropFirst(mark).dropLast(mark), as: UTF8.self)
        // A quotation within another one is quoted already.
        if offset == 0 { quotations.append(range) }
        taken += figureRanges(in: inner, from: range.lowerBound + mark + offset)
        continue
      case .number, .money, .percentage, .date, .time, .version, .phone:
        let figure = String(decoding: bytes[range], as: UTF8.self)
        let place = range.lowerBound + offset
        self.found.append((place, figures.spelling(figure, found.kind)))
      default:
        features.codes.append(String(decoding: bytes[range], as: UTF8.self).lowercased())
      }
      taken.append(range.lowerBound + offset..<range.upperBound + offset)
    }
    return taken
  }

  /// How many bytes a quotation mark has, by its first.
  private static func width(ofMark lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3 }

  // MARK: - Words

  /// Keeps a word as a name if it is quoted; each such word is a group of its own.
  private mutating func quote(_ bytes: Span<UInt8>, _ word: Range<Int>, hash: UInt64) {
    while quotation < quotations.count, quotations[quotation].upperBound <= word.lowerBound {
      quotation += 1
    }
    guard quotation < quotations.count, quotations[quotation].lowerBound <= word.lowerBound else {
      return
    }
    var text: [UInt8] = []
    for index in word { text.append(bytes[index]) }
    features.names.append(
      .init(
        hash: hash,
        text: String(decoding: text, as: UTF8.self),
        group: -bytes.count + word.lowerBound
      )
    )
  }

  private mutating func read(_ bytes: Span<UInt8>, _ word: Range<Int>) {
    gap(bytes, before: word)
    WordFold.fold(bytes.extracting(word), into: &folded)
    let hash = hash64(folded.span)
    let base = WordFold.baseHash(folded)
    features.words.append(base)
    if folded.contains(where: { $0 &- 0x30 < 10 }) {
      closeNumber()
      found.append((word.lowerBound, String(decoding: folded, as: UTF8.self)))
      capitals.skip()
      return
    }
    quote(bytes, word, hash: base)
    let isFunctionWord = rules.functionWords.contains(hash)
    if rules.language == "en" { readNumberWord(at: word.lowerBound) }
    if rules.negators.beginsClause(hash) { closeClause() }
    if rules.negators.contains(folded.span, hash: hash), !Self.isNumberSign(bytes, word, folded) {
      negatorsInClause += 1
      features.negators.append(String(decoding: folded, as: UTF8.self))
    }
    if rules.language != "de" {
      let isConjunction = rules.negators.beginsClause(hash)
      if isConjunction {
        capitals.join()
      } else {
        capitals.read(bytes, word, hash: base, isFunctionWord: isFunctionWord)
      }
    }
  }

  /// Whether "no" is the sign of a number that follows after a full stop.
  private static func isNumberSign(
    _ bytes: Span<UInt8>,
    _ word: Range<Int>,
    _ folded: [UInt8]
  ) -> Bool {
    guard folded.count == 2, folded[0] == UInt8(ascii: "n") else { return false }
    var next = word.upperBound
    guard next < bytes.count, bytes[next] == UInt8(ascii: ".") else { return false }
    next += 1
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    return next < bytes.count && bytes[next] &- 0x30 < 10
  }

  private mutating func readNumberWord(at place: Int) {
    guard folded.count <= 10 else { return closeNumber() }
    let name = String(decoding: folded, as: UTF8.self)
    guard let part = NumberWords.part(name) else {
      // "Two hundred and five" goes on; the rest decides.
      if name != "and" { closeNumber() }
      return
    }
    switch part {
    case .unit(let value): add(value, isTens: false)
    case .tens(let value): add(value, isTens: true)
    case .scale(let factor): sum.scale(by: factor)
    case .ordinal(let number):
      closeNumber()
      found.append((place, "#\(number)"))
    case .day:
      closeNumber()
      found.append((place, name))
    case .measure(let sign):
      closeNumber(unit: sign)
    }
  }

  private mutating func add(_ value: Int, isTens: Bool) {
    if sum.add(value, isTens: isTens) { return }
    closeNumber()
    _ = sum.add(value, isTens: isTens)
  }

  private mutating func closeNumber(unit: String = "") {
    guard sum.isOpen else { return }
    if sum.value == 1, unit.isEmpty {
      features.ones += 1
    } else {
      // The last word is part of the number, so this is its place among the other figures.
      found.append((previousEnd, "\(sum.value)\(unit)"))
    }
    sum = NumberWordSum()
  }

  // MARK: - Clauses and sentences

  /// Looks at what stands between the last word and this one.
  private mutating func gap(_ bytes: Span<UInt8>, before word: Range<Int>) {
    for index in previousEnd..<word.lowerBound {
      switch bytes[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0x0A:
        capitals.beginSentence()
        closeClause()
        closeNumber()
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        closeClause()
        closeNumber()
      default: continue
      }
    }
  }

  private mutating func closeClause() {
    let isNegated = rules.negators.cancel ? negatorsInClause % 2 == 1 : negatorsInClause > 0
    features.negatedClauses += isNegated ? 1 : 0
    negatorsInClause = 0
  }
}
