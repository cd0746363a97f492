import SeedbedKernels
import SeedbedText

extension FormatLayout {
  private static let bullets = ["- ", "* ", "\u{2022} "]

  /// One line with a bullet or number a sentence.
  mutating func makeList(_ random: inout CounterRandom) {
    guard !gaps.isEmpty else { return }
    let choice = random.index(below: Self.bullets.count + 1)
    func bullet(_ number: Int) -> String {
      choice < Self.bullets.count ? Self.bullets[choice] : "\(number). "
    }
    wrap(bullet(1), "", between: { "\n" + bullet($0 + 2) }, because: "list")
  }

  /// One row a sentence.
  mutating func makeTable(_ bytes: Span<UInt8>, _ words: FormatWords) {
    guard words.columns.count == 2, !holds(bytes, { $0 == UInt8(ascii: "|") || $0 < 0x20 }) else {
      return
    }
    let head = "| \(words.columns[0]) | \(words.columns[1]) |\n| --- | --- |\n| 1 | "
    wrap(head, " |", between: { " |\n| \($0 + 2) | " }, because: "table")
  }

  /// A string, or a list of strings, in a JSON object (RFC 8259).
  mutating func makeJSON(_ bytes: Span<UInt8>, _ random: inout CounterRandom) {
    func needsEscape(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
    }
    let key = ["message", "text", "content", "body"][random.index(below: 4)]
    let isSplit = !gaps.isEmpty && random.chance(0.5)
    let hasUnfit = isSplit ? holds(bytes, needsEscape) : body.contains { needsEscape(bytes[$0]) }
    guard !hasUnfit else { return }
    if isSplit {
      wrap("{\"\(key)s\": [\"", "\"]}", between: { _ in "\", \"" }, because: "json")
    } else {
      wrap("{\"\(key)\": \"", "\"}", because: "json")
    }
  }

  /// A subject, a greeting and a closing; not what the text says itself.
  mutating func makeEmail(_ words: FormatWords, _ random: inout CounterRandom) {
    let language = seed.language ?? ""
    guard let lists = CourtesyLists.for(language: language),
      let frame = CourtesyFrame(seed, lists),
      let subject = random.pick(words.subjects), let greeting = random.pick(words.greetings),
      let closing = random.pick(words.closings)
    else { return }
    let greets = frame.classes[0] & CourtesyWords.greeting != 0
    let closes = frame.classes.suffix(4).contains { $0 & CourtesyWords.thanking != 0 }
    wrap(
      subject + "\n\n" + (greets ? "" : greeting + "\n\n"),
      closes ? "" : "\n\n" + closing,
      because: "email"
    )
  }

  /// One turn a sentence, or one for all.
  mutating func makeChat(
    _ bytes: Span<UInt8>,
    _ words: FormatWords,
    _ random: inout CounterRandom
  ) {
    guard let speaker = random.pick(words.speakers) else { return }
    let isSplit = random.chance(0.5)
    let name = speaker + (seed.language == "fr" ? " : " : ": ")
    wrap(name, "", between: isSplit ? { _ in "\n" + name } : nil, because: "chat")
  }

  /// A field among others.
  mutating func makeForm(_ words: FormatWords, _ random: inout CounterRandom) {
    guard let message = random.pick(words.message) else { return }
    var fields = words.fields
    random.shuffle(&fields)
    let count = 1 + random.index(below: min(3, fields.count))
    let before = random.index(below: count + 1)
    let name = message + (seed.language == "fr" ? " : " : ": ")
    wrap(
      fields[..<before].map { $0 + "\n" }.joined() + name,
      fields[before..<count].map { "\n" + $0 }.joined(),
      because: "form"
    )
  }

  /// Lines joined to sentences, without the bullets and numbers of a list.
  mutating func makeProse(_ bytes: Span<UInt8>) {
    let breaks = gaps.filter { gap in gap.contains { bytes[$0] == 0x0A || bytes[$0] == 0x0D } }
    guard !breaks.isEmpty else { return }
    let first = bulletEnd(bytes, body.lowerBound)
    if first > body.lowerBound {
      replace(body.lowerBound..<first, with: "", because: "prose")
    }
    for gap in breaks {
      let ended = ".!?:,;".utf8.contains(bytes[gap.lowerBound - 1])
      let next = bulletEnd(bytes, gap.upperBound)
      let goesOn = bytes[next] &- 0x61 < 26
      replace(
        gap.lowerBound..<next,
        with: ended ? " " : goesOn ? ", " : ". ",
        because: "prose"
      )
    }
  }

  /// The end of a bullet or number of a list at a place; the place itself where there is none.
  private func bulletEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    func at(_ index: Int) -> UInt8 { index < body.upperBound ? bytes[index] : 0 }
    if "-*+".utf8.contains(at(start)), at(start + 1) == 0x20 {
      return content(bytes, start + 2, start)
    }
    if at(start) == 0xE2, at(start + 1) == 0x80, at(start + 2) == 0xA2, at(start + 3) == 0x20 {
      return content(bytes, start + 4, start)
    }
    var end = start
    while end < start + 3, at(end) &- 0x30 < 10 { end += 1 }
    guard end > start, ".)".utf8.contains(at(end)), at(end + 1) == 0x20 else { return start }
    return content(bytes, end + 2, start)
  }

  /// The place after a bullet, where something follows.
  private func content(_ bytes: Span<UInt8>, _ place: Int, _ start: Int) -> Int {
    place < body.upperBound && bytes[place] > 0x20 ? place : start
  }
}
