/// What WordNet's index of senses says of every lemma, in memory: its parts of speech, and how
/// often each was found in the tagged texts.
///
/// It is read in one pass of some milliseconds; the senses of a lemma are read again where they
/// stand when somebody asks for them.
struct WordNetLexicon: Sendable {
  /// A lemma.
  struct Entry {
    fileprivate var key: UInt64 = 0
    /// How often it was found, over all meanings, by part of speech.
    fileprivate(set) var counts = SIMD4<UInt16>(repeating: 0)
    /// Where its lines begin.
    fileprivate(set) var line: UInt32 = 0
    /// The parts of speech that it has, a bit each.
    fileprivate(set) var known: UInt8 = 0
    /// The parts of speech in which another single word was found with one of its meanings, a bit
    /// each.
    fileprivate(set) var sharing: UInt8 = 0

    /// Whether it has a part of speech.
    func has(_ pos: PartOfSpeech) -> Bool { known & pos.bit != 0 }
  }

  private var entries: [Entry]
  private let mask: Int

  /// Reads `index.sense`: lines `lemma%type:file:id:head:id offset number count`.
  init(_ file: ResourceFile) {
    var entries: [Entry] = []
    var mask = 0
    file.withCursor(at: 0) { cursor in
      // Lines are longer than 24 bytes, and lemmas fewer than lines.
      var slots = 64
      while slots < cursor.bytes.count / 28 { slots *= 2 }
      mask = slots - 1
      entries = Array(repeating: Entry(), count: slots)
      entries.withUnsafeMutableBufferPointer { table in
        var reader = SenseReader(cursor: cursor)
        var shared = SharedMeanings()
        var filled = 0
        var last = (key: UInt64(0), slot: 0)
        while let line = reader.next() {
          let key = line.lemma.value == 0 ? 1 : line.lemma.value
          if key != last.key {
            var slot = SpellingIndex.slot(key) & mask
            while table[slot].key != 0, table[slot].key != key { slot = (slot + 1) & mask }
            if table[slot].key == 0 {
              // A damaged file may have more lemmas than room.
              guard filled < mask - slots / 8 else { continue }
              filled += 1
              table[slot].key = key
              table[slot].line = UInt32(truncatingIfNeeded: line.start)
            }
            last = (key, slot)
          }
          let lane = line.pos.lane
          table[last.slot].known |= line.pos.bit
          guard line.count > 0 else { continue }
          let sum = UInt32(table[last.slot].counts[lane]) + UInt32(min(line.count, 0xFFFF))
          table[last.slot].counts[lane] = UInt16(min(sum, 0xFFFF))
          if line.isPlain { shared.add(line, slot: last.slot, table) }
        }
      }
    }
    self.entries = entries
    self.mask = mask
  }

  /// Marks the lemmas that share a meaning which was found with both, with one of them some times.
  private struct SharedMeanings {
    private var first = SpellingIndex(capacity: 40_000)

    private static let someTimes = 3
    /// The bits of a place in the table; those above have the count.
    private static let placeBits = 24

    mutating func add(
      _ line: SenseReader.Line,
      slot: Int,
      _ table: UnsafeMutableBufferPointer<Entry>
    ) {
      guard slot < 1 << Self.placeBits else { return }
      let packed = UInt32(slot) | UInt32(min(line.count, 255)) << UInt32(Self.placeBits)
      let meaning = UInt64(line.offset) << 2 | UInt64(line.pos.lane)
      guard let known = first.insert(meaning &* 0x100_0000_01B3, packed), known != packed,
        line.count >= Self.someTimes || known >> UInt32(Self.placeBits) >= Self.someTimes
      else { return }
      table[Int(known & (1 << UInt32(Self.placeBits) - 1))].sharing |= line.pos.bit
      table[slot].sharing |= line.pos.bit
    }
  }

  /// The entry of a lemma, with underscores for the spaces of a collocation; nil where there is
  /// none.
  @inline(__always)
  func entry(_ lemma: WordHash) -> Entry? {
    let key = lemma.value == 0 ? 1 : lemma.value
    var slot = SpellingIndex.slot(key) & mask
    while entries[slot].key != 0 {
      if entries[slot].key == key { return entries[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether a lemma has a part of speech.
  func has(_ lemma: WordHash, _ pos: PartOfSpeech) -> Bool { entry(lemma)?.has(pos) ?? false }
}

/// One line of WordNet's index of senses after the other.
struct SenseReader {
  struct Line {
    /// Where the line begins.
    var start: Int
    var lemma: WordHash
    var pos: PartOfSpeech
    /// The synset.
    var offset: Int
    /// The rank of the meaning, from 1.
    var number: Int
    /// How often it was found.
    var count: Int
    /// Whether the lemma is one word of letters.
    var isPlain: Bool
  }

  private let bytes: UnsafeRawBufferPointer
  private var at: Int

  init(cursor: ResourceCursor) {
    bytes = cursor.bytes
    at = cursor.offset
  }

  /// The next line that is well formed.
  mutating func next() -> Line? {
    while at < bytes.count {
      if let line = parse() { return line }
    }
    return nil
  }

  /// Reads a line and goes to the one that follows; nil where it is damaged.
  private mutating func parse() -> Line? {
    let start = at
    var lemma = WordHash()
    var isPlain = true
    while at < bytes.count, bytes[at] != 0x25, bytes[at] != 0x0A {
      isPlain = isPlain && bytes[at] &- 0x61 < 26
      lemma.add(bytes[at])
      at += 1
    }
    let type = at + 1 < bytes.count ? bytes[at + 1] : 0
    // "%1:03:00::" and a space, but for satellite adjectives, which name their head.
    if at + 10 < bytes.count, bytes[at + 10] == 0x20, bytes[at + 9] == 0x3A {
      at += 10
    } else {
      while at < bytes.count, bytes[at] != 0x20, bytes[at] != 0x0A { at += 1 }
    }
    let (offset, number, count) = (number(), number(), number())
    while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    at += 1
    guard number > 0, offset > 0 else { return nil }
    let pos: PartOfSpeech
    switch type {
    case 0x31: pos = .noun
    case 0x32: pos = .verb
    case 0x33, 0x35: pos = .adjective  // satellites have a digit of their own
    case 0x34: pos = .adverb
    default: return nil
    }
    return Line(
      start: start,
      lemma: lemma,
      pos: pos,
      offset: offset,
      number: number,
      count: count,
      isPlain: isPlain
    )
  }

  /// The number after a space; 0 where there is none, and never more than fits the offset of a
  /// file.
  private mutating func number() -> Int {
    guard at < bytes.count, bytes[at] == 0x20 else { return 0 }
    at += 1
    var value = 0
    while at < bytes.count, bytes[at] &- 0x30 < 10 {
      value = min(value * 10 + Int(bytes[at] &- 0x30), 1 << 32)
      at += 1
    }
    return value
  }
}
