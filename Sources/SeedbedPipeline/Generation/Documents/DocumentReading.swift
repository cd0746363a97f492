import SeedbedData
import SeedbedText
import Synchronization

/// A document read for asking about it.
///
/// What is found in it is kept, since every method looks at every section and at its siblings.
final class DocumentReading: Sendable {
  let document: SectionedDocument
  let words: QuestionWords
  let sections: [SectionReading]
  /// The sections that hold each word, as runs of letters and digits in small letters.
  private let postings: [String: [Int]]
  private let found = Mutex<[String: [[DocumentFact]]]>([:])

  private static let recent = Mutex(DocumentShelf())

  /// The reading of a document; nil where its language has no questions.
  static func of(_ document: SectionedDocument) -> DocumentReading? {
    if let known = recent.withLock({ $0[document.id] }),
      known.document.language == document.language,
      known.document.sections == document.sections
    {
      return known
    }
    guard let words = QuestionWords.of(document) else { return nil }
    let reading = DocumentReading(document, words)
    recent.withLock { $0.put(reading) }
    return reading
  }

  private init(_ document: SectionedDocument, _ words: QuestionWords) {
    self.document = document
    self.words = words
    let prose = document.sections.map(SectionProse.init)
    let lexicon = DocumentLexicon(prose)
    sections = prose.map { SectionReading($0, words, lexicon) }
    var postings: [String: [Int]] = [:]
    for (place, section) in document.sections.enumerated() {
      for word in Self.tokens(section.text) where postings[word]?.last != place {
        postings[word, default: []].append(place)
      }
    }
    self.postings = postings
  }

  /// What a finder finds, section by section.
  func facts(_ finder: any FactFinder) -> [[DocumentFact]] {
    found.withLock { found in
      if let known = found[finder.name] { return known }
      let facts = sections.indices.map { place in
        finder.facts(FactPlace(document: self, section: place)).filter(\.isSound)
      }
      found[finder.name] = facts
      return facts
    }
  }

  /// How many sections hold all words of some terms.
  func sections(holding terms: [String]) -> Int {
    var common: Set<Int>?
    for word in terms.flatMap(Self.tokens) {
      let places = Set(postings[word] ?? [])
      common = common?.intersection(places) ?? places
    }
    return common?.count ?? 0
  }

  private static func tokens(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }
}

/// How the words of a document are written.
struct DocumentLexicon: Sendable {
  /// How often a word stands in small letters.
  private var lowercase: [String: Int] = [:]
  /// How often it has a capital within a sentence, by its small letters.
  private var capitalised: [String: Int] = [:]

  init(_ sections: [SectionProse]) {
    for section in sections {
      for sentence in section.sentences {
        for (place, word) in sentence.words.enumerated() where !word.isCode {
          if word.text == word.lower { lowercase[word.lower, default: 0] += 1 }
          if place > 0, word.isCapitalised { capitalised[word.lower, default: 0] += 1 }
        }
      }
    }
  }
}

extension DocumentLexicon {
  /// Whether a word, given in small letters, is mostly written so; nil where it only ever begins a sentence.
  func isSmall(_ word: String) -> Bool? {
    let (small, capital) = (lowercase[word] ?? 0, capitalised[word] ?? 0)
    return small + capital == 0 ? nil : small >= capital
  }
}

/// A section in its document.
struct FactPlace {
  let document: DocumentReading
  /// Its place in the document's list of sections.
  let section: Int

  var reading: SectionReading { document.sections[section] }

  /// The section before it, where both stand under the same heading.
  var before: DocumentSection? {
    guard section > 0 else { return nil }
    let other = document.sections[section - 1].section
    return other.headings == reading.section.headings ? other : nil
  }
}
