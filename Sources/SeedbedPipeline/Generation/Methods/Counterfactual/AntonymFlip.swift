import SeedbedData
import SeedbedKernels
import SeedbedText

/// Puts opposites in the place of the words that a label hangs on.
struct AntonymFlip: TransformMethod {
  let descriptor = CounterfactualMethods.descriptor(
    "antonym",
    "Puts opposites for the words that the label hangs on (good → bad) and turns the label round.",
    languages: Antonyms.languages
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let opposite = OppositeLabels.opposite(of: seed.label), let language = seed.language,
      let antonyms = opposite.kind == .action
        ? Antonyms.actions(language: language) : Antonyms.for(language: language)
    else { return nil }
    let words = FoldedWord.words(of: seed.text)
    guard words.count <= 200, !antonyms.hasNegation(words) else { return nil }
    var places = words.indices.filter { antonyms.has(words[$0]) }
    switch opposite.kind {
    case .sentiment:
      // Every feeling must turn, and all of them must be what the label says.
      let feelings = words.indices.filter { antonyms.valence(words[$0].key) != nil }
      guard !feelings.isEmpty, !antonyms.hasContrast(words),
        feelings.allSatisfy({
          // One that looks like a part of a name cannot turn.
          antonyms.valence(words[$0].key) == opposite.isAffirmative && antonyms.has(words[$0])
        })
      else { return nil }
      places = feelings
    case .truth:
      // What is not hot need not be cold: only what holds can be turned into what does not.
      guard opposite.isAffirmative, words.count <= 40,
        !words.dropFirst().contains(where: { $0.gap == .sentence }),
        let place = random.pick(places.filter { !seed.isLocked(words[$0].range) })
      else { return nil }
      places = [place]
    case .action:
      places = words.indices.filter {
        antonyms.isForm(words[$0].key, of: opposite.from, becoming: opposite.to)
      }
    }
    guard !places.isEmpty else { return nil }
    var draft = Draft(seed)
    for place in places {
      guard let antonym = antonyms.pick(words[place].key, &random),
        write(antonym, at: place, words, language, seed, &draft)
      else { return nil }
    }
    return draft.proposal(["from": .string(seed.label ?? "")], label: opposite.label)
  }

  private func write(
    _ antonym: String,
    at place: Int,
    _ words: [FoldedWord],
    _ language: String,
    _ seed: Seed,
    _ draft: inout Draft
  ) -> Bool {
    let word = words[place]
    guard
      draft.replace(
        word.range,
        with: word.letterCase.applied(to: antonym),
        because: "antonym"
      )
    else { return false }
    guard language == "en", place > 0, word.gap == .space else { return true }
    let before = words[place - 1]
    let old = seed.text.slice(before.range).lowercased()
    guard old == "a" || old == "an", let article = IndefiniteArticle.article(before: antonym),
      article != old
    else { return true }
    return draft.replace(
      before.range,
      with: before.letterCase.applied(to: article),
      because: "article"
    )
  }
}

extension Antonyms {
  /// One of the opposites of a word.
  fileprivate func pick(_ key: UInt64, _ random: inout CounterRandom) -> String? {
    random.pick(opposites(key))
  }
}
