/// How much the neighbours of a word speak for each part of speech.
///
/// The weights multiply the word's own frequencies, in the order of `PartOfSpeech.allCases`: noun,
/// verb, adjective, adverb. They were set by hand and checked on the example sentences of WordNet.
enum ContextRules {
  /// The weights that the word before gives.
  ///
  /// - Parameters:
  ///   - cue: The cue of the word before, when it is a closed-class word.
  ///   - pos: Its part of speech, when it is not.
  ///   - form: How the word itself ends.
  /// - Returns: A factor for each part of speech.
  static func before(_ cue: ContextCue?, _ pos: PartOfSpeech?, form: VerbForm) -> SIMD4<Float> {
    switch (cue, pos) {
    case (.determiner?, _): [6, form == .other ? 0.04 : 0.15, 4, 0.5]
    case (.infinitiveTo?, _): [0.7, form == .other ? 6 : 0.2, 0.4, 0.5]
    case (.modal?, _), (.auxiliaryDo?, _): [0.15, form == .other ? 12 : 0.5, 0.15, 2]
    case (.negator?, _): [0.4, 3, 1.5, 2]
    case (.subject?, _): [0.05, 12, 0.1, 1.5]
    case (.object?, _): [0.6, 1, 0.8, 3]
    case (.be?, _): [0.7, form == .other ? 0.05 : 5, 4, 2]
    case (.have?, _): [1.5, form == .other ? 0.2 : 5, 1.2, 1]
    case (.preposition?, _): [4, form == .ing ? 1.5 : 0.08, 2, 0.4]
    case (.question?, _): [1, 1, 2, 2]
    case (.conjunction?, _), (.discourse?, _): [1, 1, 1, 1]
    case (nil, .adjective?): [4, 0.2, 1.2, 0.3]
    case (nil, .noun?): [1.5, 1.5, 0.5, 1.5]
    case (nil, .verb?): [1.8, 0.3, 1.6, 2.5]
    case (nil, .adverb?): [0.6, 2, 2.5, 1]
    case (nil, nil): [1, 1, 1, 1]
    }
  }

  /// The weights that the word after gives; `likelyNoun` says that it is mostly a noun.
  static func after(_ cue: ContextCue?, isEnd: Bool, likelyNoun: Bool) -> SIMD4<Float> {
    if isEnd { return [1.3, 1, 0.9, 1.2] }
    switch cue {
    case .determiner?: return [0.5, 3, 0.3, 1]
    case .object?, .subject?: return [0.7, 2.5, 0.5, 1]
    case .be?, .modal?, .have?: return [3, 0.15, 0.5, 1]
    case .infinitiveTo?: return [1, 1.5, 1, 0.5]
    case .preposition?: return [1.5, 1.2, 0.7, 1]
    case .some: return [1, 1, 1, 1]
    case nil: return likelyNoun ? [1, 1, 2.5, 0.5] : [1, 1, 1, 1]
    }
  }

  /// The weights of a word's ending.
  static func ending(of letters: [UInt8]) -> SIMD4<Float> {
    if letters.count < 5 { return [1, 1, 1, 1] }
    if letters.end(in: "ly") { return [0.3, 0.3, 0.6, 4] }
    if letters.end(in: "tion") || letters.end(in: "sion") || letters.end(in: "ness")
      || letters.end(in: "ment") || letters.end(in: "ity") || letters.end(in: "ship")
      || letters.end(in: "ance") || letters.end(in: "ence") || letters.end(in: "ism")
    {
      return [3, 0.5, 0.3, 0.2]
    }
    if letters.end(in: "ous") || letters.end(in: "ful") || letters.end(in: "able")
      || letters.end(in: "ible") || letters.end(in: "ical") || letters.end(in: "less")
      || letters.end(in: "ish")
    {
      return [0.5, 0.4, 3, 0.2]
    }
    return [1, 1, 1, 1]
  }
}

/// How the end of a word looks as a verb form.
enum VerbForm: UInt8 {
  case ing, past, other
}

extension [UInt8] {
  /// Whether the letters of a word end so.
  func end(in ending: StaticString) -> Bool {
    ending.withUTF8Buffer { ending in
      let start = count - ending.count
      guard start >= 0 else { return false }
      for index in 0..<ending.count where self[start + index] != ending[index] { return false }
      return true
    }
  }
}
