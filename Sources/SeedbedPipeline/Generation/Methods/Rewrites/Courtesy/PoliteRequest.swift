import SeedbedText

/// A place where "please" or what other languages have for it fits into a request.
struct PoliteRequest {
  /// Where in the sentence it is, which decides on spaces and commas.
  enum Position {
    case start, middle, end
  }

  let position: Position
  let phrase: String
  /// The UTF-8 offset of the insertion.
  let offset: Int

  /// The places in a text; none where it is no clear request.
  static func places(_ frame: CourtesyFrame) -> [PoliteRequest] {
    guard frame.words.count >= 3 else { return [] }
    let (first, second) = (frame.classes[0], frame.classes[1])
    let asks = first & CourtesyWords.modal != 0 && second & CourtesyWords.asked != 0
    switch frame.language {
    case "en":
      if asks {
        let middle = PoliteRequest(position: .middle, phrase: "please", offset: frame.words[1].end)
        return [middle] + atEnd(frame, "please")
      }
      guard first & CourtesyWords.request != 0, second & CourtesyWords.object != 0,
        frame.words[0].start == frame.body.lowerBound
      else { return [] }
      let start = PoliteRequest(position: .start, phrase: "Please", offset: frame.words[0].start)
      return [start] + atEnd(frame, "please")
    case "es":
      let isRequest =
        first & CourtesyWords.request != 0
        || (first & CourtesyWords.object != 0 && second & CourtesyWords.request != 0)
      return isRequest ? atEnd(frame, "por favor") : []
    case "fr":
      guard first & CourtesyWords.request != 0 || asks else { return [] }
      return atEnd(
        frame,
        frame.has(CourtesyWords.familiar) ? "s'il te plaît" : "s'il vous plaît"
      )
    case "de":
      guard asks else { return [] }
      return [PoliteRequest(position: .middle, phrase: "bitte", offset: frame.words[1].end)]
    default: return []
    }
  }

  private static func atEnd(_ frame: CourtesyFrame, _ phrase: String) -> [PoliteRequest] {
    guard frame.isOpenAtEnd, frame.isOneSentence else { return [] }
    return [PoliteRequest(position: .end, phrase: phrase, offset: frame.ends.wordsEnd)]
  }
}
