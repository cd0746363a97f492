/// A block of a document as its reader found it, before it is cut to size.
struct DocumentBlock {
  /// What it is.
  var kind: DocumentSection.Kind
  /// Its bytes in the text that was read.
  var range: Range<Int>
  /// The index of its heading path among those of the document.
  var path: Int
}

/// The heading paths of a document, each once for each heading.
struct HeadingPaths {
  /// The paths by index; the first is that of what stands before any heading.
  private(set) var all: [[String]] = [[]]
  private var stack: [(level: Int, title: String)] = []

  /// The most scalars of a heading that are kept.
  private static let longestTitle = 200

  /// The path in force.
  var current: Int { all.count - 1 }

  /// Opens a heading, which closes those of its level and below.
  mutating func open(_ title: String, level: Int) {
    while let last = stack.last, last.level >= level { stack.removeLast() }
    let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    stack.append((level, String(words.prefix(Self.longestTitle))))
    all.append(stack.map(\.title))
  }
}
