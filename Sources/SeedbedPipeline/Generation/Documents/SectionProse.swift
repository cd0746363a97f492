import SeedbedText

/// The sentences of a section.
struct SectionProse: Sendable {
  /// A sentence with its words.
  struct Sentence: Sendable {
    /// Which prose of the section it is in.
    var passage: Int
    /// Unicode scalars of the prose.
    var range: Range<Int>
    var text: String
    var words: [ProseWord]
  }

  let section: DocumentSection
  /// The section's prose; of a list each item.
  let passages: [ProseText]
  let sentences: [Sentence]

  init(_ section: DocumentSection) {
    self.section = section
    let passages: [ProseText] =
      switch section.kind {
      case .list: ListItems(section).items.map { ProseText(section, part: $0.range) }
      case .paragraph: [ProseText(section)]
      default: []
      }
    self.passages = passages
    sentences = passages.enumerated().flatMap { number, prose in
      prose.sentences.map { sentence in
        Sentence(
          passage: number,
          range: sentence.range,
          text: sentence.text,
          words: ProseWord.words(of: prose, in: sentence.range)
        )
      }
    }
  }
}
