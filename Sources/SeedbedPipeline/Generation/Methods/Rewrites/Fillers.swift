import SeedbedData
import SeedbedKernels
import SeedbedText

/// Puts in the words that people say while they think.
struct Fillers: TransformMethod {
  /// Fillers in a hundred characters: about two in a hundred words, as in spontaneous speech (Shriberg,
  /// "Preliminaries to a theory of speech disfluencies", 1994).
  private static let rate = 0.4
  /// More of them in one text are only more of the same.
  private static let mostFillers = 256

  let descriptor = MethodDescriptor(
    "fillers",
    "Puts in what people say while they think (um, you know, pues, also, ähm).",
    languages: FillerWords.languages,
    moves: ["form", "noise"],
    rate: Fillers.rate
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, let fillers = FillerWords.for(language: language),
      let lists = CourtesyLists.for(language: language), let frame = CourtesyFrame(seed, lists),
      frame.words.count > 2
    else { return nil }
    let wanted = (seed.rate ?? Self.rate) * Double(seed.text.unicodeScalars.count) / 100
    let whole = Int(max(0, min(wanted, Double(Self.mostFillers))))
    let count = max(1, whole + (random.chance(wanted - Double(whole)) ? 1 : 0))
    var draft = Draft(seed)
    // Place 0 is the start of the text, place n the gap after word n.
    for place in random.sample(count, of: frame.words.count) {
      if place == 0 {
        open(frame, seed, fillers, &draft, &random)
      } else if frame.words[place].gap == .space, !seed.isLocked(frame.words[place].range) {
        insert(after: frame.words[place - 1], frame, fillers, &draft, &random)
      }
    }
    if draft.count == 0 { open(frame, seed, fillers, &draft, &random) }
    return draft.proposal()
  }

  private func open(
    _ frame: CourtesyFrame,
    _ seed: Seed,
    _ fillers: FillerWords,
    _ draft: inout Draft,
    _ random: inout CounterRandom
  ) {
    guard case let begin = frame.body.lowerBound, frame.mayGoOn,
      let opening = random.pick(fillers.openings)
    else { return }
    let phrase = frame.styled((frame.isCasual ? opening.loweredStart : opening) + " ")
    guard draft.replace(begin..<begin, with: phrase, because: "opening") else { return }
    if case .lowers(let letter) = frame.start {
      draft.replace(letter, with: seed.lowered(letter), because: "opening")
    }
  }

  private func insert(
    after word: FoldedWord,
    _ frame: CourtesyFrame,
    _ fillers: FillerWords,
    _ draft: inout Draft,
    _ random: inout CounterRandom
  ) {
    let isAside = fillers.mayFollow(word)
    guard let filler = random.pick(isAside ? fillers.asides : fillers.hesitations) else { return }
    let written = frame.isCasual ? " \(filler)" : ", \(filler),"
    draft.replace(
      word.end..<word.end,
      with: frame.styled(written),
      because: isAside ? "aside" : "hesitation"
    )
  }
}

extension CourtesyFrame {
  /// Whether an unfinished phrase may come before the text.
  var mayGoOn: Bool {
    if case .unclear = start { false } else { true }
  }
}
