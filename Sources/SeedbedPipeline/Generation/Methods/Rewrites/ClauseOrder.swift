import SeedbedData
import SeedbedKernels
import SeedbedText

/// Lets the two clauses of a sentence change places: "If A, B" and "B if A".
struct ClauseOrder: TransformMethod {
  let descriptor = MethodDescriptor(
    "clause_order",
    "Lets two clauses change places (If A, B ↔ B if A) where neither leans on the order.",
    languages: ClauseWords.languages,
    moves: ["form"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, let clauses = ClauseWords.for(language: language),
      let lists = CourtesyLists.for(language: language)
    else { return nil }
    let words = FoldedWord.words(of: seed.text)
    let bytes = seed.text.utf8Span.span
    var pairs: [ClauseWords.Pair] = []
    var first = 0
    while first < words.count {
      var end = first + 1
      while end < words.count, !words[end].opensSentence { end += 1 }
      if let pair = clauses.pair(words, first..<end), Self.stands(words, first..<end, bytes) {
        pairs.append(pair)
      }
      first = end
    }
    guard let pair = random.pick(pairs) else { return nil }
    var draft = Draft(seed)
    let swap = ClauseSwap(seed, words, lists)
    return swap.write(pair, &draft) ? draft.proposal() : nil
  }

  /// Whether a sentence stands free: nothing but its own marks round it.
  private static func stands(
    _ words: [FoldedWord],
    _ sentence: Range<Int>,
    _ bytes: Span<UInt8>
  ) -> Bool {
    let (start, end) = (words[sentence.lowerBound].start, words[sentence.upperBound - 1].end)
    let opens = start == 0 || " \n\t".utf8.contains(bytes[start - 1])
    return opens && (end == bytes.count || " .!?\n\r".utf8.contains(bytes[end]))
  }
}

/// Writes two clauses in the other order; the one that holds nothing locked is the one that moves.
private struct ClauseSwap {
  let seed: Seed
  let words: [FoldedWord]
  let lists: CourtesyLists

  init(_ seed: Seed, _ words: [FoldedWord], _ lists: CourtesyLists) {
    self.seed = seed
    self.words = words
    self.lists = lists
  }

  func write(_ pair: ClauseWords.Pair, _ draft: inout Draft) -> Bool {
    let (front, back) =
      pair.isDependentFirst ? (pair.dependent, pair.main) : (pair.main, pair.dependent)
    // The comma follows a dependent clause that comes first.
    let link = pair.isDependentFirst ? " " : ", "
    guard let lowered = lowered(front), let raised = raised(front, back) else { return false }
    let (start, middle) = (words[front.lowerBound].start, words[back.lowerBound].start)
    let (frontEnd, end) = (words[front.upperBound - 1].end, words[back.upperBound - 1].end)
    let reason = pair.isDependentFirst ? "main clause first" : "main clause last"
    if !seed.isLocked(start..<middle), !raised.touchesLock {
      let rest = raised.letter.upperBound
      return draft.replace(start..<rest, with: raised.text, because: reason)
        && draft.replace(end..<end, with: link + lowered.whole, because: reason)
    }
    guard !seed.isLocked(frontEnd..<end), !lowered.touchesLock else { return false }
    let moved = raised.text + seed.text.slice(raised.letter.upperBound..<end) + link
    return draft.replace(
      start..<lowered.letter.upperBound,
      with: moved + lowered.text,
      because: reason
    )
      && draft.replace(frontEnd..<end, with: "", because: reason)
  }

  private struct Clause {
    /// The first letter, as it is to be written.
    var text: String
    var letter: Range<Int>
    var touchesLock: Bool
    /// The whole clause with that letter.
    var whole: String
  }

  /// The clause that no longer opens the sentence; nil where its first word may be a name.
  private func lowered(_ clause: Range<Int>) -> Clause? {
    let first = words[clause.lowerBound]
    let letter = letter(first)
    let end = words[clause.upperBound - 1].end
    let rest = seed.text.slice(letter.upperBound..<end)
    let isKept = first.letterCase != .capitalised || lists.isCapitalAnyway(first.key)
    guard
      isKept
        || lists.words.has(
          first.key,
          CourtesyWords.common | CourtesyWords.request | CourtesyWords.pleading
        )
    else {
      return nil
    }
    let text = isKept ? String(seed.text.slice(letter)) : seed.lowered(letter)
    return Clause(
      text: text,
      letter: letter,
      touchesLock: seed.isLocked(letter) && !isKept,
      whole: text + rest
    )
  }

  /// The clause that opens the sentence now, with a capital where the other one had it.
  private func raised(_ front: Range<Int>, _ back: Range<Int>) -> Clause? {
    let first = words[back.lowerBound]
    let letter = letter(first)
    let needsCapital =
      words[front.lowerBound].letterCase == .capitalised && first.letterCase == .lower
    let text = needsCapital ? seed.raised(letter) : String(seed.text.slice(letter))
    return Clause(
      text: text,
      letter: letter,
      touchesLock: seed.isLocked(letter),
      whole: ""
    )
  }

  private func letter(_ word: FoldedWord) -> Range<Int> {
    let lead = seed.text.utf8Span.span[word.start]
    return word.start..<(word.start + (lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4))
  }
}
