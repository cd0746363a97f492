import SeedbedKernels

/// Splits documents by their structure, with offsets into the original.
///
/// Time is linear in the document's length, whatever it holds.
public struct DocumentSplitter: Sendable {
  /// The most Unicode scalars of a section; a longer block is cut at sentence ends, else at spaces.
  public var maximum: Int

  /// Makes a splitter.
  ///
  /// - Parameter maximum: The most Unicode scalars of a section, at least 40.
  public init(maximum: Int = 1200) {
    self.maximum = max(40, maximum)
  }

  /// The sections of a document, in order.
  ///
  /// Headings are no sections: they stand in the path of what follows them. Markup without words (rules,
  /// link definitions, front matter, comments) is left out.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - format: How its structure is written.
  /// - Returns: Sections that do not overlap, none longer than `maximum`.
  public func sections(of text: String, format: DocumentFormat) -> [DocumentSection] {
    var text = text
    text.makeContiguousUTF8()
    guard format == .html else {
      let bytes = text.utf8Span.span
      var reader = MarkdownReader(isPlain: format == .plain)
      reader.read(bytes)
      return cut(reader.blocks, reader.paths, bytes, runs: [])
    }
    var reader = HTMLReader()
    reader.read(text.utf8Span.span)
    return cut(reader.blocks, reader.paths, reader.text.span, runs: reader.runs)
  }

  /// Passages to ask about: neighbouring sections under one heading, joined up to `maximum`.
  ///
  /// A block that is longer by itself is cut, and its pieces are passages.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - format: How its structure is written.
  /// - Returns: Passages that do not overlap, none longer than `maximum`.
  public func passages(of text: String, format: DocumentFormat) -> [DocumentSection] {
    var text = text
    text.makeContiguousUTF8()
    guard format == .html else {
      let bytes = text.utf8Span.span
      var reader = MarkdownReader(isPlain: format == .plain)
      reader.read(bytes)
      return cut(joined(reader.blocks, bytes), reader.paths, bytes, runs: [])
    }
    var reader = HTMLReader()
    reader.read(text.utf8Span.span)
    let bytes = reader.text.span
    return cut(joined(reader.blocks, bytes), reader.paths, bytes, runs: reader.runs)
  }

  /// Makes one block of neighbours under the same heading as long as they fit.
  private func joined(_ blocks: [DocumentBlock], _ bytes: Span<UInt8>) -> [DocumentBlock] {
    var joined: [DocumentBlock] = []
    var length = 0
    for block in blocks {
      if let last = joined.last, last.path == block.path {
        let more = ScalarCount.count(bytes, last.range.upperBound..<block.range.upperBound)
        if length + more <= maximum {
          joined[joined.count - 1].range = last.range.lowerBound..<block.range.upperBound
          joined[joined.count - 1].kind = .passage
          length += more
          continue
        }
      }
      joined.append(block)
      length = ScalarCount.count(bytes, block.range)
    }
    return joined
  }

  /// Cuts blocks to size and counts their offsets in scalars.
  private func cut(
    _ blocks: [DocumentBlock],
    _ paths: HeadingPaths,
    _ bytes: Span<UInt8>,
    runs: [OffsetRun]
  ) -> [DocumentSection] {
    var sections: [DocumentSection] = []
    var cursor = ScalarCount()
    for block in blocks {
      for piece in BlockCut.pieces(of: bytes, block.range, block.kind, maximum: maximum) {
        let start = cursor.advance(to: piece.lowerBound, in: bytes)
        let end = cursor.advance(to: piece.upperBound, in: bytes)
        guard end > start else { continue }
        let part = start..<end
        sections.append(
          DocumentSection(
            number: sections.count,
            headings: paths.all[block.path],
            range: runs.isEmpty ? part : runs.source(of: part) ?? part,
            text: bytes.string(piece),
            kind: block.kind,
            group: block.path,
            runs: runs.slice(part)
          )
        )
      }
    }
    return sections
  }
}

/// Counts Unicode scalars while walking forward over bytes.
struct ScalarCount {
  private var byte = 0
  private var scalars = 0

  /// The scalars before a byte that is not before the last one asked for.
  mutating func advance(to target: Int, in bytes: Span<UInt8>) -> Int {
    scalars += Self.count(bytes, byte..<target)
    byte = target
    return scalars
  }

  /// The scalars that begin in a range.
  static func count(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for index in range { count &+= bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
    return count
  }
}

extension Span<UInt8> {
  /// The text of a range of bytes.
  func string(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// The byte at an offset; 0 outside the text.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < count ? self[offset] : 0 }
}
