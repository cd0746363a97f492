extension ClaimReader {
  /// The sentence of the source that has most of the claim's weight, and what share of it; nil when
  /// it has none of its words.
  func bestSentence() -> (sentence: Int, share: Double)? {
    var found: [(sentence: Int, weight: Double)] = []
    var total = 0.0
    for place in contentPlaces {
      total += weights[place]
      for sentence in sentences(of: keys[place]) {
        found.append((sentence, weights[place] * support[place]))
      }
    }
    found.sort { $0.sentence < $1.sentence }
    var best: (sentence: Int, weight: Double)?
    var start = 0
    while start < found.count {
      var end = start
      var sum = 0.0
      while end < found.count, found[end].sentence == found[start].sentence {
        sum += found[end].weight
        end += 1
      }
      if sum > best?.weight ?? 0 { best = (found[start].sentence, sum) }
      start = end
    }
    return best.map { ($0.sentence, total > 0 ? $0.weight / total : 0) }
  }

  /// Whether the claim denies what its support says, or says what its support denies.
  ///
  /// A "not" of the source counts when the next word with a meaning is one of the claim's.
  func isDenied(by sentence: Int) -> Bool {
    let range = source.sentenceTerms[sentence]
    let negators = range.filter { source.content.terms[$0].isNegator }
    if terms.contains(where: \.isNegator) { return negators.isEmpty }
    return negators.contains { place in
      let next = range.suffix(from: place).dropFirst().prefix(4)
        .first { source.content.terms[$0].isContent }
      guard let next else { return false }
      return keys.contains(source.content.terms[next].key)
    }
  }
}
