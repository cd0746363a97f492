public import SeedbedData

/// Cuts text into the word pieces of a BERT-type model, with the same ids as the model's makers.
///
/// The text is cleaned, ideographs stand alone, letters are folded (lower case, no accents), words
/// are cut at white space and punctuation, and each word is cut greedily into the longest pieces
/// of the vocabulary (Wu et al., "Google's neural machine translation system", 2016; Devlin et al.,
/// "BERT", 2019). A word of more than 100 scalars, or with a part that no piece covers, is one
/// unknown token. The names of special tokens in a text stand for the tokens themselves, as they do
/// in the makers' tokenizer.
public struct WordPieceTokenizer: Sendable {
  /// What a model's vocabulary expects of the text.
  public struct Options: Sendable, Hashable {
    /// Whether letters are folded to lower case without accents.
    public var folds = true
    /// Whether each ideograph is a word.
    public var splitsIdeographs = true
    /// The token for a word that cannot be cut.
    public var unknown = "[UNK]"
    /// The token in front of a text.
    public var start = "[CLS]"
    /// The token behind a text.
    public var end = "[SEP]"
    /// More tokens that a text may name.
    public var others = ["[PAD]", "[MASK]"]

    /// The usual options of an uncased model.
    public init() {}
  }

  /// How many tokens the vocabulary has.
  public let count: Int
  /// The id of the token in front of a text.
  public let startID: Int32
  /// The id of the token behind a text.
  public let endID: Int32
  /// The id of the token for a word that cannot be cut.
  public let unknownID: Int32

  let trie: WordPieceTrie
  let classes: WordPieceClasses

  /// Makes a tokenizer for a vocabulary.
  ///
  /// - Parameters:
  ///   - vocabulary: The tokens by id; pieces inside a word begin with `##`.
  ///   - options: What the vocabulary expects of the text.
  ///   - name: What messages call the vocabulary.
  /// - Throws: A ``SeedbedError`` when a token that is needed is missing, or there are more tokens
  ///   than a model could use.
  public init(
    vocabulary: [String],
    options: Options = Options(),
    name: String = "vocabulary"
  ) throws(SeedbedError) {
    let tokens = vocabulary.map { Array($0.utf8) }
    trie = try WordPieceTrie(tokens, name: name)
    count = tokens.count
    func id(_ token: String) -> Int32? {
      // The last of two equal tokens counts.
      vocabulary.lastIndex(of: token).map { Int32(truncatingIfNeeded: $0) }
    }
    func needed(_ token: String) throws(SeedbedError) -> Int32 {
      guard let found = id(token) else {
        throw SeedbedError(
          .data,
          "`\(name)` has no token `\(token)`",
          hint: "take the vocabulary that belongs to the model"
        )
      }
      return found
    }
    startID = try needed(options.start)
    endID = try needed(options.end)
    unknownID = try needed(options.unknown)
    let special = [options.unknown, options.start, options.end] + options.others
    classes = WordPieceClasses(
      folds: options.folds,
      splitsIdeographs: options.splitsIdeographs,
      special: special.compactMap { token in id(token).map { (Array(token.utf8), $0) } }
    )
  }

  /// Reads the vocabulary of a file, one token a line.
  ///
  /// - Parameters:
  ///   - path: The file, usually called `vocab.txt`.
  ///   - options: What the vocabulary expects of the text.
  /// - Throws: A ``SeedbedError`` when the file cannot be read or lacks a token that is needed.
  public init(contentsOf path: String, options: Options = Options()) throws(SeedbedError) {
    let file = try MappedFile(path: path)
    var lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let vocabulary = lines.map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
    try self.init(vocabulary: vocabulary, options: options, name: path)
  }

  /// Appends the ids of a text's pieces, without the tokens in front of it and behind it.
  ///
  /// - Parameters:
  ///   - text: The text in UTF-8; bytes that are none are left out.
  ///   - limit: The most ids to append; the text's rest is not looked at.
  ///   - ids: Where the ids go.
  /// - Complexity: O(n) in the text's bytes; no allocation beyond the ids.
  public func appendTokens(of text: Span<UInt8>, limit: Int, to ids: inout [Int32]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: WordPieceScanner.capacity) { word in
      var scanner = WordPieceScanner(tokenizer: self, word: word)
      scanner.scan(text, limit: limit, into: &ids)
    }
  }

  /// The ids of a text as the model takes them, with the tokens in front of it and behind it.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - limit: The most ids, at least 2; a longer text loses its end.
  /// - Returns: The ids.
  public func tokens(of text: String, limit: Int) -> [Int32] {
    var ids: [Int32] = [startID]
    appendTokens(of: text.utf8Span.span, limit: max(limit, 2) - 2, to: &ids)
    ids.append(endID)
    return ids
  }
}
