import SeedbedData
import SeedbedKernels
import SeedbedText

/// What is measured of single texts.
struct TextTraits: Sendable {
  /// The names of the numbers, in order.
  static let numberNames = [
    "characters", "words", "capital_share", "punctuation_share", "digit_share",
  ]
  /// The names of the categories, in order.
  static let categoryNames = ["length", "language", "noise", "form", "casing", "ending"]

  /// The numbers of each text, measure by measure.
  private(set) var numbers: [[Double]]
  /// The categories of each text, measure by measure.
  private(set) var categories: [[String]]
  /// A hash of each text but for case, accents, punctuation and space.
  private(set) var views: [UInt64]

  /// How many texts are the same as an earlier one.
  var repeated: Int { views.count - Set(views).count }

  private struct Trait: Sendable {
    var numbers: [Double]
    var categories: [String]
    var view: UInt64
  }

  /// Measures texts.
  init(_ texts: [String], languages: [String], threads: Int) async throws {
    let dimensions = try DimensionSet(
      ["length", "language", "noise", "form"],
      languages: languages
    )
    let traits = try await mapChunks(texts, threads: threads, chunk: 1024) { part in
      var buffer: [UInt8] = []
      return part.map { text in
        DuplicateView.normalize(text.utf8Span.span, into: &buffer)
        let surface = TextSurface(text)
        let input = DimensionInput(text: text, label: nil, fields: JSONObject())
        return Trait(
          numbers: surface.numbers,
          categories: dimensions.values(of: input) + [surface.casing, surface.ending],
          view: hash64(buffer.span)
        )
      }
    }
    numbers = Self.numberNames.indices.map { index in traits.map { $0.numbers[index] } }
    categories = Self.categoryNames.indices.map { index in traits.map { $0.categories[index] } }
    views = traits.map(\.view)
  }
}

/// The surface of a text.
private struct TextSurface {
  private var scalars = 0
  private var letters = 0
  private var capitals = 0
  private var digits = 0
  private var punctuation = 0
  private var words = 0
  private var startsWithCapital = false
  private var last: Unicode.Scalar?

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      scalars += 1
      if scalar.isASCII { addASCII(scalar) } else { add(scalar) }
    }
    WordScanner.forEachWord(in: text.utf8Span.span) { _ in words += 1 }
  }

  var numbers: [Double] {
    func share(_ part: Int, of whole: Int) -> Double {
      whole > 0 ? Double(part) / Double(whole) : 0
    }
    return [
      Double(scalars), Double(words), share(capitals, of: letters),
      share(punctuation, of: scalars), share(digits, of: scalars),
    ]
  }

  var casing: String {
    if letters == 0 { return "no letters" }
    if capitals == 0 { return "lower" }
    if capitals == letters, letters > 1 { return "upper" }
    return capitals == 1 && startsWithCapital ? "sentence" : "mixed"
  }

  var ending: String {
    guard let last else { return "none" }
    switch last {
    case ".", "…", "。": return "period"
    case "?", "？": return "question mark"
    case "!", "！": return "exclamation mark"
    default: return isMark(last) ? "other mark" : "none"
    }
  }

  private mutating func addASCII(_ scalar: Unicode.Scalar) {
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    guard byte > 0x20 else { return }
    last = scalar
    let isCapital = byte &- 0x41 < 26
    if isCapital || byte &- 0x61 < 26 {
      addLetter(isCapital: isCapital)
    } else if byte &- 0x30 < 10 {
      digits += 1
    } else if byte != 0x7F {
      punctuation += 1
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    guard !properties.isWhitespace else { return }
    last = scalar
    if properties.isAlphabetic {
      addLetter(isCapital: properties.isUppercase)
    } else if properties.numericType != nil {
      digits += 1
    } else if isMark(scalar) {
      punctuation += 1
    }
  }

  private mutating func addLetter(isCapital: Bool) {
    if letters == 0 { startsWithCapital = isCapital }
    letters += 1
    if isCapital { capitals += 1 }
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .currencySymbol, .mathSymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
