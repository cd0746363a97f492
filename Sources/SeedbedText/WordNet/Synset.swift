/// One set of synonyms as its data file has it.
struct Synset {
  /// Where an adjective may stand.
  enum Position {
    /// Before its noun only.
    case attributive
    /// After a verb only.
    case predicative
    /// Right after its noun.
    case postnominal
  }

  /// One of its words.
  struct Member {
    /// The lemma, with spaces in collocations and capitals in names.
    var lemma: String
    /// Where an adjective must stand, if anywhere.
    var position: Position?
    /// The sentence frames of a verb, a bit each.
    var frames: UInt64
  }

  /// Its words, in WordNet's order.
  var members: [Member] = []

  /// Reads the line at a cursor: `offset file type count word id … count pointer… frames | gloss`,
  /// and leaves the cursor at the gloss.
  ///
  /// - Returns: Nil where no synset begins there.
  init?(_ cursor: inout ResourceCursor, _ pos: PartOfSpeech) {
    guard cursor.isAtLineStart, cursor.number() != nil, cursor.number() != nil else { return nil }
    _ = cursor.field()
    guard let count = cursor.number(radix: 16), count > 0 else { return nil }
    for _ in 0..<count {
      let word = cursor.field()
      if cursor.field().isEmpty { return nil }
      members.append(Self.member(word, cursor))
    }
    if pos == .verb, let pointers = cursor.number(), pointers < 10_000 {
      for _ in 0..<(pointers * 4) { _ = cursor.field() }
      readFrames(&cursor)
    }
    while !cursor.isAtLineEnd, cursor.bytes[cursor.offset] != 0x7C { cursor.offset += 1 }
  }

  /// Frames: `count + frame word …`, the word in base sixteen, 0 for all.
  private mutating func readFrames(_ cursor: inout ResourceCursor) {
    guard let count = cursor.number(), count < 1_000 else { return }
    for _ in 0..<count {
      _ = cursor.field()
      guard let frame = cursor.number(), let word = cursor.number(radix: 16), frame < 64 else {
        return
      }
      for index in members.indices where word == 0 || word == index + 1 {
        members[index].frames |= 1 << UInt64(frame)
      }
    }
  }

  /// A word with its syntactic marker, such as `afraid(p)`, taken off.
  private static func member(_ word: Range<Int>, _ cursor: ResourceCursor) -> Member {
    var end = word.lowerBound
    var isPhrase = false
    while end < word.upperBound, cursor.bytes[end] != UInt8(ascii: "(") {
      isPhrase = isPhrase || cursor.bytes[end] == UInt8(ascii: "_")
      end += 1
    }
    var position: Position?
    if end + 1 < word.upperBound {
      switch cursor.bytes[end + 1] {
      case UInt8(ascii: "a"): position = .attributive
      case UInt8(ascii: "p"): position = .predicative
      case UInt8(ascii: "i"): position = .postnominal
      default: break
      }
    }
    let lemma = cursor.text(word.lowerBound..<end)
    return Member(
      lemma: isPhrase ? lemma.replacing("_", with: " ") : lemma,
      position: position,
      frames: 0
    )
  }
}
