import FoundationEssentials
import SeedbedData

/// Princeton WordNet 3.0, read where it is installed.
///
/// The files are mapped into memory and searched by halving, so opening costs nothing and a lookup
/// takes some microseconds. It holds no cache: a caller that asks for the same words again and again
/// keeps its own.
public struct WordNet: Sendable {
  private let index: [SortedLines]
  private let data: [SortedLines]
  private let exceptions: [SortedLines]
  private let counts: SortedLines

  /// The folder it was opened from.
  public let folder: String

  /// Opens the WordNet files of a folder (`index.*`, `data.*`, `*.exc`, `cntlist.rev`).
  ///
  /// - Throws: ``SeedbedError`` with the code `missingResource` when a file is not there.
  public init(folder: String) throws {
    func open(_ name: String) throws -> SortedLines {
      do {
        return try SortedLines(contentsOf: folder + "/" + name)
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
    index = try parts.map { try open("index." + $0) }
    data = try parts.map { try open("data." + $0) }
    exceptions = try parts.map { try open($0 + ".exc") }
    counts = try open("cntlist.rev")
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
    let key = Self.key(lemma)
    let offsets = offsets(of: key, pos).prefix(max(0, limit))
    guard !offsets.isEmpty else { return [] }
    let tagged = taggedCounts(key, pos)
    return offsets.enumerated().map { rank, offset in
      Sense(
        offset: offset,
        number: rank + 1,
        lemmas: lemmas(at: offset, pos),
        taggedCount: tagged.first { $0.number == rank + 1 }?.count ?? 0
      )
    }
  }

  /// Whether WordNet has the lemma in a part of speech.
  public func contains(_ lemma: String, _ pos: PartOfSpeech) -> Bool {
    !offsets(of: Self.key(lemma), pos).isEmpty
  }

  /// How often the lemma was found in WordNet's tagged texts, over all its meanings.
  public func taggedCount(_ lemma: String, _ pos: PartOfSpeech) -> Int {
    taggedCounts(Self.key(lemma), pos).reduce(0) { $0 + $1.count }
  }

  /// The rank and frequency of one synset for a lemma; nil when the lemma does not have it.
  func rank(of offset: Int, for lemma: String, _ pos: PartOfSpeech) -> (number: Int, count: Int)? {
    let key = Self.key(lemma)
    guard let position = offsets(of: key, pos).firstIndex(of: offset) else { return nil }
    let count = taggedCounts(key, pos).first { $0.number == position + 1 }?.count ?? 0
    return (position + 1, count)
  }

  /// The irregular base forms that WordNet lists for a word.
  func exceptions(for word: String, _ pos: PartOfSpeech) -> [String] {
    let lines = exceptions[Self.number(pos)].lines(beginningWith: Array((word + " ").utf8))
    return lines.flatMap { Self.fields($0).dropFirst() }
  }

  /// Every irregular form with its base forms, in the order of the forms.
  func forEachException(_ pos: PartOfSpeech, _ body: (_ form: String, _ base: String) -> Void) {
    exceptions[Self.number(pos)].forEachLine { line in
      let fields = line.split(separator: " ")
      guard let form = fields.first else { return }
      for base in fields.dropFirst() { body(String(form), String(base)) }
    }
  }

  // MARK: - Files

  private static func number(_ pos: PartOfSpeech) -> Int {
    switch pos {
    case .noun: 0
    case .verb: 1
    case .adjective: 2
    case .adverb: 3
    }
  }

  private static func key(_ lemma: String) -> String {
    String(decoding: lemma.lowercased().utf8.map { $0 == 0x20 ? 0x5F : $0 }, as: UTF8.self)
  }

  private static func fields(_ line: [UInt8]) -> [String] {
    line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The synset offsets of an index line: `lemma pos count p_cnt symbols… count tagged offset…`.
  private func offsets(of key: String, _ pos: PartOfSpeech) -> [Int] {
    guard !key.isEmpty, !key.utf8.contains(0x0A) else { return [] }
    let lines = index[Self.number(pos)].lines(beginningWith: Array((key + " ").utf8))
    guard let fields = lines.first.map(Self.fields), fields.count > 3,
      let senses = Int(fields[2]), senses > 0, senses < fields.count
    else { return [] }
    return fields.suffix(senses).compactMap { Int($0) }
  }

  /// The lemmas of a data line: `offset file type w_cnt word lex_id …`, the count in base sixteen.
  private func lemmas(at offset: Int, _ pos: PartOfSpeech) -> [String] {
    guard let fields = data[Self.number(pos)].line(at: offset).map(Self.fields),
      fields.count > 4, let count = Int(fields[3], radix: 16), count < fields.count
    else { return [] }
    return stride(from: 4, to: min(4 + 2 * count, fields.count), by: 2).map { position in
      // A syntactic marker such as "(p)" may end an adjective.
      let word = fields[position].prefix { $0 != "(" }
      return String(decoding: word.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
    }
  }

  /// The tagged senses of a lemma: lines `lemma%type:… number count`.
  private func taggedCounts(
    _ key: String,
    _ pos: PartOfSpeech
  ) -> [(number: Int, count: Int)] {
    guard !key.isEmpty else { return [] }
    var found: [(number: Int, count: Int)] = []
    for digit in pos.senseKeyDigits {
      for line in counts.lines(beginningWith: Array(key.utf8) + [0x25, digit, 0x3A]) {
        let fields = Self.fields(line)
        guard fields.count == 3, let number = Int(fields[1]), let count = Int(fields[2])
        else { continue }
        found.append((number, min(max(0, count), 1_000_000)))  // sums of a damaged file stay small
      }
    }
    return found
  }
}
