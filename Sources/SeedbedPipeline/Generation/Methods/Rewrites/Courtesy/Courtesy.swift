import SeedbedText

/// The phrases drawn for one text.
struct Courtesy {
  var greeting: String?
  var lead: String?
  var please: PoliteRequest?
  var closing: String?

  /// Puts the phrases round a text.
  func write(round frame: CourtesyFrame, of seed: Seed, _ draft: inout Draft) {
    var before = [greeting, lead].compactMap(\.self)
    var after = ""
    if let please {
      switch please.position {
      case .start: before.append(please.phrase)
      case .middle:
        draft.replace(
          please.offset..<please.offset,
          with: frame.styled(" " + please.phrase),
          because: "please"
        )
      case .end: after = (frame.isCasual ? " " : ", ") + please.phrase
      }
    }
    open(frame, before, seed, &draft)
    let end = frame.body.upperBound
    // Without a final mark both come to one place and make one insertion.
    if frame.finalMarks.isEmpty {
      let reason = [after.isEmpty ? "" : "please", closing == nil ? "" : "closing"]
      draft.replace(
        end..<end,
        with: frame.styled(after + farewell(frame)),
        because: reason.filter { !$0.isEmpty }.joined(separator: ", ")
      )
    } else {
      let marks = frame.ends.wordsEnd
      draft.replace(marks..<marks, with: frame.styled(after), because: "please")
      draft.replace(end..<end, with: frame.styled(farewell(frame)), because: "closing")
    }
  }

  private func open(
    _ frame: CourtesyFrame,
    _ phrases: [String],
    _ seed: Seed,
    _ draft: inout Draft
  ) {
    guard let last = phrases.last else { return }
    var opening = ""
    for phrase in phrases {
      let isInside = opening.isEmpty ? frame.isCasual : opening.goesOn
      opening += (isInside ? phrase.loweredStart : phrase) + " "
    }
    let begin = frame.body.lowerBound
    let reason =
      greeting != nil && lead != nil
      ? "greeting, lead" : greeting != nil ? "greeting" : lead != nil ? "lead" : "please"
    guard draft.replace(begin..<begin, with: frame.styled(opening), because: reason) else {
      return
    }
    if case .lowers(let letter) = frame.start, last.goesOn {
      draft.replace(letter, with: seed.lowered(letter), because: reason)
    }
  }

  private func farewell(_ frame: CourtesyFrame) -> String {
    guard let closing else { return "" }
    if !frame.finalMarks.isEmpty { return " " + closing }
    // Who uses no marks does not begin with them here.
    if frame.isCasual {
      let german = frame.language == "de" && !closing.hasPrefix("Danke")
      let small = german ? closing : closing.loweredStart
      return ", " + small.filter { !".!¡".contains($0) }
    }
    return (frame.isQuestion ? frame.language == "fr" ? " ? " : "? " : ". ") + closing
  }
}

extension Seed {
  /// A letter of the text, small.
  func lowered(_ letter: Range<Int>) -> String { text.slice(letter).lowercased() }

  /// A letter of the text, as it begins a sentence.
  func raised(_ letter: Range<Int>) -> String {
    LetterCase.capitalised.applied(to: String(text.slice(letter)))
  }
}

extension String {
  /// Whether the sentence is not finished, so that what follows begins small.
  var goesOn: Bool {
    guard let last = utf8.last(where: { $0 != 0x20 }) else { return false }
    return last != UInt8(ascii: ".") && last != UInt8(ascii: "!") && last != UInt8(ascii: "?")
  }

  /// The phrase as it stands inside a sentence; "I" keeps its capital.
  var loweredStart: String {
    guard !hasPrefix("I "), let letter = firstIndex(where: \.isLetter) else { return self }
    return self[..<letter] + self[letter].lowercased() + self[index(after: letter)...]
  }
}
