/// The letter case of a word, so that what replaces it can be given the same.
public enum LetterCase: Sendable, Hashable {
  case lower, capitalised, upper, mixed

  /// Reads the case of a word; a single capital letter counts as capitalised.
  public init(of word: some StringProtocol) {
    var upper = 0
    var lower = 0
    var firstIsUpper = false
    for scalar in word.unicodeScalars {
      if scalar.properties.isUppercase {
        if upper + lower == 0 { firstIsUpper = true }
        upper += 1
      } else if scalar.properties.isLowercase {
        lower += 1
      }
    }
    if upper == 0 {
      self = .lower
    } else if lower == 0, upper > 1 {
      self = .upper
    } else if firstIsUpper, upper == 1 {
      self = .capitalised
    } else {
      self = .mixed
    }
  }

  /// The word in this case; one of mixed case is left as it is.
  public func applied(to word: String) -> String {
    switch self {
    case .lower, .mixed: return word
    case .upper: return word.uppercased()
    case .capitalised:
      guard let first = word.unicodeScalars.first else { return word }
      return first.properties.titlecaseMapping
        + String(String.UnicodeScalarView(word.unicodeScalars.dropFirst()))
    }
  }
}
