import SeedbedKernels

/// Finds names: runs of words with capital letters that do not merely begin a sentence.
enum NameRuns {
  /// With this many content words, all with capitals, a text is a headline.
  private static let headline = 4

  /// Adds the names of a text to its facts.
  static func add(to list: inout TermList, _ bytes: Span<UInt8>, _ language: ClaimLanguage) {
    guard language.hasCapitalNames, !isStyle(list) else { return }
    var index = 0
    while index < list.terms.count {
      guard isPart(list.terms[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < list.terms.count, isPart(list.terms[end]),
        isJoined(bytes, list.terms[end - 1], list.terms[end])
      { end += 1 }
      // One capital at the beginning of a sentence says nothing.
      let isFirst = index == 0 || list.terms[index - 1].sentence != list.terms[index].sentence
      if end > index + 1 || !isFirst || list.terms[index].isAcronym {
        list.facts.append(
          TermFact(
            kind: .name,
            range: list.terms[index].range.lowerBound..<list.terms[end - 1].range.upperBound,
            terms: index..<end
          )
        )
      }
      index = end
    }
  }

  private static func isPart(_ term: ClaimTerm) -> Bool {
    term.isCapital && term.kind == .content
  }

  /// Whether the capitals are only the style of the text.
  private static func isStyle(_ list: TermList) -> Bool {
    var words = 0
    var capitals = 0
    for term in list.terms where term.kind == .content {
      words += 1
      capitals += term.isCapital ? 1 : 0
    }
    return words >= headline && words == capitals
  }

  /// Whether nothing but a space, a hyphen or the full stop of an initial stands between two words.
  private static func isJoined(
    _ bytes: Span<UInt8>,
    _ left: ClaimTerm,
    _ right: ClaimTerm
  ) -> Bool {
    guard left.sentence == right.sentence, right.range.lowerBound - left.range.upperBound <= 2
    else {
      return false
    }
    for index in left.range.upperBound..<right.range.lowerBound {
      switch bytes[index] {
      case 0x20, UInt8(ascii: "-"): continue
      case UInt8(ascii: ".") where left.range.count <= 2: continue
      default: return false
      }
    }
    return true
  }
}
