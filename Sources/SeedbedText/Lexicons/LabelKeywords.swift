import SeedbedKernels
import Synchronization

/// The words that labels hang on: a text of label `card_arrival` may hang on "card" and "arrive".
///
/// They are learned from labelled texts by pointwise mutual information of word and label (K.
/// Church and P. Hanks, "Word association norms, mutual information, and lexicography", 1990), for
/// stems rather than words.
public struct LabelKeywords: Sendable {
  /// The words as they stood in the texts, in lower case.
  private let words: Set<String>
  private let memory: KeywordMemory

  /// Makes an empty set: no word is known to carry a label.
  public init() {
    words = []
    memory = KeywordMemory()
  }

  /// Learns from labelled texts.
  ///
  /// - Parameter texts: Texts with their labels; an empty label is none.
  public init(learning texts: [(text: String, label: String)]) {
    words = KeywordLearner.learn(texts)
    memory = KeywordMemory()
  }

  /// Whether no word is known to carry a label.
  public var isEmpty: Bool { words.isEmpty }

  /// How many words are known to carry a label.
  public var count: Int { words.count }

  /// Whether a label may hang on a word.
  ///
  /// - Parameters:
  ///   - word: The word in lower case, with plain apostrophes.
  ///   - language: Its language as an ISO 639-1 code, for its stem.
  /// - Returns: True where the word, or another form of it, was learned.
  public func contains(_ word: String, language: String?) -> Bool {
    guard !words.isEmpty else { return false }
    return words.contains(word) || memory.hasStem(of: word, language ?? "", among: words)
  }
}

/// The stems of keywords by language, made when a language is first asked for, and what was
/// answered.
private final class KeywordMemory: Sendable {
  private struct Known {
    var stems: Set<String>
    var answers: [String: Bool] = [:]
  }

  /// The answers after which it starts anew, which bounds its size.
  private static let limit = 50_000

  private let known = Mutex<[String: Known]>([:])

  func hasStem(of word: String, _ language: String, among words: Set<String>) -> Bool {
    guard let stemmer = Stemmer(language: language) else { return false }
    return known.withLock { known in
      var entry = known[language] ?? Known(stems: Set(stemmer.stems(of: Array(words))))
      known[language] = nil  // so that the entry is changed where it lies
      defer { known[language] = entry }
      if let answer = entry.answers[word] { return answer }
      if entry.answers.count >= Self.limit { entry.answers.removeAll(keepingCapacity: true) }
      let answer = entry.stems.contains(stemmer.stem(word))
      entry.answers[word] = answer
      return answer
    }
  }
}
