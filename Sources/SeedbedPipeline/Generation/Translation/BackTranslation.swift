public import SeedbedData
public import SeedbedKernels

/// Says a text in other words by translating it into another language and back.
///
/// Sennrich, Haddow and Birch, "Improving neural machine translation models with monolingual data" (2016), made
/// training data so; Xie et al., "Unsupervised data augmentation" (2020), used the way and back for rewording.
/// Entities, figures and names go as placeholders and come back with their own bytes. What comes back is
/// compared with the original word by word, and each run of other words is an edit.
public struct BackTranslation: TranslatingMethod {
  private static let name = "back_translation"

  /// Makes the method.
  public init() {}

  /// What the method declares about itself; it is available where there is a translator.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      Self.name,
      "Translates the text into another language and back; names and figures stay as they are.",
      needs: ["translator"],
      isAvailable: false
    )
  }

  /// Sends the texts there and back, one call a language and direction.
  ///
  /// - Parameters:
  ///   - seeds: The texts.
  ///   - random: One source of chance a seed, by which the language is drawn.
  ///   - desk: Who translates.
  /// - Returns: One variation a seed; nil where the text came back as it was, lost something or drifted.
  /// - Throws: A `SeedbedError` when the translator fails; `CancellationError`.
  public func variations(
    of seeds: [Seed],
    random: [CounterRandom],
    at desk: TranslationDesk
  ) async throws -> [Variation?] {
    let groups = try await TranslationGroups(of: seeds, random: random, at: desk, returns: true)
    let results = try await groups.variations(count: seeds.count) { group in
      try await variations(of: group, seeds, desk.translator)
    }
    return try await withoutDrifted(results, seeds, desk)
  }

  private func variations(
    of group: TranslationGroups.Group,
    _ seeds: [Seed],
    _ translator: any Translator
  ) async throws -> [(Int, Variation)] {
    let there = try await translator.translate(
      group.texts.map(\.text),
      from: group.source,
      to: group.target
    )
    let back = try await translator.translate(there, from: group.target, to: group.source)
    return group.places.indices.compactMap { index in
      let place = group.places[index]
      let variation = variation(
        of: seeds[place],
        group.texts[index],
        back: back[index],
        there: there[index],
        group,
        by: translator.identity
      )
      return variation.map { (place, $0) }
    }
  }

  private func variation(
    of seed: Seed,
    _ masked: MaskedText,
    back: String,
    there: String,
    _ group: TranslationGroups.Group,
    by translator: String
  ) -> Variation? {
    guard let stretches = masked.stretches(of: back) else { return nil }
    var draft = Draft(seed)
    let leftovers = Leftovers(of: there, in: group.target)
    for (index, stretch) in masked.stretches.enumerated() {
      let old = seed.text.slice(stretch)
      guard
        let new = StretchSpacing.repaired(
          stretches[index],
          like: old,
          isFirst: index == 0,
          isLast: index == masked.stretches.count - 1
        )
      else { return nil }
      let pieces = (old: WordPieces(String(old)), new: WordPieces(new))
      for change in WordDifference.changes(pieces.old.folded, pieces.new.folded) {
        guard !leftovers.has(pieces.new.folded[change.new], notIn: pieces.old.folded) else {
          return nil
        }
        let (range, words) = Self.places(of: change, pieces, stretch.count, new.utf8.count)
        draft.replace(
          (stretch.lowerBound + range.lowerBound)..<(stretch.lowerBound + range.upperBound),
          with: String(new.slice(words)),
          because: "\(Self.name) via \(group.target)"
        )
      }
    }
    guard
      let proposal = draft.proposal([
        "pivot": .string(group.target), "translator": .string(translator),
      ]), let variation = Variation(proposal, to: seed, keepsSpans: true),
      Self.saysMore(variation.text, than: seed.text),
      Drift.keepsNumbers(seed.text, variation.text, language: group.source),
      Drift.keepsNegation(seed.text, variation.text, language: group.source),
      Drift.keepsPersons(seed.text, variation.text, language: group.source)
    else { return nil }
    return variation
  }

  /// What gives way and what stands there afterwards, in bytes of both texts.
  ///
  /// White space that both have at an end of the change stays as it was.
  private static func places(
    of change: WordDifference.Change,
    _ pieces: (old: WordPieces, new: WordPieces),
    _ oldLength: Int,
    _ newLength: Int
  ) -> (old: Range<Int>, new: Range<Int>) {
    var old = gap(around: change.old, of: pieces.old, length: oldLength)
    var new = gap(around: change.new, of: pieces.new, length: newLength)
    guard !change.old.isEmpty, !change.new.isEmpty else { return (old, new) }
    let starts = (
      pieces.old.ranges[change.old.lowerBound].lowerBound,
      pieces.new.ranges[change.new.lowerBound].lowerBound
    )
    if starts.0 > old.lowerBound, starts.1 > new.lowerBound {
      (old, new) = (starts.0..<old.upperBound, starts.1..<new.upperBound)
    }
    let ends = (
      pieces.old.ranges[change.old.upperBound - 1].upperBound,
      pieces.new.ranges[change.new.upperBound - 1].upperBound
    )
    if ends.0 < old.upperBound, ends.1 < new.upperBound {
      (old, new) = (old.lowerBound..<ends.0, new.lowerBound..<ends.1)
    }
    return (old, new)
  }

  /// From the end of the piece before some pieces to the start of the piece behind them, in bytes.
  private static func gap(
    around pieces: Range<Int>,
    of text: WordPieces,
    length: Int
  ) -> Range<Int> {
    let start = pieces.lowerBound > 0 ? text.ranges[pieces.lowerBound - 1].upperBound : 0
    let end =
      pieces.upperBound < text.ranges.count ? text.ranges[pieces.upperBound].lowerBound : length
    return start..<end
  }

  /// Whether the words differ, and not only their case and the signs between them.
  private static func saysMore(_ new: String, than old: String) -> Bool {
    func words(_ text: String) -> [String] {
      WordScanner.words(in: text.utf8Span.span).map { String(text.slice($0)).lowercasedPlain }
    }
    return words(new) != words(old)
  }

  /// The variations whose meaning is near enough.
  private func withoutDrifted(
    _ variations: [Variation?],
    _ seeds: [Seed],
    _ desk: TranslationDesk
  ) async throws -> [Variation?] {
    var kept = variations
    guard let similarity = desk.similarity else {
      for (place, variation) in variations.enumerated() {
        guard let variation else { continue }
        if Drift.overlap(seeds[place].text, variation.text) < Drift.leastOverlap {
          kept[place] = nil
        }
      }
      return kept
    }
    let places = variations.indices.filter { variations[$0] != nil }
    let pairs = places.map { (seeds[$0].text, variations[$0]?.text ?? "") }
    guard !pairs.isEmpty else { return kept }
    let similarities = try await similarity(pairs)
    for (place, value) in zip(places, similarities) where !(value >= Drift.leastSimilarity) {
      kept[place] = nil
    }
    return kept
  }
}

/// Finds words of the language in between that nobody translated back.
private struct Leftovers {
  private let words: Set<String>

  init(of text: String, in language: String) {
    words = Set(WordPieces(text).folded.filter { $0.unicodeScalars.count > 3 })
  }

  /// Whether one of the new words came back from there as it was.
  func has(_ new: ArraySlice<String>, notIn old: [String]) -> Bool {
    new.contains { words.contains($0) && !old.contains($0) }
  }
}
