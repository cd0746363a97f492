/// A place where "please" or "por favor" fits into a request.
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
  static func places(_ frame: CourtesyFrame, language: String) -> [PoliteRequest] {
    guard frame.words.count >= 3 else { return [] }
    return language == "en" ? english(frame) : spanish(frame)
  }

  private static func english(_ frame: CourtesyFrame) -> [PoliteRequest] {
    let (first, second) = (frame.words[0], frame.words[1])
    let begin = frame.body.lowerBound
    if modals.contains(first.lower), asked.contains(second.lower) {
      let middle = PoliteRequest(
        position: .middle,
        phrase: "please",
        offset: second.range.upperBound
      )
      return [middle] + atEnd(frame, "please")
    }
    guard imperatives.contains(first.lower), objects.contains(second.lower),
      first.range.lowerBound == begin
    else { return [] }
    return [PoliteRequest(position: .start, phrase: "Please", offset: begin)]
      + atEnd(frame, "please")
  }

  private static func spanish(_ frame: CourtesyFrame) -> [PoliteRequest] {
    let (first, second) = (frame.words[0].lower, frame.words[1].lower)
    let asks =
      spanishRequests.contains(first)
      || (["me", "nos"].contains(first) && spanishRequests.contains(second))
    return asks ? atEnd(frame, "por favor") : []
  }

  private static func atEnd(_ frame: CourtesyFrame, _ phrase: String) -> [PoliteRequest] {
    guard frame.end != .unclear, frame.isOneSentence else { return [] }
    return [PoliteRequest(position: .end, phrase: phrase, offset: frame.finalMarks.lowerBound)]
  }

  /// Whether a lower-case word opens a request, so that it is no name.
  static func isRequest(_ word: String) -> Bool {
    imperatives.contains(word) || spanishRequests.contains(word)
  }

  private static let modals: Set<String> = ["can", "could", "would", "will"]
  private static let asked: Set<String> = ["you", "someone", "somebody", "anyone"]
  private static let objects: Set<String> = [
    "me", "us", "my", "our", "the", "this", "that", "these", "a", "an", "it", "him", "her",
  ]
  private static let imperatives: Set<String> = [
    "activate", "add", "arrange", "block", "book", "calculate", "call", "cancel", "change", "check",
    "close", "confirm", "correct", "create", "delete", "describe", "explain", "find", "fix",
    "freeze",
    "get", "give", "help", "increase", "list", "lower", "make", "move", "open", "order", "play",
    "provide", "raise", "refund", "remind", "remove", "replace", "reset", "return", "reverse",
    "schedule", "send", "set", "show", "stop", "tell", "transfer", "unblock", "update", "verify",
  ]
  private static let spanishRequests: Set<String> = [
    "puede", "puedes", "pueden", "podría", "podrías", "podrían", "quiero", "queremos", "quisiera",
    "necesito", "necesitamos", "dime", "dígame", "díganme", "ayúdame", "ayúdeme", "ayúdenme",
    "envíame", "envíenme", "envíeme", "mándame", "mándenme", "mándeme", "muéstrame", "explícame",
    "cancelen", "cambien", "cancele", "cambie", "cancela", "devuélvanme",
  ]
}
