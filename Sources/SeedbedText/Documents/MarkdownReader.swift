/// Finds the blocks of Markdown or of plain text, line by line.
///
/// It follows CommonMark (0.31) for headings, paragraphs, lists, fences, indented code, quotations and
/// rules, and GitHub's tables; blocks inside list items stay part of the list.
struct MarkdownReader {
  /// Plain text has no `#` headings, fences, code or tables.
  let isPlain: Bool
  private(set) var blocks: [DocumentBlock] = []
  private(set) var paths = HeadingPaths()

  private var open: (kind: DocumentSection.Kind, start: Int, end: Int)?
  /// Where the last line of the open paragraph starts.
  private var lastLine = 0
  private var lines = 0
  private var hasBlank = false
  private var fence: (mark: UInt8, length: Int)?
  /// Whether the lines belong to a comment that has not ended.
  private var isComment = false

  /// Front matter longer than this many lines is taken for text.
  private static let longestFrontMatter = 200
  /// A paragraph of more bytes is no heading, even when it is underlined.
  private static let longestHeading = 300

  init(isPlain: Bool) {
    self.isPlain = isPlain
  }

  /// Reads a whole text.
  mutating func read(_ text: Span<UInt8>) {
    var start = isPlain ? 0 : Self.frontMatterEnd(text)
    while start < text.count {
      let line = MarkdownLine(text, start..<Self.lineEnd(text, start))
      take(line, text)
      start = line.bytes.upperBound + 1
    }
    close(text)
  }

  // MARK: - Lines

  private mutating func take(_ line: MarkdownLine, _ text: Span<UInt8>) {
    if let fence {
      takeFenced(line, text, fence)
      return
    }
    if isComment {
      isComment = !line.endsComment(text)
      return
    }
    if line.isBlank {
      hasBlank = true
      if let kind = open?.kind, kind != .list, kind != .code { close(text) }
      return
    }
    if takesHeading(line, text) || takesMark(line, text) { return }
    takeText(line, text)
  }

  private mutating func takeFenced(
    _ line: MarkdownLine,
    _ text: Span<UInt8>,
    _ fence: (mark: UInt8, length: Int)
  ) {
    let isList = open?.kind == .list
    let closes =
      !line.isBlank && text[line.content] == fence.mark && line.run(text) >= fence.length
      && line.run(text) == line.length && (line.indent < 4 || isList)
    if closes { self.fence = nil }
    if isList {
      if !line.isBlank { open?.end = line.end }
    } else if closes {
      close(text)
    } else {
      if open == nil { begin(.code, at: line.bytes.lowerBound, line) }
      if !line.isBlank { open?.end = line.end }
    }
  }

  private mutating func takesHeading(_ line: MarkdownLine, _ text: Span<UInt8>) -> Bool {
    if !isPlain, let level = line.headingLevel(text) {
      close(text)
      paths.open(Self.title(text, (line.content + level)..<line.end), level: level)
      return true
    }
    guard let paragraph = open, paragraph.kind == .paragraph, !hasBlank,
      let level = line.underlineLevel(text),
      paragraph.end - paragraph.start <= Self.longestHeading
    else { return false }
    open = nil
    paths.open(text.string(paragraph.start..<paragraph.end), level: level)
    return true
  }

  /// Takes rules, fences and what a reader does not see.
  private mutating func takesMark(_ line: MarkdownLine, _ text: Span<UInt8>) -> Bool {
    if line.isRule(text) {
      close(text)
      return true
    }
    guard !isPlain else { return false }
    if let fence = line.fence(text), line.indent < 4 || open?.kind == .list {
      if open?.kind == .list, line.indent >= 2 {
        open?.end = line.end
      } else {
        close(text)
      }
      self.fence = fence
      hasBlank = false
      return true
    }
    if line.opensComment(text) {
      close(text)
      isComment = true
      return true
    }
    return open?.kind != .paragraph && line.isHidden(text)
  }

  private mutating func takeText(_ line: MarkdownLine, _ text: Span<UInt8>) {
    defer { hasBlank = false }
    let item = line.item(text)
    switch open?.kind {
    case .list where item.isItem || line.indent >= 2 || !hasBlank:
      extend(line)
      return
    case .code where line.indent >= 4:
      extend(line)
      return
    case .table where line.hasPipe(text), .quote:
      extend(line)
      return
    case .paragraph where item.isItem && item.first && line.indent < 4: break
    case .paragraph where !isPlain && line.isTableRule(text) && lastLineHasPipe(text):
      openTable(line, text)
      return
    case .paragraph where isPlain || text[line.content] != UInt8(ascii: ">"):
      extend(line)
      return
    default: break
    }
    close(text)
    if !isPlain, line.indent >= 4 {
      begin(.code, at: line.bytes.lowerBound, line)
    } else if item.isItem {
      begin(.list, at: line.content, line)
    } else {
      let isQuote = !isPlain && text[line.content] == UInt8(ascii: ">")
      begin(isQuote ? .quote : .paragraph, at: line.content, line)
    }
  }

  // MARK: - The open block

  private mutating func begin(_ kind: DocumentSection.Kind, at start: Int, _ line: MarkdownLine) {
    open = (kind, start, line.end)
    lastLine = line.content
    lines = 1
  }

  private mutating func extend(_ line: MarkdownLine) {
    open?.end = line.end
    lastLine = line.content
    lines += 1
  }

  private mutating func close(_ text: Span<UInt8>) {
    hasBlank = false
    guard let block = open else { return }
    open = nil
    if block.end > block.start {
      blocks.append(
        DocumentBlock(kind: block.kind, range: block.start..<block.end, path: paths.current)
      )
    }
  }

  /// Whether the paragraph's last line has cells, so that a row of rules makes it a table's head.
  private func lastLineHasPipe(_ text: Span<UInt8>) -> Bool {
    guard let open else { return false }
    for index in lastLine..<open.end where text[index] == UInt8(ascii: "|") { return true }
    return false
  }

  /// Makes the paragraph's last line a table's head.
  private mutating func openTable(_ line: MarkdownLine, _ text: Span<UInt8>) {
    let head = lastLine
    if lines > 1, let paragraph = open {
      var end = head
      while end > paragraph.start, BlockCut.isSpace(text[end - 1]) { end -= 1 }
      open?.end = end
      close(text)
    }
    open = (.table, head, line.end)
  }

  // MARK: - Pieces of text

  private static func lineEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < text.count, text[index] != 0x0A { index += 1 }
    return index
  }

  /// A heading's words, without the marks that may close it.
  private static func title(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == UInt8(ascii: "#") { end -= 1 }
    let closes = end == range.lowerBound || BlockCut.isSpace(text[end - 1])
    return text.string(range.lowerBound..<(closes ? end : range.upperBound))
  }

  /// Where the text starts after front matter between lines of `---`; 0 where there is none.
  private static func frontMatterEnd(_ text: Span<UInt8>) -> Int {
    guard text.starts(with: "---", at: 0) else { return 0 }
    var start = lineEnd(text, 0) + 1
    guard start <= 5 else { return 0 }
    for _ in 0..<longestFrontMatter where start < text.count {
      let line = MarkdownLine(text, start..<lineEnd(text, start))
      start = line.bytes.upperBound + 1
      if line.indent == 0, line.length == 3,
        text.starts(with: "---", at: line.content) || text.starts(with: "...", at: line.content)
      {
        return start
      }
    }
    return 0
  }
}
