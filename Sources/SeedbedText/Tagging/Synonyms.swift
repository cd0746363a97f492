/// Synonyms that keep the meaning, by part of speech, sense frequency and context (English).
///
/// A synonym must share a meaning that both words were found with in tagged texts. How likely both
/// have that meaning is estimated from their frequencies and from the words that their glosses
/// share with the sentence; below a threshold there is no synonym. So "apple" has none ("malus
/// pumila" is obscure), "bank" does not become an institution, and "get" and "account" are left
/// alone.
public struct Synonyms: Sendable {
  private let engine: SynonymEngine

  /// Makes the source of synonyms.
  ///
  /// - Parameter wordnet: The dictionary; its index is read once, here, in about ten milliseconds.
  public init(wordnet: WordNet) { engine = SynonymEngine(wordnet) }

  /// Reads a text to ask for the synonyms of its words.
  ///
  /// What was looked up is remembered for other texts; that changes the speed only, never an
  /// answer.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - body: Asks; what it is given must not leave it.
  /// - Returns: What `body` returns.
  public func reading<Result>(_ text: String, _ body: (SynonymReading) -> Result) -> Result {
    let memory = engine.memories.take()
    defer { engine.memories.bringBack(memory) }
    engine.tagger.read(text, &memory.tagging)
    return body(SynonymReading(text: text, engine: engine, memory: memory))
  }

  /// The words that may replace a tagged word.
  ///
  /// Names, function words, negators, quantifiers, short words and words whose form is in doubt
  /// have none.
  ///
  /// - Parameters:
  ///   - word: A word as ``Tagger`` tagged it.
  ///   - text: The text that it is from.
  /// - Returns: By the rank of the meaning, then the most frequent first, then by spelling.
  public func replacements(for word: TaggedWord, in text: String) -> [Replacement] {
    reading(text) { reading in
      guard
        let index = (0..<reading.wordCount).first(where: { reading.range(at: $0) == word.range })
      else { return [] }
      return reading.replacements(at: index)
    }
  }
}
