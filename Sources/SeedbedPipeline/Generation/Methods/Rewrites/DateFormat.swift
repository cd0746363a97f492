import SeedbedData
import SeedbedKernels
import SeedbedText

/// Writes a date or a time of day another way; the day and the minute stay.
struct DateFormat: TransformMethod {
  let descriptor = MethodDescriptor(
    "date_format",
    "Writes dates (3 May 2024 → 2024-05-03) and times (5 pm → 17:00) another way.",
    languages: DateNotation.languages,
    moves: ["form"]
  )

  var opens: Set<ProtectedRange.Kind> { [.date, .time] }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    guard let language = seed.language, DateNotation.languages.contains(language) else {
      return nil
    }
    let bytes = seed.text.utf8Span.span
    var choices: [FigureChoice] = []
    for figure in seed.figures {
      switch figure.kind {
      case .date:
        // "the 3rd of May" has no other form that "the" fits.
        guard let day = DateNotation.read(bytes, figure.range),
          language != "en" || !Self.precedes(figure.range, ["the"], seed)
        else { continue }
        let options = DateNotation.forms(of: day, language: language)
        choices.append(FigureChoice(range: figure.range, options: options, reason: "date"))
      case .time:
        guard let time = TimeNotation.read(bytes, figure.range) else { continue }
        // "5 to 7 pm": the half of the day belongs to both.
        if time.isTwelveHour, Self.isOpenRange(figure.range, seed) { continue }
        var options = TimeNotation.forms(of: time, language: language)
        if language == "de", !Self.follows(figure.range, " Uhr", seed) {
          options = options.map { $0 + " Uhr" }
        }
        choices.append(FigureChoice(range: figure.range, options: options, reason: "time"))
      default: continue
      }
    }
    return choices.isEmpty ? nil : seed.rewrite(choices, &random)
  }

  /// Whether one of some words stands right before a figure.
  private static func precedes(_ range: Range<Int>, _ words: [String], _ seed: Seed) -> Bool {
    let before = seed.text.slice(max(0, range.lowerBound - 9)..<range.lowerBound, snapped: true)
    let last = before.last { $0 != " " }
    if last == "-" || last == "\u{2013}" || last == "/" { return true }
    guard before.last == " " else { return false }
    let word = before.dropLast().split(whereSeparator: { !$0.isLetter }).last ?? ""
    return words.contains(word.lowercased())
  }

  private static func isOpenRange(_ range: Range<Int>, _ seed: Seed) -> Bool {
    precedes(range, ["to", "and", "or", "until", "till", "through", "a", "y", "o", "hasta"], seed)
  }

  private static func follows(_ range: Range<Int>, _ words: String, _ seed: Seed) -> Bool {
    let end = min(seed.text.utf8.count, range.upperBound + words.utf8.count)
    return seed.text.slice(range.upperBound..<end, snapped: true) == words
  }
}

extension String {
  /// The part of the text at UTF-8 offsets, without a scalar that a border cuts.
  func slice(_ range: Range<Int>, snapped: Bool) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    var first = start
    while first < end, utf8[first] & 0xC0 == 0x80 { first = utf8.index(after: first) }
    var last = end
    while last > first, last < utf8.endIndex, utf8[last] & 0xC0 == 0x80 {
      last = utf8.index(before: last)
    }
    return self[first..<last]
  }
}
