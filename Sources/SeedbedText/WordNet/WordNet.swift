import FoundationEssentials
import SeedbedData
import Synchronization

/// Princeton WordNet 3.0, read where it is installed.
///
/// The files are mapped into memory, so opening costs next to nothing; the first question reads the
/// index of senses, which takes about ten milliseconds, once for all copies of the value.
public struct WordNet: Sendable {
  private let data: [ResourceFile]
  private let resources: WordNetResources

  /// The folder it was opened from.
  public let folder: String

  /// Opens the WordNet files of a folder (`index.sense`, `data.*`, `*.exc`).
  ///
  /// - Throws: ``SeedbedError`` with the code `missingResource` when a file is not there.
  public init(folder: String) throws {
    func open(_ name: String) throws -> ResourceFile {
      do {
        return try ResourceFile(contentsOf: folder + "/" + name)
      } catch {
        throw SeedbedError(
          .missingResource,
          "WordNet's file `\(name)` cannot be read in `\(folder)`",
          hint: "install WordNet 3.0 (`apt install wordnet-base`) or set SEEDBED_WORDNET",
          cause: "\(error)"
        )
      }
    }
    let parts = PartOfSpeech.allCases.map(\.fileSuffix)
    resources = WordNetResources(
      senses: try open("index.sense"),
      exceptions: try parts.map { try open($0 + ".exc") }
    )
    data = try parts.map { try open("data." + $0) }
    self.folder = folder
  }

  /// The WordNet of this machine: the folder that the environment variable `SEEDBED_WORDNET` names,
  /// or one of the usual places; nil when there is none.
  public static func installed() -> WordNet? {
    let named = ProcessInfo.processInfo.environment["SEEDBED_WORDNET"]
    let usual = [
      "/usr/share/wordnet", "/usr/share/wordnet-3.0", "/usr/local/share/wordnet",
      "/usr/local/WordNet-3.0/dict",
    ]
    for folder in named.map({ [$0] }) ?? usual {
      if let wordnet = try? WordNet(folder: folder) { return wordnet }
    }
    return nil
  }

  /// The meanings of a lemma, the most frequent first; empty when the lemma is unknown.
  ///
  /// - Parameters:
  ///   - lemma: A base form in any case; words of a collocation separated by spaces.
  ///   - pos: The part of speech.
  ///   - limit: How many of the most frequent meanings to read.
  /// - Returns: One sense for each synset of the lemma.
  public func senses(of lemma: String, _ pos: PartOfSpeech, limit: Int = .max) -> [Sense] {
    meanings(of: Self.key(lemma), pos).prefix(max(0, limit)).map { meaning in
      Sense(
        offset: meaning.offset,
        number: meaning.number,
        lemmas: synset(at: meaning.offset, pos)?.members.map(\.lemma) ?? [],
        taggedCount: meaning.count
      )
    }
  }

  /// Whether WordNet has the lemma in a part of speech.
  public func contains(_ lemma: String, _ pos: PartOfSpeech) -> Bool {
    lexicon.has(Self.key(lemma), pos)
  }

  /// How often the lemma was found in WordNet's tagged texts, over all its meanings.
  public func taggedCount(_ lemma: String, _ pos: PartOfSpeech) -> Int {
    meanings(of: Self.key(lemma), pos).reduce(0) { $0 + $1.count }
  }

  // MARK: - Files

  /// Every lemma, read at the first use.
  var lexicon: WordNetLexicon { resources.lexicon }

  /// The exception lists, read at the first use.
  var irregular: IrregularForms { resources.irregular }

  /// One meaning of a lemma as the index of senses has it.
  struct Meaning {
    var number: Int
    var offset: Int
    var count: Int
  }

  /// The meanings of a lemma in the order of their ranks.
  func meanings(of lemma: WordHash, _ pos: PartOfSpeech) -> [Meaning] {
    guard let entry = lexicon.entry(lemma), entry.has(pos) else { return [] }
    return resources.senses.withCursor(at: Int(entry.line)) { cursor in
      var reader = SenseReader(cursor: cursor)
      var found: [Meaning] = []
      while let line = reader.next(), line.lemma == lemma {
        guard line.pos == pos else { continue }
        let count = min(line.count, 1_000_000)  // sums of a damaged file stay small
        found.append(Meaning(number: line.number, offset: line.offset, count: count))
      }
      return found.sorted { $0.number < $1.number }
    }
  }

  /// The synset at an offset of its data file.
  func synset(at offset: Int, _ pos: PartOfSpeech) -> Synset? {
    data[pos.lane].withCursor(at: offset) { Synset(&$0, pos) }
  }

  /// Calls a function with each word of a synset's gloss and examples, and with its own words.
  func forEachGlossWord(
    at offset: Int,
    _ pos: PartOfSpeech,
    _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    data[pos.lane].withCursor(at: offset) { cursor in
      guard cursor.isAtLineStart else { return }
      for _ in 0..<3 { _ = cursor.field() }
      for _ in 0..<(cursor.number(radix: 16) ?? 0) {
        cursor.forEachWord(in: cursor.field(), body)
        if cursor.field().isEmpty { return }
      }
      while !cursor.isAtLineEnd, cursor.bytes[cursor.offset] != 0x7C { cursor.offset += 1 }
      let start = cursor.offset
      while !cursor.isAtLineEnd { cursor.offset += 1 }
      cursor.forEachWord(in: start..<cursor.offset, body)
    }
  }

  /// The hash by which the lexicon has a lemma.
  static func key(_ lemma: String) -> WordHash {
    WordHash().adding(lemma.lowercased().utf8.lazy.map { $0 == 0x20 ? 0x5F : $0 })
  }
}

/// What is read of WordNet at the first use, for all copies.
private final class WordNetResources: Sendable {
  let senses: ResourceFile
  private let exceptions: [ResourceFile]
  private let read = Mutex<(lexicon: WordNetLexicon?, irregular: IrregularForms?)>((nil, nil))

  init(senses: ResourceFile, exceptions: [ResourceFile]) {
    self.senses = senses
    self.exceptions = exceptions
  }

  var lexicon: WordNetLexicon {
    read.withLock { read in
      let lexicon = read.lexicon ?? WordNetLexicon(senses)
      read.lexicon = lexicon
      return lexicon
    }
  }

  var irregular: IrregularForms {
    read.withLock { read in
      let irregular = read.irregular ?? IrregularForms(exceptions)
      read.irregular = irregular
      return irregular
    }
  }
}
