public import SeedbedData
public import SeedbedKernels

/// Translates a text into another language, with its label and its marked spans.
///
/// Entities, figures and names go as placeholders and come back with their own bytes, so spans keep their
/// words. Everything between two of them is one edit.
public struct TextTranslation: TranslatingMethod {
  private static let name = "translation"
  /// The share of words that may stay as they were; more show a text that was not understood.
  private static let mostUntranslated = 0.5

  /// Makes the method.
  public init() {}

  /// What the method declares about itself; it is available where there is a translator.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      Self.name,
      "Translates the text into another language; names, figures and marked spans stay as they are.",
      preserves: [.label, .spans],
      needs: ["translator"],
      isAvailable: false,
      moves: ["language"]
    )
  }

  /// Sends the texts to the languages that are drawn, one call a direction.
  ///
  /// - Parameters:
  ///   - seeds: The texts.
  ///   - random: One source of chance a seed, by which the language is drawn.
  ///   - desk: Who translates, and into what.
  /// - Returns: One variation a seed; nil where the translation lost something or is none.
  /// - Throws: A `SeedbedError` when the translator fails; `CancellationError`.
  public func variations(
    of seeds: [Seed],
    random: [CounterRandom],
    at desk: TranslationDesk
  ) async throws -> [Variation?] {
    let groups = try await TranslationGroups(of: seeds, random: random, at: desk, returns: false)
    let translator = desk.translator
    return try await groups.variations(count: seeds.count) { group in
      let texts = try await translator.translate(
        group.texts.map(\.text),
        from: group.source,
        to: group.target
      )
      return group.places.indices.compactMap { index in
        let place = group.places[index]
        let identity = translator.identity
        return variation(of: seeds[place], group.texts[index], texts[index], group, identity)
          .map { (place, $0) }
      }
    }
  }

  private func variation(
    of seed: Seed,
    _ masked: MaskedText,
    _ translation: String,
    _ group: TranslationGroups.Group,
    _ translator: String
  ) -> Variation? {
    guard let stretches = masked.stretches(of: translation) else { return nil }
    var draft = Draft(seed)
    var (words, unchanged) = (0, 0)
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
      let before = Set(WordPieces(String(old)).folded)
      let after = WordPieces(new).folded.filter { $0.contains(where: \.isLetter) }
      words += after.count
      unchanged += after.count { before.contains($0) }
      draft.replace(stretch, with: new, because: "\(Self.name) into \(group.target)")
    }
    guard Double(unchanged) <= Self.mostUntranslated * Double(words),
      let proposal = draft.proposal([
        "from": .string(group.source), "to": .string(group.target),
        "translator": .string(translator),
      ]), let variation = Variation(proposal, to: seed, keepsSpans: true),
      Drift.keepsNumbers(seed.text, variation.text, language: nil),
      Drift.keepsNegation(seed.text, in: group.source, variation.text, in: group.target)
    else { return nil }
    return variation
  }
}
