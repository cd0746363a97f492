import SeedbedData
import SeedbedKernels

/// What is wrong with a turn that a model wrote for one of two speakers.
enum TurnChecks {
  /// From this share of common runs of five words on, a turn repeats another one.
  private static let repetition = 0.8
  private static let runLength = 5

  /// The fault of a turn, in one sentence; nil where it is fit.
  ///
  /// - Parameters:
  ///   - text: The turn.
  ///   - speaker: Who is to say it.
  ///   - earlier: The turns before it.
  /// - Returns: The fault, or nil.
  static func fault(
    _ text: String,
    of speaker: ConversationForm.Speaker,
    after earlier: [ConversationForm.Turn]
  ) -> String? {
    let who = speaker == .assistant ? "assistant" : "user"
    let text = text.trimmed
    guard !WordScanner.words(in: text.utf8Span.span).isEmpty else {
      return "a turn of the \(who) is empty"
    }
    if let leak = roleLeak(text, of: speaker) {
      return "a turn of the \(who) falls out of its role (“\(leak)”)"
    }
    let runs = runs(of: text)
    for turn in earlier where similarity(runs, Self.runs(of: turn.text)) >= repetition {
      return "a turn of the \(who) repeats an earlier one"
    }
    return nil
  }

  /// Words with which a turn speaks of its role, or for the other side; nil where it does not.
  private static func roleLeak(_ text: String, of speaker: ConversationForm.Speaker) -> String? {
    for (number, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      let start = line.drop { $0.isWhitespace || "*#[<|".contains($0) }.lowercased()
      // Further down, "Customer: Lee" may be a form that someone fills in.
      let heads = number == 0 ? speakers + otherSpeakers : speakers
      if let head = heads.first(where: { start.hasPrefix($0) }) { return head }
    }
    let lower = VerbatimText(text, foldsCase: true)
    let phrases = speaker == .assistant ? assistantLeaks : userLeaks
    return phrases.first { !lower.places(of: $0, whole: true).isEmpty }
  }

  /// Heads of lines that name a speaker.
  private static let speakers = [
    "user:", "human:", "assistant:", "user**:", "assistant**:", "user>", "assistant>",
  ]
  /// Heads that name one at the beginning of a turn.
  private static let otherSpeakers = [
    "customer:", "ai:", "bot:", "chatbot:", "usuario:", "asistente:", "utilisateur:", "benutzer:",
    "nutzer:", "assistent:",
  ]
  private static let userLeaks = [
    "as the user", "as a user,", "i am the user", "i'm the user", "as an ai", "as a language model",
    "how can i help you", "how can i assist you", "how may i assist you", "how may i help you",
    "here is the next message", "here's the next message", "next user message", "als nutzer,",
    "als der nutzer", "como usuario,", "como el usuario", "en tant qu'utilisateur",
    "como modelo de lenguaje", "als ki", "als sprachmodell", "en tant que modèle",
  ]
  private static let assistantLeaks = [
    "as the assistant", "as the user", "the user asks", "the user wants", "my system prompt",
    "my instructions say", "as instructed above", "in this roleplay", "in this role-play",
    "als der assistent", "como el asistente", "en tant qu'assistant,",
  ]

  /// The hashes of a text's runs of five words, ascending; those of all its words where it is shorter.
  static func runs(of text: String) -> [UInt64] {
    let lower = text.lowercased()
    let bytes = lower.utf8Span.span
    let words = WordScanner.words(in: bytes).map { hash64(lower.utf8Part($0)) }
    let length = min(runLength, words.count)
    guard length > 0 else { return [] }
    var runs: Set<UInt64> = []
    for start in 0...(words.count - length) {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for word in words[start..<(start + length)] { hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15 }
      runs.insert(hash)
    }
    return runs.sorted()
  }

  /// The share of runs that two texts have in common, 0…1.
  static func similarity(_ left: [UInt64], _ right: [UInt64]) -> Double {
    jaccard(left.span, right.span)
  }
}

extension String {
  /// The part of the text at UTF-8 offsets that lie between scalars.
  fileprivate func utf8Part(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }
}
