import SeedbedKernels
import SeedbedText

/// Reads a text once, front to back, into the terms and facts by which it is compared.
struct TermReader {
  private let closed: SpacedFigures
  private let language: ClaimLanguage
  private var list = TermList()
  private var sentence = 0
  private var folded: [UInt8] = []

  // The number in words that is open, and the "and" that may be inside it.
  private var sum = NumberWordSum()
  private var sumRange = 0..<0
  private var sumSentence = 0
  private var link: (range: Range<Int>, sentence: Int)?

  /// The number fact that a scale or a unit may still follow, and where it ends.
  private var open: Int?
  private var openEnd = 0

  init(_ text: String, language: ClaimLanguage) {
    closed = SpacedFigures(text)
    self.language = language
  }

  mutating func read() -> TermList {
    let plain = closed.bytes
    let bytes = plain.span
    let figures = FigureScan.find(in: plain)
    list.sentences = SentenceScanner.sentences(in: bytes)
    var next = 0
    var taken = -1
    WordScanner.forEachWord(in: bytes) { word in
      while sentence + 1 < list.sentences.count,
        list.sentences[sentence + 1].lowerBound <= word.lowerBound
      { sentence += 1 }
      while next < figures.count, figures[next].range.upperBound <= word.lowerBound { next += 1 }
      guard next < figures.count, figures[next].range.lowerBound < word.upperBound else {
        return readWord(bytes, word)
      }
      if taken == next { return }
      taken = next
      closeSum()
      readFigure(figures[next], at: word)
    }
    closeSum()
    NameRuns.add(to: &list, bytes, language)
    for place in list.facts.indices {
      list.facts[place].range = closed.original(list.facts[place].range)
    }
    return list
  }

  // MARK: - Figures

  private mutating func readFigure(_ figure: FigureScan.Found, at word: Range<Int>) {
    if figure.kind == .date { return readDate(figure) }
    let parts = FigureParts(figure.text, figure.kind, language.figures)
    let first = list.terms.count
    addFigure(parts.key, figure.range)
    var fact = TermFact(
      kind: parts.value == nil && figure.kind != .time ? .code : .number,
      range: figure.range,
      terms: first..<first + 1,
      key: parts.key,
      value: parts.isOrdinal ? nil : parts.value
    )
    if !parts.unit.isEmpty {
      fact.unit = hash64(parts.unit)
      addFigure(fact.unit, figure.range)
      fact.terms = first..<list.terms.count
    }
    if parts.value == nil, fact.kind == .code { splitFigure(figure, &fact) }
    list.facts.append(fact)
    open = fact.value == nil ? nil : list.facts.count - 1
    openEnd = figure.range.upperBound
  }

  /// A range or a result ("2-1", "1990-95") has a term for each of its numbers.
  private mutating func splitFigure(_ figure: FigureScan.Found, _ fact: inout TermFact) {
    guard figure.kind == .number else { return }
    let pieces = figure.text.split { !$0.isNumber }
    let values = pieces.compactMap { FigureValue($0) }
    guard values.count > 1, values.count == pieces.count else { return }
    list.terms.removeLast(list.terms.count - fact.terms.lowerBound)
    for value in values { addFigure(value.key, figure.range) }
    fact.terms = fact.terms.lowerBound..<list.terms.count
    fact.kind = .number
  }

  private mutating func readDate(_ figure: FigureScan.Found) {
    open = nil
    guard let date = DateValue(figure.text) else { return }
    let first = list.terms.count
    if let day = date.day { addFigure(FigureValue(day).key, figure.range) }
    if let month = date.month, (1...12).contains(month) {
      folded = Array(DateValue.monthNames[month - 1].utf8)
      LightStem.cut(&folded, isEnglish: language.isEnglish)
      addFigure(hash64(folded.span), figure.range)
    }
    if let year = date.year { addFigure(FigureValue(year).key, figure.range) }
    list.facts.append(
      TermFact(
        kind: .date,
        range: figure.range,
        terms: first..<list.terms.count,
        date: date
      )
    )
  }

  private mutating func addFigure(_ key: UInt64, _ range: Range<Int>) {
    list.terms.append(ClaimTerm(key: key, range: range, sentence: sentence, kind: .figure))
  }

  // MARK: - Words

  private mutating func readWord(_ bytes: Span<UInt8>, _ word: Range<Int>) {
    WordFold.fold(bytes.extracting(word), into: &folded)
    let hash = hash64(folded.span)
    if folded[0] &- 0x30 < 10, readDigits(word) { return }
    if language.isEnglish, readNumberWord(bytes, word) { return }
    closeSum()
    if readScale(bytes, word) { return }
    var term = ClaimTerm(key: 0, range: word, sentence: sentence, kind: .content)
    term.isNegator = language.negators.contains(folded.span, hash: hash)
    if term.isNegator || language.functionWords.contains(hash) { term.kind = .function }
    noteCapitals(bytes, &term)
    let unit = unitSign(bytes, word)
    LightStem.cut(&folded, isEnglish: language.isEnglish)
    term.key = unit.map { hash64($0) } ?? hash64(folded.span)
    if term.isContent {
      let start = list.stems.count
      list.stems += folded
      term.stem = start..<list.stems.count
    }
    list.terms.append(term)
    if let fact = open, isNear(bytes, word), term.isContent { list.facts[fact].unit = term.key }
    open = nil
  }

  /// A word of digits alone that no recogniser took.
  private mutating func readDigits(_ word: Range<Int>) -> Bool {
    guard folded.allSatisfy({ $0 &- 0x30 < 10 }),
      let value = FigureValue(Substring(decoding: folded, as: UTF8.self))
    else { return false }
    closeSum()
    addNumber(value, word, sentence)
    return true
  }

  private mutating func addNumber(_ value: FigureValue, _ range: Range<Int>, _ sentence: Int) {
    let place = list.terms.count
    list.terms.append(
      ClaimTerm(key: value.key, range: range, sentence: sentence, kind: .figure)
    )
    list.facts.append(
      TermFact(
        kind: .number,
        range: range,
        terms: place..<place + 1,
        key: value.key,
        value: value
      )
    )
    open = list.facts.count - 1
    openEnd = range.upperBound
  }

  // MARK: - Numbers in words

  private mutating func readNumberWord(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard folded.count <= 10, folded.count > 2 else { return false }
    let name = String(decoding: folded, as: UTF8.self)
    if name == "and", sum.isOpen, link == nil {
      link = (word, sentence)
      return true
    }
    if name == "twice" || name == "second" { return false }
    let gapsOnly = sum.isOpen && isGap(bytes, from: (link?.range ?? sumRange).upperBound, to: word)
    if sum.isOpen, !gapsOnly { closeSum() }
    switch NumberWords.part(name) {
    case .unit(let value): addToSum(value, isTens: false, word)
    case .tens(let value): addToSum(value, isTens: true, word)
    case .scale(let factor):
      // "5 million" goes on a figure, "hundreds of" is no number.
      if !sum.isOpen, open != nil, isNear(bytes, word) { return false }
      sum.scale(by: factor)
      extendSum(word)
    default: return false
    }
    return true
  }

  private mutating func addToSum(_ value: Int, isTens: Bool, _ word: Range<Int>) {
    if !sum.add(value, isTens: isTens) {
      closeSum()
      _ = sum.add(value, isTens: isTens)
    }
    extendSum(word)
  }

  private mutating func extendSum(_ word: Range<Int>) {
    let isNew = sumRange.isEmpty
    if isNew { sumSentence = sentence }
    sumRange = (isNew ? word.lowerBound : sumRange.lowerBound)..<word.upperBound
    link = nil
  }

  private mutating func closeSum() {
    guard sum.isOpen else { return }
    let value = FigureValue(sum.value)
    if sum.value == 1 {
      // "One" may be hardly more than an article.
      list.terms.append(
        ClaimTerm(key: value.key, range: sumRange, sentence: sumSentence, kind: .function)
      )
    } else {
      addNumber(value, sumRange, sumSentence)
    }
    sum = NumberWordSum()
    sumRange = 0..<0
    guard let link else { return }
    self.link = nil
    open = nil
    list.terms.append(
      ClaimTerm(key: hash64("and"), range: link.range, sentence: link.sentence, kind: .function)
    )
  }

  /// Multiplies the number before a word by what the word says: "1.2 million".
  private mutating func readScale(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard let fact = open, let value = list.facts[fact].value, isNear(bytes, word) else {
      return false
    }
    let power =
      switch String(decoding: folded, as: UTF8.self) {
      case "hundred": 2
      case "thousand", "mille", "mil", "tausend": 3
      case "million", "mn", "mln", "millionen", "millions", "millones": 6
      case "billion", "bn", "milliarden", "milliards": 9
      case "trillion", "tn": 12
      default: 0
      }
    guard power > 0 else { return false }
    let scaled = value.scaled(byPowerOfTen: power)
    list.facts[fact].value = scaled
    list.facts[fact].key = scaled.key
    list.facts[fact].range = list.facts[fact].range.lowerBound..<word.upperBound
    list.terms[list.facts[fact].terms.lowerBound].key = scaled.key
    openEnd = word.upperBound
    return true
  }

  // MARK: - Units and capitals

  /// The sign of the unit of measure that a word after a number is; nil for another word.
  private func unitSign(_ bytes: Span<UInt8>, _ word: Range<Int>) -> String? {
    guard open != nil, isNear(bytes, word) else { return nil }
    return UnitNames.sign(String(decoding: folded, as: UTF8.self))
  }

  private func isNear(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    isGap(bytes, from: openEnd, to: word)
  }

  /// Whether only spaces or a hyphen stand before a word.
  private func isGap(_ bytes: Span<UInt8>, from end: Int, to word: Range<Int>) -> Bool {
    let count = word.lowerBound - end
    guard count >= 0, count <= 3 else { return false }
    for index in end..<word.lowerBound
    where bytes[index] != 0x20 && bytes[index] != UInt8(ascii: "-") { return false }
    return true
  }

  private func noteCapitals(_ bytes: Span<UInt8>, _ term: inout ClaimTerm) {
    let word = term.range
    term.isCapital = LetterBytes.isUpper(bytes, word.lowerBound)
    guard term.isCapital, word.count > 1 else { return }
    term.isAcronym = word.allSatisfy { !(bytes[$0] &- 0x61 < 26) && bytes[$0] < 0x80 }
  }
}
