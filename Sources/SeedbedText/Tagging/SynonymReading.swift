/// The words of one text, which can be asked for their synonyms.
public struct SynonymReading {
  let text: String
  let engine: SynonymEngine
  let memory: SynonymMemory

  /// How many words the text has.
  public var wordCount: Int { memory.tagging.words.count }

  /// Where a word is.
  ///
  /// - Parameter index: The word's number, from 0.
  /// - Returns: UTF-8 bytes.
  public func range(at index: Int) -> Range<Int> { memory.tagging.words[index].range }

  /// Whether it may be worth asking for the synonyms of a word: it is no name, no function word and
  /// no negator, and it shares a meaning with another word.
  ///
  /// - Parameter index: The word's number, from 0.
  /// - Returns: False where there are none.
  public func mayHaveSynonyms(at index: Int) -> Bool {
    engine.mayHaveSynonyms(memory.tagging.words[index])
  }

  /// The words that may replace a word.
  ///
  /// - Parameter index: The word's number, from 0.
  /// - Returns: By the rank of the meaning, then the most frequent first, then by spelling.
  public func replacements(at index: Int) -> [Replacement] {
    engine.replacements(at: index, text, memory)
  }
}
