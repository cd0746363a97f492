import SeedbedKernels

/// Measures one claim, a range of terms, against a source.
struct ClaimReader {
  /// So many places of one word are looked at.
  static let mostPlaces = 256
  /// So many words with a meaning are paired with each other.
  static let mostPaired = 32
  /// A piece of this many words counts as whole.
  private static let fullRun = 8
  /// What a word of the same family counts.
  private static let relativeSupport = 0.7

  let source: SourceText
  /// The terms of the claim.
  let terms: ArraySlice<ClaimTerm>
  /// Folded stems of the text that the claim is of.
  let stems: [UInt8]
  /// What the question gives, nil without one.
  let given: GivenText?

  /// The key under which the source has each term; 0 where it has none.
  private(set) var keys: [UInt64] = []
  private(set) var support: [Double] = []
  private(set) var weights: [Double] = []

  init(_ source: SourceText, _ terms: ArraySlice<ClaimTerm>, stems: [UInt8], given: GivenText?) {
    self.source = source
    self.terms = terms
    self.stems = stems
    self.given = given
    for term in terms {
      var found = source.index.places(of: term.key).isEmpty ? 0 : term.key
      var support = found == 0 ? 0.0 : 1.0
      if found == 0, !term.stem.isEmpty, let key = source.vocabulary.relative(of: stems[term.stem])
      {
        found = key
        support = Self.relativeSupport
      }
      keys.append(found)
      self.support.append(support)
      weights.append(source.weight(of: found))
    }
  }

  /// All signals but those of facts and embeddings.
  func signals() -> ClaimSignals {
    var signals = ClaimSignals()
    guard !terms.isEmpty else { return signals }
    let places = contentPlaces
    signals.words = Double(support.count { $0 > 0 }) / Double(support.count)
    signals.coverage = coverage(of: places)
    let fresh = places.filter { !isGiven($0) }
    signals.news = fresh.isEmpty ? signals.coverage : coverage(of: fresh)
    signals.weakest = (fresh.isEmpty ? places : fresh).map { support[$0] }.min() ?? 1
    signals.phrases = phraseShare
    signals.runs = runShare
    signals.nearness = nearness(of: places) ?? signals.coverage
    signals.together = togetherness(of: places) ?? signals.coverage
    return signals
  }

  /// Offsets of the words with a meaning; of all words when there are none.
  var contentPlaces: [Int] {
    let content = support.indices.filter { terms[terms.startIndex + $0].isContent }
    return content.isEmpty ? Array(support.indices) : content
  }

  /// Words that the source has neither as they are nor in another form, as bytes of the claim's
  /// text.
  var missing: [Range<Int>] {
    support.indices.compactMap { offset in
      let term = terms[terms.startIndex + offset]
      return support[offset] == 0 && term.kind == .content && !isGiven(offset) ? term.range : nil
    }
  }

  func isGiven(_ offset: Int) -> Bool {
    given?.index.places(of: terms[terms.startIndex + offset].key).isEmpty == false
  }

  private func coverage(of places: [Int]) -> Double {
    var sum = 0.0
    var total = 0.0
    for place in places {
      sum += weights[place] * support[place]
      total += weights[place]
    }
    return total > 0 ? sum / total : 1
  }

  // MARK: - Order

  private var phraseShare: Double {
    let length = min(Phrases.longest, terms.count)
    var found = 0
    for start in 0...terms.count - length {
      var hash: UInt64 = 0
      var asGiven: UInt64 = 0
      for offset in start..<start + length {
        hash = Phrases.extend(hash, by: keys[offset])
        asGiven = Phrases.extend(asGiven, by: terms[terms.startIndex + offset].key)
      }
      if source.phrases.contains(hash) || given?.phrases.contains(asGiven) == true { found += 1 }
    }
    return Double(found) / Double(terms.count - length + 1)
  }

  /// The mean length, by words, of the longest pieces that source or question have, of the longest
  /// that counts (after the extractive fragments of Grusky et al., "Newsroom", 2018).
  private var runShare: Double {
    let full = min(Self.fullRun, terms.count)
    var sum = 0
    var start = 0
    while start < terms.count {
      let length = max(
        run(from: start, keys, source.content.terms, source.index),
        given.map { run(from: start, terms.map(\.key), $0.terms, $0.index) } ?? 0
      )
      sum += length * min(length, full)
      start += max(1, length)
    }
    return Double(sum) / Double(terms.count * full)
  }

  private func run(
    from start: Int,
    _ keys: [UInt64],
    _ other: [ClaimTerm],
    _ index: KeyIndex
  ) -> Int {
    var longest = 0
    for place in index.places(of: keys[start]).prefix(Self.mostPlaces) {
      var length = 1
      while start + length < keys.count, place + length < other.count, keys[start + length] != 0,
        other[place + length].key == keys[start + length]
      { length += 1 }
      longest = max(longest, length)
    }
    return longest
  }
}
