import SeedbedKernels

/// Tells the language of a text, among the languages of a project.
///
/// Compact Language Detector 2 decides longer text. Text that it is not sure of is decided by the
/// script and by function words of six European languages; without such evidence the answer is
/// "unknown", never a guess. Identification is deterministic and safe from any thread.
public struct LanguageIdentifier: Sendable {
  /// The languages among which it answers, as given; empty for any.
  public let languages: [String]

  private let allowed: Set<String>
  private let numbers: [Int32]
  private let codes: [Int32: String]
  private let hint: [CChar]?
  private let listed: UInt8  // the permitted languages among those with function words

  /// How many languages the library accepts as a hint.
  private static let longestHint = 5

  /// Makes an identifier.
  ///
  /// - Parameter languages: ISO 639-1 codes of the project; a text in any other language is unknown.
  ///   Empty for any language.
  public init(languages: [String]) {
    self.languages = languages
    allowed = Set(languages)
    var numbers: [Int32] = []
    var codes: [Int32: String] = [:]
    for code in languages {
      guard let number = DetectorLibrary.number(of: code) else { continue }
      numbers.append(number)
      codes[number] = code
    }
    self.numbers = numbers
    self.codes = codes
    var listed: UInt8 = 0
    for (bit, code) in FunctionWordEvidence.languages.enumerated()
    where languages.isEmpty || languages.contains(code) {
      listed |= 1 << UInt8(bit)
    }
    self.listed = listed
    let written = Set(Script.allCases.flatMap(\.languages))
    let latin = languages.filter { !written.contains($0) && DetectorLibrary.number(of: $0) != nil }
    let hinted = latin.count <= Self.longestHint && !latin.isEmpty
    hint = hinted ? Array(latin.joined(separator: ",").utf8CString) : nil
  }

  /// The language of a text.
  public func identify(_ text: String) -> LanguageGuess {
    identify(valid: text.utf8Span.span)
  }

  /// The language of UTF-8 bytes; unknown when they are not UTF-8.
  public func identify(_ bytes: Span<UInt8>) -> LanguageGuess {
    UTF8Validation.firstInvalidByte(in: bytes) == nil ? identify(valid: bytes) : .unknown
  }

  private func identify(valid bytes: Span<UInt8>) -> LanguageGuess {
    let script = ScriptEvidence(bytes)
    guard let main = script.main else { return .unknown }
    if main == .latin {
      return script.letters < 2 ? .unknown : identifyLatin(bytes, letters: script.letters)
    }
    return identify(bytes, in: main, hasKana: script.hasKana)
  }

  // MARK: - Latin script

  private func identifyLatin(_ bytes: Span<UInt8>, letters: Int) -> LanguageGuess {
    let plain = DetectorLibrary.identify(bytes, hint: nil, isShort: false, allowed: numbers)
    let words = FunctionWordEvidence(bytes)
    let best = words.best(in: listed)
    guard plain.isReliable else { return decide(bytes, words, letters: letters) }
    guard let code = code(of: plain.first) else {
      // The library is sure of a language outside the project: only strong evidence may overrule
      // it, as close relatives are often mistaken (Galician for Spanish).
      guard let best, best.votes >= 2, best.votes > words.rival(of: best.code) else {
        return .unknown
      }
      return LanguageGuess(code: best.code, score: 0.5)
    }
    let share = Double(plain.percent) / 100
    if let best, best.code != code, best.votes - words.votes(for: code) >= Self.clearLead {
      // Names pull a short text into their own language; its small words do not lie as easily.
      if best.votes - words.votes(for: code) >= 2 || hinted(bytes) == best.code {
        return LanguageGuess(code: best.code, score: 0.6)
      }
      return LanguageGuess(code: code, score: 0.5)
    }
    if letters < Self.fewLetters, hint != nil, words.votes(for: code) < 0.5, hinted(bytes) != code {
      return .unknown
    }
    return LanguageGuess(code: code, score: share)
  }

  /// Decides a text of which the library is not sure.
  private func decide(
    _ bytes: Span<UInt8>,
    _ words: FunctionWordEvidence,
    letters: Int
  ) -> LanguageGuess {
    let candidate = hinted(bytes)
    if let best = words.best(in: listed) {
      guard best.votes > words.rival(of: best.code, in: ~listed) - 0.25 else { return .unknown }
      let lead = best.votes - words.rival(of: best.code, in: listed)
      if best.code == candidate, best.votes >= 0.5 {
        return LanguageGuess(code: candidate, score: lead >= 1 ? 0.8 : 0.6)
      }
      if lead >= Self.clearLead { return LanguageGuess(code: best.code, score: 0.6) }
    } else if words.best(in: .max) != nil {
      return .unknown
    }
    // Hardly a small word: the library must come to the same answer without being told which
    // languages to expect, on more than a word or two.
    guard let candidate, letters >= Self.fewLetters else { return .unknown }
    let free = DetectorLibrary.identify(bytes, hint: nil, isShort: true, allowed: numbers)
    guard code(of: free.first) == candidate else { return .unknown }
    return LanguageGuess(code: candidate, score: 0.4)
  }

  /// The library's answer when told which languages to expect and to answer on little evidence.
  private func hinted(_ bytes: Span<UInt8>) -> String? {
    let answer = DetectorLibrary.identify(bytes, hint: hint, isShort: true, allowed: numbers)
    return allowed.isEmpty ? code(of: answer.first) : answer.allowed.flatMap { codes[$0] }
  }

  /// The letters below which the library's answer needs a second opinion.
  private static let fewLetters = 16
  /// The lead of one language's function words over another's that counts as clear.
  private static let clearLead: Float = 0.75

  // MARK: - Other scripts

  private func identify(_ bytes: Span<UInt8>, in script: Script, hasKana: Bool) -> LanguageGuess {
    if script == .han || script == .kana { return identifyHan(hasKana: hasKana) }
    let candidates = script.languages.filter(permits)
    if script.languages.count == 1 {
      return candidates.first.map { LanguageGuess(code: $0, score: 1) } ?? .unknown
    }
    let plain = DetectorLibrary.identify(bytes, hint: nil, isShort: false, allowed: numbers)
    if plain.isReliable {
      guard let code = code(of: plain.first) else { return .unknown }
      return LanguageGuess(code: code, score: Double(plain.percent) / 100)
    }
    // Unsure, but only one language of the project is written this way.
    if candidates.count == 1, let only = candidates.first {
      return LanguageGuess(code: only, score: 0.6)
    }
    let eager = DetectorLibrary.identify(bytes, hint: nil, isShort: true, allowed: numbers)
    guard let code = code(of: eager.first) else { return .unknown }
    return LanguageGuess(code: code, score: 0.4)
  }

  /// Kana is Japanese; ideographs alone are Chinese unless the project has only Japanese.
  private func identifyHan(hasKana: Bool) -> LanguageGuess {
    if hasKana { return permits("ja") ? LanguageGuess(code: "ja", score: 1) : .unknown }
    if permits("zh") { return LanguageGuess(code: "zh", score: 0.9) }
    return permits("ja") ? LanguageGuess(code: "ja", score: 0.6) : .unknown
  }

  private func permits(_ code: String) -> Bool { allowed.isEmpty || allowed.contains(code) }

  /// The project's spelling of a library number; nil when the project does not have it.
  private func code(of number: Int32) -> String? {
    allowed.isEmpty ? DetectorLibrary.code(of: number) : codes[number]
  }
}
