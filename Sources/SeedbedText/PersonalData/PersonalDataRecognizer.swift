/// Finds some types of personal data among the tokens of a text.
protocol PersonalDataRecognizer: Sendable {
  /// Adds what it finds; candidates may overlap.
  func find(in text: TokenText, _ found: inout [PersonalDataCandidate])
}

/// The recognisers: a new one is a file of its own and a line here.
enum PersonalDataRecognizers {
  static let all: [any PersonalDataRecognizer] = [
    CardRecognizer(),
    IBANRecognizer(),
    NationalNumberRecognizer(),
    NationalCodeRecognizer(),
    NetworkRecognizer(),
    EmailRecognizer(),
    DomainRecognizer(),
    WalletRecognizer(),
    SecretRecognizer(),
    PhoneRecognizer(),
    DateTimeRecognizer(),
    AgeRecognizer(),
    PostalCodeRecognizer(),
    StreetRecognizer(),
    TitleRecognizer(),
    NationalityRecognizer(),
    NameRecognizer(),
  ]
}
