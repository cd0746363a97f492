/// What the scanner does with each byte of ASCII, and the names of special tokens.
struct WordPieceClasses: Sendable {
  enum Kind {
    static let letter: UInt8 = 0
    static let space: UInt8 = 1
    static let dropped: UInt8 = 2
    static let punctuation: UInt8 = 3
    /// Set when the name of a special token may begin here.
    static let special: UInt8 = 0x80
  }

  let folds: Bool
  let splitsIdeographs: Bool
  /// The kind of each byte below 0x80; bytes above are decoded first.
  let kinds: [UInt8]
  /// Names and ids of the special tokens, the longest first.
  let special: [(name: [UInt8], id: Int32)]

  init(folds: Bool, splitsIdeographs: Bool, special: [(name: [UInt8], id: Int32)]) {
    self.folds = folds
    self.splitsIdeographs = splitsIdeographs
    self.special =
      special.filter { $0.name.first.map { $0 < 0x80 } ?? false }
      .sorted { $0.name.count > $1.name.count }
    var kinds = (0..<0x80).map { Self.kind(of: UInt8($0)) }
    for token in self.special { kinds[Int(token.name[0])] |= Kind.special }
    self.kinds = kinds
  }

  private static func kind(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x09, 0x0a, 0x0d, 0x20: Kind.space
    case ..<0x20, 0x7f: Kind.dropped
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: Kind.punctuation
    default: Kind.letter
    }
  }

  /// The special token whose name stands at an offset.
  func special(in text: Span<UInt8>, at offset: Int) -> (length: Int, id: Int32)? {
    for token in special where token.name.count <= text.count - offset {
      if token.name.indices.allSatisfy({ token.name[$0] == text[offset + $0] }) {
        return (token.name.count, token.id)
      }
    }
    return nil
  }
}
