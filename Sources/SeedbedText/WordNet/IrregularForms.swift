/// The irregular forms of WordNet's exception lists: lines `form base…`.
struct IrregularForms: Sendable {
  private struct Line {
    var offset: UInt32
    /// The line before that has the same base.
    var previous: UInt32
  }

  private static let none = UInt32.max

  private let files: [ResourceFile]
  private var lines: [Line] = []
  private var byForm = SpellingIndex(capacity: 8_000)
  private var byBase: [UInt64: UInt32] = [:]

  /// Reads the lists, in the order of the parts of speech.
  init(_ files: [ResourceFile]) {
    self.files = files
    byBase.reserveCapacity(8_000)
    for (lane, file) in files.enumerated() {
      file.withCursor(at: 0) { cursor in
        while !cursor.isAtEnd {
          let start = cursor.offset
          let form = Self.hash(cursor.field(), cursor)
          byForm.insert(Self.key(form, lane), UInt32(truncatingIfNeeded: start))
          while !cursor.isAtLineEnd {
            let base = cursor.field()
            if base.isEmpty { break }
            let key = Self.key(Self.hash(base, cursor), lane)
            lines.append(
              Line(offset: UInt32(truncatingIfNeeded: start), previous: byBase[key] ?? Self.none)
            )
            byBase[key] = UInt32(lines.count - 1)
          }
          cursor.skipLine()
        }
      }
    }
  }

  /// The base forms that the list has for a form.
  func bases(of form: WordHash, _ pos: PartOfSpeech) -> [String] {
    guard let offset = byForm.find(Self.key(form, pos.lane)) else { return [] }
    return files[pos.lane].withCursor(at: Int(offset)) { cursor in
      _ = cursor.field()
      return Self.rest(&cursor)
    }
  }

  /// Whether the list has a form.
  func has(_ form: WordHash, _ pos: PartOfSpeech) -> Bool {
    byForm.find(Self.key(form, pos.lane)) != nil
  }

  /// The single words that the list has as forms of a base, in its order, without the base itself.
  func forms(of base: String, _ pos: PartOfSpeech) -> [String] {
    var found: [String] = []
    var next = byBase[Self.key(WordHash(base), pos.lane)] ?? Self.none
    while next != Self.none {
      let line = lines[Int(next)]
      let form = files[pos.lane].withCursor(at: Int(line.offset)) { $0.text($0.field()) }
      if form != base, !form.contains("_") { found.append(form) }
      next = line.previous
    }
    return found.reversed()
  }

  private static func rest(_ cursor: inout ResourceCursor) -> [String] {
    var found: [String] = []
    while !cursor.isAtLineEnd {
      let field = cursor.field()
      if !field.isEmpty { found.append(cursor.text(field)) }
    }
    return found
  }

  private static func hash(_ field: Range<Int>, _ cursor: ResourceCursor) -> WordHash {
    WordHash().adding(cursor.bytes[field])
  }

  private static func key(_ word: WordHash, _ lane: Int) -> UInt64 {
    word.adding([0x20, UInt8(lane)]).value
  }
}
