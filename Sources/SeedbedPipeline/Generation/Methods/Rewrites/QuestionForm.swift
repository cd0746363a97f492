import SeedbedData
import SeedbedKernels
import SeedbedText

/// Asks for the way to what a text says that somebody wants to do, or the other way round.
struct QuestionForm: TransformMethod {
  let descriptor = MethodDescriptor(
    "question_form",
    "Turns a need into a question (I want to X → How do I X?) or back.",
    preserves: [.label, .spans],
    tasks: [.classification, .extraction],
    languages: NeedWords.languages,
    moves: ["form"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, let lists = NeedWords.for(language: language) else {
      return nil
    }
    let words = FoldedWord.words(of: seed.text)
    guard let need = lists.need(words, in: seed.text),
      let phrase = random.pick(need.isQuestion ? lists.statements : lists.questions)
    else { return nil }
    let ends = TextEnds(seed.text.utf8Span.span)
    guard words[words.count - 1].end == ends.wordsEnd else { return nil }
    let isCasual = words[0].letterCase == .lower && ends.marks.isEmpty
    var draft = Draft(seed)
    let reason = need.isQuestion ? "state" : "ask"
    var opening = isCasual ? phrase.loweredStart : phrase
    // Spanish marks a question at both ends.
    if language == "es", !need.isQuestion, !isCasual { opening = "¿" + opening }
    let start = need.isQuestion ? ends.body.lowerBound : words[0].start
    guard start == words[0].start || (language == "es" && ends.opensWithOnlyMarks(words[0].start)),
      draft.replace(start..<words[need.count - 1].end, with: opening, because: reason)
    else { return nil }
    if !isCasual {
      let mark = need.isQuestion ? "." : language == "fr" ? " ?" : "?"
      guard draft.replace(ends.wordsEnd..<ends.body.upperBound, with: mark, because: reason) else {
        return nil
      }
    }
    return draft.proposal()
  }
}
