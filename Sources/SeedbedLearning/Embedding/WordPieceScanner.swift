import CKernels

/// One pass over a text: collects a word in a small buffer and cuts it into pieces at its end.
struct WordPieceScanner {
  private static let longestWord = 100
  /// Room for the longest word in UTF-8, and for the scalar that makes it too long.
  static let capacity = 4 * (longestWord + 3)

  private let trie: WordPieceTrie
  private let classes: WordPieceClasses
  private let unknownID: Int32
  private let word: UnsafeMutableBufferPointer<UInt8>
  private var byteCount = 0
  private var scalarCount = 0

  init(tokenizer: WordPieceTokenizer, word: UnsafeMutableBufferPointer<UInt8>) {
    trie = tokenizer.trie
    classes = tokenizer.classes
    unknownID = tokenizer.unknownID
    self.word = word
  }

  mutating func scan(_ text: Span<UInt8>, limit: Int, into ids: inout [Int32]) {
    guard limit > 0 else { return }
    let end = ids.count + limit
    let allKinds = classes.kinds
    let kinds = allKinds.span
    let folds = classes.folds
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      guard byte < 0x80 else {
        offset += scanScalar(text, at: offset, into: &ids)
        if ids.count >= end { break }
        continue
      }
      let kind = kinds[Int(byte)]
      if kind == WordPieceClasses.Kind.letter {
        let isUpper = folds && byte &- 0x41 < 26
        append(isUpper ? byte | 0x20 : byte)
        offset += 1
        continue
      }
      if kind & WordPieceClasses.Kind.special != 0,
        let token = classes.special(in: text, at: offset)
      {
        finishWord(into: &ids)
        ids.append(token.id)
        offset += token.length
      } else {
        scanSeparator(byte, kind & ~WordPieceClasses.Kind.special, into: &ids)
        offset += 1
      }
      if ids.count >= end { break }
    }
    finishWord(into: &ids)
    if ids.count > end { ids.removeLast(ids.count - end) }
  }

  private mutating func scanSeparator(_ byte: UInt8, _ kind: UInt8, into ids: inout [Int32]) {
    switch kind {
    case WordPieceClasses.Kind.space: finishWord(into: &ids)
    case WordPieceClasses.Kind.dropped: break
    case WordPieceClasses.Kind.punctuation:
      finishWord(into: &ids)
      append(byte)
      finishWord(into: &ids)
    default: append(classes.folds && byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
  }

  /// Takes one scalar beyond ASCII and returns its length in bytes.
  private mutating func scanScalar(
    _ text: Span<UInt8>,
    at offset: Int,
    into ids: inout [Int32]
  ) -> Int {
    let (scalar, length) = Self.decode(text, at: offset)
    var folded: (UInt32, UInt32, UInt32) = (0, 0, 0)
    var kind: Int32 = 0
    let count = withUnsafeMutablePointer(to: &folded) { pointer in
      pointer.withMemoryRebound(to: UInt32.self, capacity: 3) { scalars in
        ck_fold_scalar(scalar, classes.folds ? 1 : 0, scalars, &kind)
      }
    }
    switch UInt32(bitPattern: kind) {
    case ck_drop.rawValue: return length
    case ck_space.rawValue:
      finishWord(into: &ids)
      return length
    case ck_ideograph.rawValue where !classes.splitsIdeographs, ck_keep.rawValue:
      append(scalar: folded.0)
      if count > 1 { append(scalar: folded.1) }
      if count > 2 { append(scalar: folded.2) }
      return length
    default:
      finishWord(into: &ids)
      append(scalar: folded.0)
      finishWord(into: &ids)
      return length
    }
  }

  /// The scalar at an offset; a byte that belongs to none reads as U+FFFD, which is dropped.
  private static func decode(_ text: Span<UInt8>, at offset: Int) -> (UInt32, Int) {
    let first = UInt32(text[offset])
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard first >= 0xc2, first < 0xf5, length <= text.count - offset else { return (0xfffd, 1) }
    var value = first & (0x7f >> UInt32(length))
    for index in 1..<length {
      let byte = UInt32(text[offset + index])
      guard byte & 0xc0 == 0x80 else { return (0xfffd, 1) }
      value = value << 6 | byte & 0x3f
    }
    let isOverlong = length == 3 && value < 0x800 || length == 4 && value < 0x10000
    return isOverlong ? (0xfffd, 1) : (value, length)
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    scalarCount += 1
    guard scalarCount <= Self.longestWord else { return }
    word[byteCount] = byte
    byteCount += 1
  }

  private mutating func append(scalar: UInt32) {
    scalarCount += 1
    guard scalarCount <= Self.longestWord else { return }
    let length = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    let leads: (UInt32, UInt32, UInt32, UInt32) = (0, 0xc0, 0xe0, 0xf0)
    let lead = length == 1 ? leads.0 : length == 2 ? leads.1 : length == 3 ? leads.2 : leads.3
    for index in 0..<length {
      let bits = scalar >> UInt32(6 * (length - 1 - index))
      word[byteCount + index] =
        UInt8(truncatingIfNeeded: index == 0 ? lead | bits : 0x80 | bits & 0x3f)
    }
    byteCount += length
  }

  /// Cuts the word, if there is one, into the longest pieces from left to right.
  @inline(__always)
  private mutating func finishWord(into ids: inout [Int32]) {
    guard scalarCount > 0 else { return }
    defer {
      byteCount = 0
      scalarCount = 0
    }
    guard scalarCount <= Self.longestWord else {
      ids.append(unknownID)
      return
    }
    let first = ids.count
    var start = 0
    while start < byteCount {
      var node = start == 0 ? WordPieceTrie.root : trie.inside
      var offset = start
      var best: Int32 = -1
      while offset < byteCount, let child = trie.child(of: node, word[offset]) {
        node = child
        offset += 1
        let token = trie.token(at: node)
        if token >= 0 {
          best = token
          start = offset
        }
      }
      guard best >= 0 else {
        ids.removeLast(ids.count - first)
        ids.append(unknownID)
        return
      }
      ids.append(best)
    }
  }
}
