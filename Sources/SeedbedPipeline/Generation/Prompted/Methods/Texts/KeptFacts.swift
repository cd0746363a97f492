import SeedbedKernels
import SeedbedText

/// Figures and names of a text that a rewording has to keep.
struct KeptFacts {
  /// Languages that write common nouns with a capital letter, so that names do not show.
  private static let capitalNouns = ["de", "lb"]

  private let figures: [String]
  private let names: [String]

  /// Finds them.
  ///
  /// - Parameters:
  ///   - text: The original.
  ///   - language: Its language as an ISO 639-1 code.
  init(of text: String, language: String?) {
    var figures: [String] = []
    let bytes = Array(text.utf8)
    for range in ProtectedRanges.find(in: text) {
      switch range.kind {
      case .hashtag, .mention, .quotation, .code: continue
      default: figures.append(String(decoding: bytes[range.range], as: UTF8.self))
      }
    }
    self.figures = figures
    let seesNames = !Self.capitalNouns.contains(language ?? "")
    names = seesNames ? Self.names(in: text, language: language ?? "en") : []
  }

  /// What a rewording has lost; empty where it keeps all.
  func lost(in text: String) -> [String] {
    let folded = text.lowercased()
    let digits = Self.figures(in: text)
    return figures.filter { figure in
      let own = Self.figures(in: figure)
      // Another way to write a date or an amount is welcome as long as its figures stay.
      return own.isEmpty ? !folded.contains(figure.lowercased()) : !own.allSatisfy(digits.contains)
    } + names.filter { !folded.contains($0.lowercased()) }
  }

  /// The runs of digits of a text.
  private static func figures(in text: String) -> [String] {
    text.split { !$0.isNumber }.map(String.init)
  }

  /// Words with a capital letter inside a sentence, apart from those that any word may have.
  private static func names(in text: String, language: String) -> [String] {
    let functionWords = FunctionWords.for(language: language)
    let bytes = text.utf8Span.span
    var names: [String] = []
    var previousEnd = 0
    WordScanner.forEachWord(in: bytes) { range in
      let word = String(
        decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count),
        as: UTF8.self
      )
      let before = text.utf8.dropFirst(previousEnd).prefix(range.lowerBound - previousEnd)
      let startsSentence =
        previousEnd == 0
        || before.contains { ".!?:;\n\"(-".utf8.contains($0) || $0 >= 0x80 }
      previousEnd = range.upperBound
      let scalars = word.unicodeScalars
      guard scalars.count > 1, !startsSentence, scalars.first?.properties.isUppercase == true,
        scalars.dropFirst().contains(where: \.properties.isLowercase),
        !functionWords.contains(word.lowercased()), !word.hasPrefix("I'"), !word.hasPrefix("I’")
      else { return }
      if !names.contains(word) { names.append(word) }
    }
    return names
  }
}
