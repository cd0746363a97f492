import SeedbedKernels
import SeedbedText

/// A section read for asking about it: its prose, sentence by sentence.
struct SectionReading: Sendable {
  typealias Sentence = SectionProse.Sentence

  let words: QuestionWords
  private let prose: SectionProse
  private let lexicon: DocumentLexicon
  private let scalars: [Unicode.Scalar]

  init(_ prose: SectionProse, _ words: QuestionWords, _ lexicon: DocumentLexicon) {
    self.prose = prose
    self.words = words
    self.lexicon = lexicon
    scalars = Array(prose.section.text.unicodeScalars)
  }

  var section: DocumentSection { prose.section }
  var passages: [ProseText] { prose.passages }
  var sentences: [Sentence] { prose.sentences }

  /// The words of a sentence from one to another, with what stands between them.
  func text(_ sentence: Sentence, _ part: Range<Int>) -> String {
    guard !part.isEmpty else { return "" }
    let words = sentence.words
    let start = words[part.lowerBound].range.lowerBound
    return passages[sentence.passage].text(start..<words[part.upperBound - 1].range.upperBound)
  }

  /// Words from the beginning of a sentence as they stand within one.
  func within(_ sentence: Sentence, _ part: Range<Int>) -> String {
    let text = text(sentence, part)
    guard part.lowerBound == 0, let first = sentence.words.first, isLowered(first) else {
      return text
    }
    guard let letter = text.unicodeScalars.first else { return text }
    return letter.properties.lowercaseMapping
      + String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
  }

  /// Whether the first word of a sentence has its capital only from that.
  private func isLowered(_ word: ProseWord) -> Bool {
    guard !word.isCode, !word.hasInnerCapital else { return false }
    if words.functionWords.contains(word.lower) || words.articles.contains(word.lower) {
      return true
    }
    if words.language == "de" { return false }
    // A word that only begins this sentence is seldom a name when it has such an ending.
    return lexicon.isSmall(word.lower)
      ?? (word.lower.hasSuffix("s") || words.language == "en" && word.lower.hasSuffix("ing"))
  }

  /// Whether a word is a name or a term of its own: code, or a capital that no sentence explains.
  func isName(_ word: ProseWord, isFirst: Bool) -> Bool {
    if word.isCode || word.hasInnerCapital { return true }
    guard word.isCapitalised, !words.functionWords.contains(word.lower) else { return false }
    return isFirst ? lexicon.isSmall(word.lower) != true : true
  }

  /// The section's text between two words of a sentence, as it stands there with its marks.
  ///
  /// - Returns: Unicode scalars of the section; nil where the slice would hold half of a mark, or marks
  ///   that no reader wants to see.
  func slice(_ sentence: Sentence, _ part: Range<Int>) -> Range<Int>? {
    guard !part.isEmpty else { return nil }
    let words = sentence.words
    return slice(
      sentence,
      scalars: words[part.lowerBound].range.lowerBound..<words[part.upperBound - 1].range.upperBound
    )
  }

  /// The section's text for some scalars of a sentence's prose.
  func slice(_ sentence: Sentence, scalars part: Range<Int>) -> Range<Int>? {
    guard var source = passages[sentence.passage].source(of: part) else { return nil }
    guard section.isVerbatim else { return source }
    for _ in 0..<4 where !Self.isWhole(scalars[source]) {
      // A mark that begins before the first word, or ends behind the last, belongs to the slice.
      if Self.beginsInside(scalars[source]) {
        guard let mark = run(before: source.lowerBound) else { return nil }
        source = mark..<source.upperBound
      } else {
        guard let mark = run(after: source.upperBound) else { return nil }
        source = source.lowerBound..<mark
      }
    }
    return Self.isWhole(scalars[source]) && isReadable(source) ? source : nil
  }

  /// Whether a slice of the section has no marks but those of code and emphasis.
  func isReadable(_ range: Range<Int>) -> Bool {
    guard section.isVerbatim else { return true }
    let text = answer(range)
    let markup = ["](", "][", "<!--", "-->", "</", "<span", "![", "&nbsp;"]
    return !markup.contains { text.contains($0) }
  }

  /// Where the run of one mark before a scalar begins; nil where there is none.
  private func run(before end: Int) -> Int? {
    guard end > 0, Self.isMark(scalars[end - 1]) else { return nil }
    var start = end - 1
    while start > 0, scalars[start - 1] == scalars[end - 1] { start -= 1 }
    return start
  }

  /// Where the run of one mark after a scalar ends; nil where there is none.
  private func run(after start: Int) -> Int? {
    guard start < scalars.count, Self.isMark(scalars[start]) else { return nil }
    var end = start + 1
    while end < scalars.count, scalars[end] == scalars[start] { end += 1 }
    return end
  }

  /// The words of a slice of the section.
  func answer(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "`" || scalar == "*" || scalar == "_"
  }

  /// Whether no mark of a slice has its partner outside.
  private static func isWhole(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
    isBalanced(slice) && !beginsInside(slice)
  }

  /// Whether every run of marks has its partner, and every quotation mark too.
  private static func isBalanced(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
    var ticks = 0, stars = 0, lines = 0, quotes = 0
    var previous: Unicode.Scalar?
    for (place, scalar) in zip(slice.indices, slice) {
      let goesOn = scalar == previous
      previous = scalar
      switch scalar {
      case "`" where !goesOn: ticks += 1
      case "*" where ticks % 2 == 0 && !goesOn: stars += 1
      case "_" where ticks % 2 == 0 && !goesOn:
        // Within a word it joins two parts.
        let isInside =
          place > slice.startIndex && place + 1 < slice.endIndex
          && slice[place - 1].properties.isAlphabetic && slice[place + 1].properties.isAlphabetic
        if !isInside { lines += 1 }
      case "“": quotes += 1
      case "”": quotes -= 1
      default: break
      }
    }
    return ticks % 2 == 0 && stars % 2 == 0 && lines % 2 == 0 && quotes == 0
  }

  /// Whether the first mark inside a slice closes what began before it.
  private static func beginsInside(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let mark = slice.firstIndex(where: isMark), mark > slice.startIndex,
      !slice[mark - 1].properties.isWhitespace
    else { return false }
    guard let next = slice[mark...].first(where: { !isMark($0) }) else { return true }
    return next.properties.isWhitespace || ".,;:!?)”’".unicodeScalars.contains(next)
  }

  /// Whether a sentence can be understood without those before it.
  func standsAlone(_ sentence: Sentence, words count: ClosedRange<Int> = 5...40) -> Bool {
    guard count.contains(sentence.words.count), let first = sentence.words.first,
      let last = sentence.words.last, last.tail.hasPrefix("."), first.lead.isEmpty,
      first.isCode || first.isCapitalised || first.hasDigit
    else { return false }
    if !first.isCode, words.openers.contains(first.lower) { return false }
    // "The problem is …" speaks of one that was described before; "the type of x" does not.
    if SentenceSubject.definite.contains(first.lower), sentence.words.count > 1 {
      let (second, third) = (sentence.words[1], sentence.words.dropFirst(2).first?.lower ?? "")
      if !second.isCode, words.vague.contains(second.lower), third != "of" { return false }
    }
    if sentence.text.contains("(") != sentence.text.contains(")") || isRaised(sentence) {
      return false
    }
    return !sentence.words.contains { !$0.isCode && words.pointers.contains($0.lower) }
  }

  /// Whether a sentence has raised or lowered figures, which mean something else without their marks.
  private func isRaised(_ sentence: Sentence) -> Bool {
    guard let source = passages[sentence.passage].source(of: sentence.range) else { return false }
    let text = answer(source)
    return text.contains("<sup") || text.contains("<sub")
  }

  /// Whether the capital of a sentence's first word may be that of a name or of the sentence alone.
  func isUnclear(_ word: ProseWord) -> Bool {
    !word.isCode && !word.hasInnerCapital && !words.functionWords.contains(word.lower)
      && !words.articles.contains(word.lower) && lexicon.isSmall(word.lower) == nil
      && !isLowered(word)
  }
}
