import SeedbedKernels

/// Where the words of a text stand in the text as it was given.
enum WordSources {
  /// Lists the byte range of each word.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - form: What a word is.
  /// - Returns: As many ranges as `WordList` finds words, in order.
  static func ranges(in text: String, form: WordForm) -> [Range<Int>] {
    form == .folded ? folded(text) : published(text, form)
  }

  private static func published(_ text: String, _ form: WordForm) -> [Range<Int>] {
    var folder = FormFolder(form)
    folder.foldNotingSources(text)
    var words = WordList()
    words.read(folder.bytes.span, form: form)
    return words.ranges.map { range in
      let first = folder.sources[Int(range.lowerBound)]
      return first.lowerBound..<folder.sources[Int(range.upperBound) - 1].upperBound
    }
  }

  /// `DuplicateView` does not say where its words come from, so its words are made again, one run
  /// between separators at a time.
  private static func folded(_ text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var buffer: [UInt8] = []
    var run: [(scalar: Unicode.Scalar, source: Range<Int>)] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let source = offset..<offset + UTF8.width(scalar)
      offset = source.upperBound
      if isSeparator(scalar, &buffer) {
        append(run, to: &ranges, &buffer)
        run.removeAll(keepingCapacity: true)
      } else {
        run.append((scalar, source))
      }
    }
    append(run, to: &ranges, &buffer)
    return ranges
  }

  private static func append(
    _ run: [(scalar: Unicode.Scalar, source: Range<Int>)],
    to ranges: inout [Range<Int>],
    _ buffer: inout [UInt8]
  ) {
    var start: Int?
    var end = 0
    var isAlone = false
    func close() {
      if let first = start { ranges.append(first..<end) }
      start = nil
    }
    for (scalar, source) in run {
      if scalar.isMark {
        if start != nil { end = source.upperBound }
        continue
      }
      // ASCII in a run is a letter, a digit or a control character.
      guard scalar.isASCII ? scalar.isWordScalar : !folded(scalar, &buffer).isEmpty else {
        continue
      }
      let isIdeograph = !scalar.isASCII && isIdeograph(buffer)
      if isIdeograph || isAlone { close() }
      isAlone = isIdeograph
      start = start ?? source.lowerBound
      end = source.upperBound
    }
    close()
  }

  /// A scalar separates words when the view puts a space between two letters around it.
  private static func isSeparator(_ scalar: Unicode.Scalar, _ buffer: inout [UInt8]) -> Bool {
    if scalar.isASCII {
      let isControl = scalar.value < 0x20 || scalar.value == 0x7f
      return !scalar.isWordScalar && !(isControl && !ASCIIForms.isSpace(scalar))
    }
    return folded(scalar, &buffer).contains(0x20)
  }

  /// What the view makes of a scalar between two letters; `buffer` gets the same.
  private static func folded(_ scalar: Unicode.Scalar, _ buffer: inout [UInt8]) -> ArraySlice<UInt8>
  {
    let text = "a\(scalar)a"
    DuplicateView.normalize(text.utf8Span.span, into: &buffer)
    buffer.removeFirst()
    buffer.removeLast()
    return buffer[...]
  }

  private static func isIdeograph(_ folded: [UInt8]) -> Bool {
    String(decoding: folded, as: UTF8.self).unicodeScalars.first.map {
      Ideographs.contains($0.value)
    } ?? false
  }
}
