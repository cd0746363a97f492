import SeedbedKernels
import SeedbedText

/// How a text begins and ends, which decides what courtesy fits round it.
struct CourtesyFrame {
  /// How a phrase before the text can be joined to it.
  enum Start {
    /// The first letter is small already, or it is "I".
    case stays
    /// The first word is a common one, whose capital goes when it no longer opens the sentence.
    case lowers(Range<Int>)
    /// The first word may be a name: only a finished sentence may come before.
    case unclear
  }

  let words: [FoldedWord]
  /// The classes of every word, as bits of `CourtesyWords`.
  let classes: [Int]
  /// What any word of the text is.
  let seen: Int
  let start: Start
  let ends: TextEnds
  /// Whether a phrase can be joined to the end: there is a final mark, a letter or a digit.
  let isOpenAtEnd: Bool
  /// Whether the writer uses no capital at the start and no final mark.
  let isCasual: Bool
  /// Whether the text is all in capitals.
  let isShouted: Bool
  let isQuestion: Bool
  /// Whether no mark or line break ends a sentence before the end of the text.
  let isOneSentence: Bool
  let language: String

  /// Where the first character that is no space is, and where the last one ends.
  var body: Range<Int> { ends.body }
  /// The final marks; empty at the end of the body where there are none.
  var finalMarks: Range<Int> { ends.marks }

  /// Reads a text; nil where it has no words.
  init?(_ seed: Seed, _ lists: CourtesyLists) {
    words = FoldedWord.words(of: seed.text)
    guard let first = words.first else { return nil }
    language = seed.language ?? ""
    var (classes, seen) = ([Int](), 0)
    classes.reserveCapacity(words.count)
    for word in words {
      let known = lists.words.classes(word.key)
      classes.append(known)
      seen |= known
    }
    self.classes = classes
    self.seen = seen
    let bytes = seed.text.utf8Span.span
    ends = TextEnds(bytes)
    isShouted = ends.isShouted
    isCasual = first.letterCase == .lower && ends.marks.isEmpty
    isOneSentence = !words.dropFirst().contains { $0.gap == .sentence }
    let follows = classes.count > 1 ? classes[1] : 0
    let opensWithMark = ends.body.lowerBound < first.start
    isQuestion =
      classes[0] & CourtesyWords.question != 0
      || (classes[0] & CourtesyWords.inverted != 0 && follows & CourtesyWords.subject != 0)
      || (isOneSentence && classes[0] & CourtesyWords.statement == 0 && ends.hasQuestionMark)
      || (opensWithMark && ends.opensQuestion)
    if first.letterCase == .lower || isShouted || lists.isCapitalAnyway(first.key) {
      start = .stays
    } else {
      let isFree =
        !seed.isLocked(first.range) && (!opensWithMark || ends.opensWithOnlyMarks(first.start))
      let isCommon = classes[0] & CourtesyWords.common != 0
      start = isCommon && isFree ? .lowers(first.start..<ends.scalarEnd(first.start)) : .unclear
    }
    isOpenAtEnd = !ends.marks.isEmpty || (words.last?.end == ends.body.upperBound)
  }

  /// Whether a word of the text is of a class.
  func has(_ classes: Int) -> Bool { seen & classes != 0 }

  /// A phrase in the writer's case.
  func styled(_ phrase: String) -> String { isShouted ? phrase.uppercased() : phrase }
}
