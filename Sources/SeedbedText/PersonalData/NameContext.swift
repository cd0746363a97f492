/// What stands before and behind a name.
struct NameContext {
  /// The flags of the word right before, of the one before that, and of the one behind.
  var before: WordFlags = []
  var secondBefore: WordFlags = []
  var after: WordFlags = []
  /// Whether the name begins its sentence.
  var startsSentence = false
  /// Whether the line holds nothing else.
  var isLine = false
  /// Whether a genitive follows.
  var isGenitive = false
  /// Whether the words before announce a person: "my name is", "I'm".
  var announcesPerson = false
  /// Whether a title stands before.
  var hasTitle = false
  /// Whether it is the speaker of a line: `Maria:`.
  var speaks = false
  /// Whether it is behind a colon on its line, with the word before that.
  var labelled: WordFlags = []
  var isLabelled = false

  init(_ text: TokenText, _ run: NameRun) {
    let start = run.tokens.lowerBound
    let end = run.tokens.upperBound
    startsSentence = text.startsSentence(start)
    isLine = text[start].startsLine && text.endsLine(end - 1)
    let next = text[end]
    isGenitive =
      (next.isMark("'") || next.first == 0xE2) && next.gap == .none
      && text.isWord(end + 1, "s")
    if next.kind == .word, !next.startsLine { after = next.flags }
    if isGenitive { after = text[end + 2].startsLine ? [] : text[end + 2].flags }
    guard start > 0, !text[start].startsLine else {
      speaks = next.isMark(":") && text[start].startsLine && !text[end + 1].isMark(":")
      return
    }
    var place = start - 1
    if text[place].isMark("."), text[place - 1].flags.contains(.honorific) {
      place -= 1
      hasTitle = true
    } else if text[place].flags.contains(.honorific),
      text[place].shape != .lower || text.isLowercase
    {
      hasTitle = true
    }
    if text[place].isMark(":") {
      isLabelled = true
      labelled = text[place - 1].flags
    }
    if text[place].kind == .word, !text[start].startsLine {
      before = text[place].flags
      if place > 0, text[place - 1].kind == .word, !text[place].startsLine {
        secondBefore = text[place - 1].flags
      }
    }
    announcesPerson = Self.announces(text, start)
  }

  private static func announces(_ text: TokenText, _ start: Int) -> Bool {
    if text.isWord(start - 1, "is") || text.isWord(start - 1, "was") || text[start - 1].isMark(":")
    {
      if text[start - 2].flags.contains(.nameCue) { return true }
    }
    if text.isWord(start - 1, "called") || text.isWord(start - 1, "named") { return true }
    // I'm, I am, this is, here is
    let isContracted =
      text.isWord(start - 1, "m") && text[start - 1].gap == .none && text.isWord(start - 3, "i")
    if isContracted || text.isWord(start - 1, "am") && text.isWord(start - 2, "i") { return true }
    if text.isWord(start - 1, "is"), text.isWord(start - 2, "this") || text.isWord(start - 2, "it")
    {
      return true
    }
    // What's your name? X
    if text[start - 1].isMark("?"), text[start - 2].flags.contains(.nameCue) { return true }
    let words: [StaticString] = ["llamo", "heiße", "heisse", "appelle", "chiamo", "chamo", "heet"]
    return words.contains { text.isWord(start - 1, $0) }
  }
}
