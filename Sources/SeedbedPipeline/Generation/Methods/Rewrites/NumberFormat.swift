import SeedbedData
import SeedbedKernels
import SeedbedText

/// Writes a number another way; its value stays.
struct NumberFormat: TransformMethod {
  let descriptor = MethodDescriptor(
    "number_format",
    "Writes numbers (1,234.50 → 1234.50, 5% → 5 percent, 3 cards ↔ three cards) another way.",
    languages: NumberNotation.languages,
    moves: ["form"]
  )

  var opens: Set<ProtectedRange.Kind> { [.number, .money, .percentage] }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, let small = SmallNumbers.for(language: language) else {
      return nil
    }
    let words = FoldedWord.words(of: seed.text)
    let bytes = seed.text.utf8Span.span
    var choices: [FigureChoice] = []
    for figure in seed.figures {
      switch figure.kind {
      case .money, .percentage:
        if let written = WrittenAmount(bytes, figure, language, words) {
          let options = written.forms(language)
          choices.append(
            FigureChoice(range: figure.range, options: options, reason: figure.kind.rawValue)
          )
        }
      case .number: choices += Self.number(bytes, figure.range, language)
      default: continue
      }
    }
    for (place, word) in words.enumerated() {
      // Figures in figures have been read above; here only those that count things.
      let value = small.value(word.key) ?? Self.figure(bytes, word)
      guard let value, let name = small.name(value), small.counts(words, place, bytes) else {
        continue
      }
      let option = small.value(word.key) == nil ? word.letterCase(at: place, name) : "\(value)"
      choices.append(FigureChoice(range: word.range, options: [option], reason: "numeral"))
    }
    return choices.isEmpty ? nil : seed.rewrite(choices, &random)
  }

  /// The number at a figure of its own; figures without groups or fraction may be years or codes.
  private static func number(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ language: String
  ) -> [FigureChoice] {
    guard let number = NumberNotation.read(bytes, range, language: language),
      number.isGrouped || !number.fraction.isEmpty
    else { return [] }
    let options = NumberNotation.forms(of: number, language: language)
    return [FigureChoice(range: range, options: options, reason: "number")]
  }

  private static func figure(_ bytes: Span<UInt8>, _ word: FoldedWord) -> Int? {
    guard word.end - word.start <= 2 else { return nil }
    var value = 0
    for index in word.range {
      guard bytes[index] &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(bytes[index] &- 0x30)
    }
    let isPart =
      isJoined(bytes, word.start - 1) || isJoined(bytes, word.end)
      || (value < 10 && word.end - word.start == 2)
    return isPart ? nil : value
  }

  /// Whether a byte makes one figure of what stands on either side.
  private static func isJoined(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard index >= 0, index < bytes.count else { return false }
    return !" \n\t(".utf8.contains(bytes[index])
  }
}

extension FoldedWord {
  /// A word as it is written in the place of this one, which may open a sentence.
  fileprivate func letterCase(at place: Int, _ word: String) -> String {
    opensSentence ? LetterCase.capitalised.applied(to: word) : word
  }
}
