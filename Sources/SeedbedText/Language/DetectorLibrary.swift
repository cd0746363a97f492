import CLanguage

/// Compact Language Detector 2 behind Swift values.
///
/// The library is compiled C++ with its tables in read-only memory, so calls may come from any
/// thread. The bytes are handed over without a copy.
enum DetectorLibrary {
  /// What the library says of one text.
  struct Answer {
    var first: Int32
    var percent: Int
    var isReliable: Bool
    /// The first of its three answers that is among the given languages.
    var allowed: Int32?
  }

  /// The library's number of an ISO 639-1 code; nil for a code that it does not know.
  static func number(of code: String) -> Int32? {
    let number = cl_language_of_code(code)
    return number < 0 ? nil : number
  }

  /// The ISO 639-1 code of one of the library's numbers.
  static func code(of number: Int32) -> String? {
    cl_code_of_language(number).map { String(cString: $0) }
  }

  /// Identifies a text.
  ///
  /// - Parameters:
  ///   - bytes: The text, which must be UTF-8.
  ///   - hint: Up to five expected codes, zero-terminated ASCII joined by commas; nil for none.
  ///   - isShort: Let the library answer on little evidence.
  ///   - allowed: The numbers to look for among its answers.
  /// - Returns: The library's first answer, and the first allowed one.
  static func identify(
    _ bytes: Span<UInt8>,
    hint: [CChar]?,
    isShort: Bool,
    allowed: [Int32]
  ) -> Answer {
    let guess = bytes.withUnsafeBufferPointer { buffer -> cl_guess in
      guard let base = buffer.baseAddress else {
        return cl_guess(language: (-1, -1, -1), percent: (0, 0, 0), reliable: false)
      }
      guard let hint else { return cl_identify(base, buffer.count, nil, isShort) }
      return hint.withUnsafeBufferPointer {
        cl_identify(base, buffer.count, $0.baseAddress, isShort)
      }
    }
    var answer = Answer(
      first: guess.language.0,
      percent: Int(guess.percent.0),
      isReliable: guess.reliable
    )
    let found = [guess.language.0, guess.language.1, guess.language.2]
    for number in found where number >= 0 && allowed.contains(number) {
      answer.allowed = number
      break
    }
    return answer
  }
}
