import SeedbedData

/// The phrases drawn for one text.
struct Courtesy {
  var greeting: String?
  var lead: String?
  var please: PoliteRequest?
  var closing: String?

  /// What was drawn, for the record.
  var parameters: JSONObject {
    var parameters = JSONObject()
    parameters["greeting"] = greeting.map { .string($0) }
    parameters["lead"] = lead.map { .string($0) }
    parameters["please"] = please.map { .string($0.phrase) }
    parameters["closing"] = closing.map { .string($0) }
    return parameters
  }

  /// Puts the phrases round a text.
  func write(round frame: CourtesyFrame, _ draft: inout Draft) {
    var before = [greeting, lead].compactMap(\.self)
    var after = ""
    if let please {
      switch please.position {
      case .start: before.append(please.phrase)
      case .middle:
        draft.replace(please.offset..<please.offset, with: frame.styled(" " + please.phrase))
      case .end: after = (frame.isCasual ? " " : ", ") + please.phrase
      }
    }
    open(frame, before, &draft)
    let end = frame.body.upperBound
    // Without a final mark both come to one place and make one insertion.
    if frame.finalMarks.isEmpty {
      draft.replace(end..<end, with: frame.styled(after + farewell(frame)))
    } else {
      let marks = frame.finalMarks.lowerBound
      draft.replace(marks..<marks, with: frame.styled(after))
      draft.replace(end..<end, with: frame.styled(farewell(frame)))
    }
  }

  private func open(_ frame: CourtesyFrame, _ phrases: [String], _ draft: inout Draft) {
    guard let last = phrases.last else { return }
    var opening = ""
    for phrase in phrases {
      let isInside = opening.isEmpty ? frame.isCasual : opening.goesOn
      opening += (isInside ? phrase.loweredStart : phrase) + " "
    }
    let begin = frame.body.lowerBound
    guard draft.replace(begin..<begin, with: frame.styled(opening)) else { return }
    if case .lowers(let letter) = frame.start, last.goesOn {
      draft.replace(letter, with: frame.words[0].text.prefix(1).lowercased())
    }
  }

  private func farewell(_ frame: CourtesyFrame) -> String {
    guard let closing else { return "" }
    if !frame.finalMarks.isEmpty { return " " + closing }
    // Who uses no marks does not begin with them here.
    return frame.isCasual
      ? ", " + closing.loweredStart.filter { !".!¡".contains($0) }
      : (frame.isQuestion ? "? " : ". ") + closing
  }
}

extension CourtesyFrame {
  /// Whether the text may follow a phrase.
  func mayFollow(_ phrase: String) -> Bool {
    if case .unclear = start { return !phrase.goesOn }
    return true
  }

  /// A phrase in the writer's case.
  func styled(_ phrase: String) -> String { isShouted ? phrase.uppercased() : phrase }
}

extension String {
  /// Whether the sentence is not finished, so that what follows begins small.
  fileprivate var goesOn: Bool {
    guard let last = last(where: { $0 != " " }) else { return false }
    return !".!?".contains(last)
  }

  /// The phrase as it stands inside a sentence; "I" keeps its capital.
  fileprivate var loweredStart: String {
    guard !hasPrefix("I "), let letter = firstIndex(where: \.isLetter) else { return self }
    return self[..<letter] + self[letter].lowercased() + self[index(after: letter)...]
  }
}
