import SeedbedText

/// The words of a sentence before its verb, where they name something by itself.
struct SentenceSubject {
  /// The words, as they stand within a question.
  var text: String
  /// How many words it has.
  var count: Int
  var isPlural: Bool

  private static let longest = 8
  private static let longestText = 70

  /// Reads the words of a sentence before its verb, whose form tells the number.
  ///
  /// There is no subject where they could mean one thing here and another one there.
  init?(
    _ sentence: SectionReading.Sentence,
    before count: Int,
    _ reading: SectionReading,
    isPlural: Bool
  ) {
    let all = sentence.words
    guard count > 0, count <= Self.longest, count < all.count else { return nil }
    let words = all[..<count]
    guard words.allSatisfy({ $0.flowsOn && $0.lead.isEmpty }) else { return nil }
    let language = reading.words
    let hasArticle = !words[0].isCode && language.articles.contains(words[0].lower)
    let rest = hasArticle ? words.dropFirst() : words
    guard !rest.isEmpty, rest.count <= 5 || rest.contains(where: { Self.joins.contains($0.lower) })
    else {
      return nil
    }
    for (place, word) in zip(rest.indices, rest) where !word.isCode {
      let isJoint = place > rest.startIndex && place < rest.endIndex - 1
      if isJoint, Self.joins.contains(word.lower) || language.articles.contains(word.lower) {
        continue
      }
      guard !language.functionWords.contains(word.lower), !language.pointers.contains(word.lower),
        !Self.others.contains(word.lower)
      else { return nil }
      if language.language == "en", word.lower.hasSuffix("ly") { return nil }
    }
    // "Calling a macro is …" is about doing something.
    if !hasArticle, language.language == "en", words[0].lower.hasSuffix("ing") { return nil }
    guard let head = rest.prefix(while: { !Self.joins.contains($0.lower) }).last,
      head.isCode || !language.vague.contains(head.lower)
    else { return nil }
    let names = rest.contains { word in
      reading.isName(word, isFirst: word.range == all[0].range)
    }
    let isDefinite = hasArticle && Self.definite.contains(words[0].lower)
    // "The value" is some value that was spoken of; "the annual fee" and "the `main` function" are known.
    if isDefinite, !names, rest.count < 2 { return nil }
    // "Standard delivery" needs no article; one word alone is too often half of something else.
    if !hasArticle, !names, !isPlural, rest.count < 2 { return nil }
    text = reading.within(sentence, 0..<count)
    guard text.unicodeScalars.count <= Self.longestText else { return nil }
    self.count = count
    self.isPlural = isPlural
  }

  private static let joins: Set<String> = ["of", "de", "del", "du", "des", "der", "von"]
  static let definite: Set<String> = [
    "the", "el", "la", "los", "las", "le", "les", "l’", "l'", "der", "die", "das",
  ]
  private static let others: Set<String> = [
    "there", "it", "only", "even", "just", "also", "not", "all", "every", "any", "each", "nothing",
    "everything", "something", "following", "same", "such", "what", "which", "that", "whether",
    "first", "second", "third", "last", "next", "previous", "other", "new", "resulting", "default",
  ]
}
