/// Folds texts that are not plain ASCII for comparison; see `DuplicateView` for the rules.
///
/// Each scalar becomes at most as many bytes as it had, and a separator at most one, so the output
/// never overruns a buffer as long as the text.
struct DuplicateFolder {
  private var written = 0
  /// Where the word that is being written begins, in the text and in the output.
  private var wordSource = 0
  private var wordStart = 0
  private var hasLatin = false
  private var hasLookAlikeScript = false
  /// The letter written last in this word, 0 when a mark has nothing to sit on.
  private var base: UInt32 = 0

  /// Writes the folded text.
  ///
  /// - Returns: How many bytes were written.
  mutating func fold(_ text: Span<UInt8>, into output: inout MutableSpan<UInt8>) -> Int {
    let table = FoldedASCII.table
    let ascii = table.span
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        // Most bytes of most texts; the same as the general way below, at a tenth of its price.
        let folded = ascii[Int(byte)]
        if folded > FoldedASCII.separator {
          base = UInt32(folded)
          append(base, &output)
          hasLatin = hasLatin || folded >= 0x61
        } else if folded == FoldedASCII.separator {
          separate(text, at: offset, length: 1, &output)
        }
        offset += 1
        continue
      }
      let scalar = decodeScalar(text, at: offset)
      let folded = FoldedScalar(scalar.value)
      if case .separator = folded {
        separate(text, at: offset, length: scalar.length, &output)
      } else {
        write(folded, &output)
      }
      offset += scalar.length
    }
    endWord(text, end: offset, &output)
    return written > 0 && written == wordStart ? written - 1 : written
  }

  /// Ends a word at a separator.
  @inline(__always)
  private mutating func separate(
    _ text: Span<UInt8>,
    at offset: Int,
    length: Int,
    _ output: inout MutableSpan<UInt8>
  ) {
    endWord(text, end: offset, &output)
    if written > wordStart { append(UInt32(FoldedASCII.separator), &output) }
    wordStart = written
    wordSource = offset + length
  }

  /// Writes a word again that turned out to mix scripts, this time reading look-alikes as Latin.
  private mutating func endWord(
    _ text: Span<UInt8>,
    end: Int,
    _ output: inout MutableSpan<UInt8>
  ) {
    base = 0
    if hasLatin && hasLookAlikeScript {
      written = wordStart
      var offset = wordSource
      while offset < end {
        let scalar = decodeScalar(text, at: offset)
        let latin = LookAlikes.latin(for: scalar.value)
        write(latin.map { .ascii(UInt32($0)) } ?? FoldedScalar(scalar.value), &output)
        offset += scalar.length
      }
      base = 0
    }
    hasLatin = false
    hasLookAlikeScript = false
  }

  private mutating func write(_ folded: FoldedScalar, _ output: inout MutableSpan<UInt8>) {
    switch folded {
    case .dropped, .separator: break
    case .ascii(var packed):
      repeat {
        base = packed & 0xff
        append(base, &output)
        if base >= 0x61 { hasLatin = true }
        packed >>= 8
      } while packed != 0
    case .letter(let value):
      encode(value, &output)
      base = value
      if value >= 0x370 && value <= 0x52f { hasLookAlikeScript = true }
    case .mark(let value):
      // Latin letters lose their marks; a mark on nothing is noise.
      guard base >= 0x80 else { break }
      if let composed = LookAlikes.composed(base, value) {
        written -= DecodedScalar.utf8Length(base)
        encode(composed, &output)
        base = composed
      } else {
        encode(value, &output)
      }
    }
  }

  private mutating func encode(_ value: UInt32, _ output: inout MutableSpan<UInt8>) {
    switch DecodedScalar.utf8Length(value) {
    case 1: append(value, &output)
    case 2:
      append(0xc0 | value >> 6, &output)
      append(0x80 | value & 0x3f, &output)
    case 3:
      append(0xe0 | value >> 12, &output)
      append(0x80 | value >> 6 & 0x3f, &output)
      append(0x80 | value & 0x3f, &output)
    default:
      append(0xf0 | value >> 18, &output)
      append(0x80 | value >> 12 & 0x3f, &output)
      append(0x80 | value >> 6 & 0x3f, &output)
      append(0x80 | value & 0x3f, &output)
    }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt32, _ output: inout MutableSpan<UInt8>) {
    output[written] = UInt8(truncatingIfNeeded: byte)
    written &+= 1
  }
}
