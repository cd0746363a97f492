/// What capital letters, digits and sentence borders say about the words of a text.
struct Capitals {
  private var starts: [Bool] = []
  private var shapes: [LetterCase] = []
  private var hasDigit: [Bool] = []
  private var shouts = false

  init(_ text: String, _ words: [TextWord]) {
    let bytes = text.utf8Span.span
    var upper = 0
    for (index, word) in words.enumerated() {
      let gap = (index == 0 ? 0 : words[index - 1].range.upperBound)..<word.range.lowerBound
      starts.append(index == 0 || gap.contains { Self.endsSentence(bytes[$0]) })
      let shape = LetterCase(of: word.text)
      shapes.append(shape)
      if shape == .upper { upper += 1 }
      hasDigit.append(word.text.utf8.contains { $0 &- 0x30 < 10 })
    }
    // In a text that is all capitals they say nothing.
    shouts = words.count > 1 && upper * 2 > words.count
  }

  /// Whether the word is the first of a sentence or line.
  func startsSentence(_ index: Int) -> Bool { starts[index] }

  /// Whether the word looks like a name or a code.
  ///
  /// - Parameters:
  ///   - index: The word's number.
  ///   - isKnown: Whether the dictionary has it.
  /// - Returns: True for names, codes and unknown words with a capital.
  func isProper(_ index: Int, isKnown: Bool) -> Bool {
    if hasDigit[index] { return true }
    switch shapes[index] {
    case .lower: return false
    case .mixed: return true
    case .upper: return shouts ? !isKnown : true
    case .capitalised: return starts[index] ? !isKnown : true
    }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A: true
    default: false
    }
  }
}
