/// The n-gram hashes of many texts: what the vectoriser learns from, made once for all folds.
struct HashedTexts: Sendable {
  /// One text's hashes, repetitions included.
  struct Grams: Sendable {
    var words: [UInt64] = []
    var characters: [UInt64] = []
  }

  let texts: [Grams]

  /// Hashes the texts, in pieces that several threads may take.
  init(_ texts: [String], options: TFIDFVectorizer.Options, threads: Int) {
    let size = 128
    let pieces = Parallel.map((texts.count + size - 1) / size, threads: threads) { piece in
      var hasher = NGramHasher(
        wordLengths: options.wordLengths,
        characterLengths: options.characterLengths
      )
      return texts[(piece * size)..<min(piece * size + size, texts.count)].map { text in
        var grams = Grams()
        hasher.append(text, words: &grams.words, characters: &grams.characters)
        return grams
      }
    }
    self.texts = pieces.flatMap(\.self)
  }
}
