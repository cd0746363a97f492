/// Takes the words out of HTML, remembering where each stood.
///
/// It asks for no well-formedness: unknown tags are inline, unclosed ones end where the next block
/// begins, and a `<` that opens nothing is a character. Each byte is looked at a bounded number of times.
struct HTMLReader {
  /// What a reader sees, in UTF-8; blocks are blank lines apart.
  private(set) var text: [UInt8] = []
  private(set) var runs: [OffsetRun] = []
  private(set) var blocks: [DocumentBlock] = []
  private(set) var paths = HeadingPaths()

  private var textScalars = 0
  private var sourceScalars = 0
  /// Where the open block begins in `text`.
  private var start = 0
  private var heading: Int?
  private var listDepth = 0
  private var tableDepth = 0
  private var quoteDepth = 0
  private var isPreformatted = false
  private var isRowEmpty = true
  private var scanner = HTMLTagScanner()
  /// Lists within lists are shown by white space down to this many.
  private static let deepestIndent = 8

  /// Reads a whole document.
  mutating func read(_ source: Span<UInt8>) {
    var index = 0
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "<"): index = takeMarkup(source, index)
      case UInt8(ascii: "&"): index = takeEntity(source, index)
      default: index = takeText(source, index)
      }
    }
    flush()
  }

  // MARK: - Text

  private mutating func takeText(_ source: Span<UInt8>, _ index: Int) -> Int {
    if !isPreformatted, BlockCut.isSpace(source[index]) { return takeSpace(source, index) }
    var end = index + 1
    while end < source.count, source[end] != UInt8(ascii: "<"), source[end] != UInt8(ascii: "&"),
      isPreformatted || !BlockCut.isSpace(source[end])
    {
      end += 1
    }
    let count = ScalarCount.count(source, index..<end)
    for offset in index..<end { text.append(source[offset]) }
    runs.add(OffsetRun(text: textScalars, count: count, source: sourceScalars, width: 1))
    textScalars += count
    sourceScalars += count
    return end
  }

  /// Makes white space one space, and none at the start of a line.
  private mutating func takeSpace(_ source: Span<UInt8>, _ index: Int) -> Int {
    var end = index + 1
    while end < source.count, BlockCut.isSpace(source[end]) { end += 1 }
    if text.count > start, !BlockCut.isSpace(text[text.count - 1]) {
      append(0x20, width: end - index)
    }
    sourceScalars += end - index
    return end
  }

  private mutating func takeEntity(_ source: Span<UInt8>, _ index: Int) -> Int {
    guard let entity = HTMLEntities.read(source, at: index) else { return takeText(source, index) }
    let end = index + entity.length
    let bytes = entity.scalar == "\u{A0}" ? [0x20] : Array(String(entity.scalar).utf8)
    text += bytes
    runs.add(OffsetRun(text: textScalars, count: 1, source: sourceScalars, width: entity.length))
    textScalars += 1
    sourceScalars += entity.length
    return end
  }

  /// Adds an ASCII character that stands for some scalars of the source from here on.
  private mutating func append(_ byte: UInt8, width: Int) {
    text.append(byte)
    runs.add(OffsetRun(text: textScalars, count: 1, source: sourceScalars, width: width))
    textScalars += 1
  }

  /// Adds characters that the source does not have.
  private mutating func insert(_ characters: StaticString) {
    for offset in 0..<characters.utf8CodeUnitCount {
      append(characters.utf8Start[offset], width: 0)
    }
  }

  // MARK: - Markup

  private mutating func takeMarkup(_ source: Span<UInt8>, _ index: Int) -> Int {
    switch scanner.scan(source, at: index) {
    case .none:
      let count = 1
      text.append(source[index])
      runs.add(OffsetRun(text: textScalars, count: count, source: sourceScalars, width: 1))
      textScalars += 1
      sourceScalars += 1
      return index + 1
    case .skipped(let end):
      sourceScalars += ScalarCount.count(source, index..<end)
      return end
    case .tag(let name, let closes, let end):
      let last = apply(HTMLTag(name), closes: closes, source, end)
      sourceScalars += ScalarCount.count(source, index..<last)
      return last
    }
  }

  /// Does what a tag asks for and answers where the text goes on.
  private mutating func apply(
    _ tag: HTMLTag,
    closes: Bool,
    _ source: Span<UInt8>,
    _ end: Int
  ) -> Int {
    switch tag {
    case .inline: break
    case .hidden(let name): return closes ? end : scanner.endOfHidden(source, from: end, name: name)
    case .lineBreak: newLine()
    case .heading(let level):
      flush()
      heading = closes ? nil : level
    case .list:
      if listDepth == 0, closes || tableDepth == 0 { flush() }
      listDepth = max(0, listDepth + (closes ? -1 : 1))
      if closes, listDepth == 0, tableDepth == 0 { flush(as: .list) }
    case .item:
      let isInner = !endsInMark
      newLine()
      guard !closes, listDepth > 0 else { break }
      if isInner { for _ in 1..<max(1, min(listDepth, Self.deepestIndent)) { insert("  ") } }
      insert("- ")
    case .table:
      if tableDepth == 0 { flush() }
      tableDepth = max(0, tableDepth + (closes ? -1 : 1))
      if closes, tableDepth == 0 { flush(as: .table) }
    case .row:
      newLine()
      isRowEmpty = true
    case .cell where !closes:
      if !isRowEmpty { insert(" | ") }
      isRowEmpty = false
    case .cell: break
    case .preformatted:
      flush()
      isPreformatted = !closes
    case .quote:
      flush()
      quoteDepth = max(0, quoteDepth + (closes ? -1 : 1))
    case .block:
      if listDepth > 0 || tableDepth > 0 { newLine() } else { flush() }
    }
    return end
  }

  private mutating func newLine() {
    guard text.count > start else { return }
    // A line that holds nothing but the mark of its item goes on.
    if endsInMark { return }
    if text[text.count - 1] != 0x0A { insert("\n") }
  }

  /// Whether the mark of an item is the last that was written.
  private var endsInMark: Bool {
    text.count >= start + 2 && text[text.count - 1] == 0x20 && text[text.count - 2] == 0x2D
  }

  // MARK: - Blocks

  /// Ends the open block.
  private mutating func flush(as kind: DocumentSection.Kind? = nil) {
    var end = text.count
    while end > start, BlockCut.isSpace(text[end - 1]) { end -= 1 }
    var first = start
    if !isPreformatted { while first < end, BlockCut.isSpace(text[first]) { first += 1 } }
    guard end > first else { return }
    if let heading {
      paths.open(text.span.string(first..<end), level: heading)
      self.heading = nil
    } else {
      let kind = kind ?? openKind
      blocks.append(DocumentBlock(kind: kind, range: first..<end, path: paths.current))
    }
    insert("\n\n")
    start = text.count
  }

  private var openKind: DocumentSection.Kind {
    if isPreformatted { return .code }
    if tableDepth > 0 { return .table }
    if listDepth > 0 { return .list }
    return quoteDepth > 0 ? .quote : .paragraph
  }
}
