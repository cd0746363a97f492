import SeedbedKernels

/// Makes the `DuplicateView` of texts that are mostly ASCII.
///
/// The view reads a text scalar by scalar as soon as one is beyond ASCII. A white space separates
/// words whatever stands beside it, so here only the pieces between ASCII spaces that need it go
/// that way.
struct ViewFolder {
  private var piece: [UInt8] = []
  private var folded: [UInt8] = []

  /// Normalises a text.
  ///
  /// - Parameters:
  ///   - text: The text as UTF-8.
  ///   - view: Gets exactly what `DuplicateView.normalize` makes of it.
  mutating func fold(_ text: Span<UInt8>, into view: inout [UInt8]) {
    var start = Self.beyondASCII(text, from: 0)
    // Short texts gain nothing.
    guard start < text.count, text.count >= 64 else {
      DuplicateView.normalize(text, into: &view)
      return
    }
    view.removeAll(keepingCapacity: true)
    var done = 0
    while done < text.count {
      while start > done, text[start - 1] != 0x20 { start -= 1 }
      if start > done {
        DuplicateView.normalize(text.extracting(done..<start), into: &folded)
        // A piece without words comes back as it is, and then it begins with neither.
        if let first = folded.first, Self.isWord(first) { append(folded[...], to: &view) }
      }
      guard start < text.count else { break }
      var end = start
      while end < text.count, text[end] != 0x20 { end += 1 }
      foldPiece(text.extracting(start..<end))
      append(folded.dropFirst(2), to: &view)
      done = end
      start = Self.beyondASCII(text, from: end)
    }
    if view.isEmpty { DuplicateView.normalize(text, into: &view) }
  }

  /// Folds a piece after a word of its own, so that one without words is told from one with.
  private mutating func foldPiece(_ text: Span<UInt8>) {
    piece.removeAll(keepingCapacity: true)
    piece.append(UInt8(ascii: "a"))
    piece.append(0x20)
    for offset in 0..<text.count { piece.append(text[offset]) }
    let piece = piece
    DuplicateView.normalize(piece.span, into: &folded)
  }

  private func append(_ words: ArraySlice<UInt8>, to view: inout [UInt8]) {
    guard !words.isEmpty else { return }
    if !view.isEmpty { view.append(0x20) }
    view.append(contentsOf: words)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte)
  }

  /// The first place from an offset on that holds no ASCII; the end when all is ASCII.
  private static func beyondASCII(_ text: Span<UInt8>, from offset: Int) -> Int {
    var offset = offset
    while offset < text.count, text[offset] < 0x80 { offset &+= 1 }
    return offset
  }
}
