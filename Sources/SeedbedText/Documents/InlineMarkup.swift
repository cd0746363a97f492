/// Finds the marks of inline Markdown, so that they can be left out.
///
/// It knows code, emphasis, links, images, tags, comments, escapes, and the `>` of quoted lines, as
/// CommonMark (0.31) describes them, without the finer points of emphasis inside words.
struct InlineMarkup {
  private let scalars: [Unicode.Scalar]
  private let part: Range<Int>
  private var hidden: Set<Int> = []
  private var starts: [Int: [ProseText.Mark]] = [:]

  /// What is opened is given up when it is not closed within so many scalars.
  private static let reach = 600

  init(_ scalars: [Unicode.Scalar], _ part: Range<Int>) {
    self.scalars = scalars
    self.part = part
  }

  /// Whether a scalar is a mark and no word.
  func isHidden(_ place: Int) -> Bool { hidden.contains(place) }

  /// What begins at a scalar, the longest first.
  func marks(at place: Int) -> [ProseText.Mark] { starts[place] ?? [] }

  mutating func read() {
    var index = part.lowerBound
    while index < part.upperBound { index = step(index) }
  }

  private func scalar(_ place: Int) -> Unicode.Scalar? {
    part.contains(place) ? scalars[place] : nil
  }

  private mutating func step(_ index: Int) -> Int {
    switch scalars[index] {
    case "\\":
      if let next = scalar(index + 1), Self.isPunctuation(next) {
        hidden.insert(index)
        return index + 2
      }
    case "`": return code(index)
    case "<": return tag(index)
    case "[": return link(index)
    case "!":
      if scalar(index + 1) == "[", let end = linkEnd(index + 1), end.target > end.label + 1 {
        hide(index..<end.target)
        return end.target
      }
    case "*", "_": return emphasis(index)
    case ">":
      if isLineStart(index) { hidden.insert(index) }
    default: break
    }
    return index + 1
  }

  private mutating func hide(_ range: Range<Int>) {
    for place in range { hidden.insert(place) }
  }

  private mutating func mark(_ kind: ProseText.Mark.Kind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    starts[range.lowerBound, default: []].append(ProseText.Mark(kind: kind, range: range))
  }

  private mutating func code(_ index: Int) -> Int {
    let count = run(index)
    var at = index + count
    let end = min(part.upperBound, at + Self.reach)
    while at < end {
      guard scalars[at] == "`" else {
        at += 1
        continue
      }
      let closing = run(at)
      if closing == count {
        hide(index..<(index + count))
        hide(at..<(at + count))
        mark(.code, (index + count)..<at)
        return at + count
      }
      at += closing
    }
    return index + count
  }

  /// Hides a comment or a tag; an address between angles keeps its words.
  private mutating func tag(_ index: Int) -> Int {
    let end = min(part.upperBound, index + Self.reach)
    if scalar(index + 1) == "!", scalar(index + 2) == "-", scalar(index + 3) == "-" {
      var at = index + 4
      while at + 2 < end {
        if scalars[at] == "-", scalars[at + 1] == "-", scalars[at + 2] == ">" {
          hide(index..<(at + 3))
          return at + 3
        }
        at += 1
      }
      return index + 1
    }
    guard let first = scalar(index + 1),
      first == "/" || (first.isASCII && first.properties.isAlphabetic)
    else { return index + 1 }
    var at = index + 1
    var isAddress = false
    while at < end, scalars[at] != ">", scalars[at] != "<" {
      if scalars[at] == ":" || scalars[at] == "@", scalars[at - 1] != " " { isAddress = true }
      if isAddress, scalars[at].properties.isWhitespace { isAddress = false }
      at += 1
    }
    guard at < end, scalars[at] == ">" else { return index + 1 }
    if isAddress {
      hidden.insert(index)
      hidden.insert(at)
    } else {
      hide(index..<(at + 1))
    }
    return at + 1
  }

  private mutating func link(_ index: Int) -> Int {
    guard let end = linkEnd(index), end.target > end.label + 1 else { return index + 1 }
    hidden.insert(index)
    hide(end.label..<end.target)
    mark(.link, (index + 1)..<end.label)
    return index + 1
  }

  /// Where the words of a link end and where its target does; nil for a bracket that never closes.
  private func linkEnd(_ index: Int) -> (label: Int, target: Int)? {
    guard let label = close(index, "[", "]") else { return nil }
    switch scalar(label + 1) {
    case "(": return (label, (close(label + 1, "(", ")") ?? label) + 1)
    case "[": return (label, (close(label + 1, "[", "]") ?? label) + 1)
    default: return (label, label + 1)
    }
  }

  private func close(_ index: Int, _ open: Unicode.Scalar, _ shut: Unicode.Scalar) -> Int? {
    var depth = 0
    for at in index..<min(part.upperBound, index + Self.reach) {
      if scalars[at] == open { depth += 1 }
      if scalars[at] == shut { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  private mutating func emphasis(_ index: Int) -> Int {
    let count = run(index)
    let sign = scalars[index]
    let after = index + count
    guard count <= 3, let next = scalar(after), !next.properties.isWhitespace,
      !hidden.contains(index), !(scalar(index - 1).map(Self.isWord) ?? false)
    else { return after }
    var at = after
    let end = min(part.upperBound, after + Self.reach)
    while at < end {
      if scalars[at] == "`" {
        // Marks inside code are words.
        var closing = at + 1
        while closing < end, scalars[closing] != "`" { closing += 1 }
        at = closing < end ? closing + 1 : at + 1
        continue
      }
      guard scalars[at] == sign else {
        at += 1
        continue
      }
      let closing = run(at)
      let isClosing =
        closing == count && !scalars[at - 1].properties.isWhitespace
        && !(scalar(at + count).map(Self.isWord) ?? false)
      if isClosing {
        hide(index..<after)
        hide(at..<(at + count))
        mark(.emphasis, after..<at)
        return after
      }
      at += closing
    }
    return after
  }

  private func run(_ index: Int) -> Int {
    var end = index
    while end < part.upperBound, scalars[end] == scalars[index] { end += 1 }
    return end - index
  }

  private func isLineStart(_ index: Int) -> Bool {
    var at = index - 1
    while at >= part.lowerBound, scalars[at] == " " || scalars[at] == ">" { at -= 1 }
    return at < part.lowerBound || scalars[at] == "\n"
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x2F).contains(scalar.value) || (0x3A...0x40).contains(scalar.value)
      || (0x5B...0x60).contains(scalar.value) || (0x7B...0x7E).contains(scalar.value)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
