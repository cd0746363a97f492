import SeedbedText
import Synchronization

/// The dictionary behind synonyms, opened once, with what was looked up before.
///
/// To the rules of `Synonyms` it adds what keeps a sentence natural: the word nearly always has the
/// meaning that is replaced, and that meaning is the first of the synonym as well.
final class SynonymSource: Sendable {
  /// The one of this machine; nil where WordNet is not installed.
  static let installed = WordNet.installed().map { SynonymSource($0) }

  /// The share of a word's tagged uses that must have its first meaning.
  private static let leastShare = 0.6
  /// How often the word and its synonym must each have been found with the meaning.
  private static let leastUses = 5
  /// The words after which a cache starts anew, which bounds its memory.
  private static let cacheLimit = 50_000

  private struct Cache {
    var tagger = Tagger.Cache()
    /// The good synonyms of a part of speech and lower-case word; mostly none.
    var lemmas: [String: [String]] = [:]
  }

  private let wordnet: WordNet
  private let tagger: Tagger
  private let synonyms: Synonyms
  /// Caches that nobody uses at the moment.
  ///
  /// A caller takes one and brings it back, so that no lock is held over the look-ups; a cache changes
  /// the speed only, never the answer.
  private let idle = Mutex<[Cache]>([])

  private init(_ wordnet: WordNet) {
    self.wordnet = wordnet
    tagger = Tagger(wordnet: wordnet)
    synonyms = Synonyms(wordnet: wordnet)
  }

  /// A word with the base forms of its good synonyms.
  typealias Choice = (word: TaggedWord, lemmas: [String])

  /// The words of an English text that have good synonyms, and how many words it has in all.
  func choices(in text: String) -> (choices: [Choice], wordCount: Int) {
    var cache = idle.withLock { $0.popLast() } ?? Cache()
    defer { idle.withLock { [cache] in $0.append(cache) } }
    let words = tagger.tag(text, cache: &cache.tagger)
    let choices = words.map { ($0, lemmas(for: $0, &cache)) }
    return (choices.filter { !$0.1.isEmpty }, words.count)
  }

  /// The good synonyms of a word, fitted to its place in the text.
  func replacements(for choice: Choice, in text: String) -> [Replacement] {
    synonyms.replacements(for: choice.word, in: text).filter { choice.lemmas.contains($0.lemma) }
  }

  private func lemmas(for word: TaggedWord, _ cache: inout Cache) -> [String] {
    guard let pos = word.pos, !word.isFunctionWord, !word.isProper else { return [] }
    let key = "\(pos) \(word.lower)"
    if let known = cache.lemmas[key] { return known }
    if cache.lemmas.count >= Self.cacheLimit { cache.lemmas.removeAll(keepingCapacity: true) }
    let lemmas = goodLemmas(for: word.lower, pos)
    cache.lemmas[key] = lemmas
    return lemmas
  }

  private func goodLemmas(for lower: String, _ pos: PartOfSpeech) -> [String] {
    guard !Self.fixed.contains(lower), !(pos == .verb && lower.hasPrefix("help")) else { return [] }
    let word = TaggedWord(range: 0..<lower.utf8.count, lower: lower, pos: pos)
    let all = synonyms.replacements(for: word, in: lower)
    guard !all.isEmpty else { return [] }
    let isClear = wordnet.baseForms(of: lower, pos).allSatisfy { base in
      let first = wordnet.senses(of: base, pos, limit: 1).first?.taggedCount ?? 0
      return first >= Self.leastUses
        && Double(first) >= Self.leastShare * Double(wordnet.taggedCount(base, pos))
    }
    guard isClear else { return [] }
    return all.filter { replacement in
      let first = wordnet.senses(of: replacement.lemma, pos, limit: 1).first?.lemmas ?? []
      let shared = wordnet.baseForms(of: lower, pos)
      return replacement.taggedCount >= Self.leastUses && !Self.fixed.contains(replacement.lemma)
        && first.contains { shared.contains($0) }
    }
    .map(\.lemma)
  }

  /// Pronouns that WordNet lists as nouns, words that live in set phrases, and words whose synonyms
  /// take other complements.
  private static let fixed: Set<String> = [
    "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "something", "anything",
    "everything", "person", "people", "thing", "things", "one", "ones", "other", "others", "way",
    "time", "times", "kind", "sort", "say", "says", "said", "state", "states", "stated", "mind",
    "step", "steps", "country", "countries", "soon", "away", "forth", "please", "like", "flat",
    "want", "wants", "wanted", "use", "uses", "used", "using", "place", "placed", "joke", "jokes",
    "link", "links", "commission", "commissions", "fiat", "papers", "regard", "regards",
    "regarding", "concerned", "concerning",
  ]
}
