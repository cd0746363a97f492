import SeedbedKernels

/// The words of a section as a reader sees them, with the way back to the section's text.
///
/// White space is one space, and the marks of Markdown (emphasis, code, links, comments, tags) are gone;
/// text that came out of HTML has none.
public struct ProseText: Sendable {
  /// A part that is set off from the rest.
  public struct Mark: Sendable, Hashable {
    /// How it is set off.
    public enum Kind: Sendable, Hashable {
      case code, emphasis, link
    }

    /// How it is set off.
    public var kind: Kind
    /// Unicode scalars of the prose.
    public var range: Range<Int>
  }

  /// A sentence.
  public struct Sentence: Sendable, Hashable {
    /// Unicode scalars of the prose.
    public var range: Range<Int>
    /// Its words with its last mark.
    public var text: String
  }

  /// The scalars of the prose.
  public private(set) var scalars: [Unicode.Scalar] = []
  /// What is set off, in order of the ends.
  public private(set) var marks: [Mark] = []
  /// Where each scalar stands in the section's text.
  private var places: [Int] = []

  /// Reads a section.
  ///
  /// - Parameters:
  ///   - section: The section.
  ///   - part: Unicode scalars of its text; nil for all of it.
  public init(_ section: DocumentSection, part: Range<Int>? = nil) {
    let all = Array(section.text.unicodeScalars)
    let part = (part ?? all.indices).clamped(to: all.indices)
    guard section.isVerbatim else {
      for place in part { append(all[place], at: place) }
      trim()
      return
    }
    var reader = InlineMarkup(all, part)
    reader.read()
    var open: [(kind: Mark.Kind, end: Int, start: Int)] = []
    for place in part {
      while let last = open.last, last.end <= place { close(open.removeLast()) }
      for mark in reader.marks(at: place) {
        open.append((mark.kind, mark.range.upperBound, scalars.count))
      }
      if !reader.isHidden(place) { append(all[place], at: place) }
    }
    while let last = open.popLast() { close(last) }
    trim()
  }

  /// The prose.
  public var text: String { text(scalars.indices) }

  /// The words of a range of scalars of the prose.
  ///
  /// - Parameter range: Unicode scalars of the prose.
  /// - Returns: The words; of a range outside the prose what is inside.
  public func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
    return String(view)
  }

  /// Where a part of the prose stands in the section's text.
  ///
  /// - Parameter range: Unicode scalars of the prose, at least one.
  /// - Returns: Unicode scalars of the section's text, marks in between included; nil for an empty range or
  ///   one outside the prose.
  public func source(of range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= places.count else {
      return nil
    }
    return places[range.lowerBound]..<(places[range.upperBound - 1] + 1)
  }

  /// The sentences, in order; what follows the last mark is one too.
  public var sentences: [Sentence] {
    let text = text
    let bytes = text.utf8Span.span
    var found: [Sentence] = []
    var cursor = ScalarCount()
    var start = 0, index = 0
    func add(_ range: Range<Int>) {
      let first = cursor.advance(to: range.lowerBound, in: bytes)
      let last = cursor.advance(to: range.upperBound, in: bytes)
      guard last > first else { return }
      found.append(Sentence(range: first..<last, text: bytes.string(range)))
    }
    while index < bytes.count {
      guard let end = SentenceEnd.end(bytes, at: index) else {
        index += 1
        continue
      }
      add(start..<end)
      index = end
      while index < bytes.count, BlockCut.isSpace(bytes[index]) { index += 1 }
      start = index
    }
    if start < bytes.count { add(start..<bytes.count) }
    return found
  }

  // MARK: - Reading

  private mutating func append(_ scalar: Unicode.Scalar, at place: Int) {
    guard scalar.properties.isWhitespace else {
      scalars.append(scalar)
      places.append(place)
      return
    }
    guard let last = scalars.last, last != " " else { return }
    scalars.append(" ")
    places.append(place)
  }

  private mutating func close(_ mark: (kind: Mark.Kind, end: Int, start: Int)) {
    var start = mark.start, end = scalars.count
    while start < end, scalars[start] == " " { start += 1 }
    while end > start, scalars[end - 1] == " " { end -= 1 }
    if end > start { marks.append(Mark(kind: mark.kind, range: start..<end)) }
  }

  private mutating func trim() {
    guard scalars.last == " " else { return }
    scalars.removeLast()
    places.removeLast()
  }
}
