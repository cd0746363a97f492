import SeedbedData
import SeedbedKernels
import SeedbedText

/// Says some words more formally, or more casually.
struct RegisterShift: TransformMethod {
  /// How likely each further place of the text changes too.
  private static let furtherPlaces = 0.7
  private static let article = WordIndex([("a", 0), ("an", 1)])

  let descriptor = MethodDescriptor(
    "register",
    "Says words and phrases more formally (help me → assist me) or more casually.",
    languages: Register.languages,
    moves: ["register"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, let register = Register.for(language: language) else {
      return nil
    }
    let words = FoldedWord.words(of: seed.text)
    let formal = seed.open(register.places(.formal, words))
    let casual = seed.open(register.places(.casual, words))
    guard !formal.isEmpty || !casual.isEmpty else { return nil }
    let isFormal = casual.isEmpty || (!formal.isEmpty && random.chance(0.5))
    let (direction, places): (Register.Direction, _) =
      isFormal ? (.formal, formal) : (.casual, casual)
    var draft = Draft(seed)
    for index in seed.draw(of: places.count, furtherPlaces: Self.furtherPlaces, &random) {
      let place = places[index]
      let options = register.options(place, direction)
      let option = options[random.index(below: options.count)]
      guard Self.fits(option, after: place.word, words), !seed.isTelling(place.range) else {
        continue
      }
      draft.replace(
        place.range,
        with: LetterCase(words, of: place).applied(to: option),
        because: direction.rawValue
      )
    }
    return draft.proposal()
  }

  /// Whether "a" or "an" before the place fits what comes there.
  private static func fits(_ option: String, after index: Int, _ words: [FoldedWord]) -> Bool {
    guard index > 0, words[index].gap == .space else { return true }
    let article = article.value(words[index - 1].key)
    guard article >= 0 else { return true }
    return IndefiniteArticle.article(before: option) == (article == 0 ? "a" : "an")
  }
}
