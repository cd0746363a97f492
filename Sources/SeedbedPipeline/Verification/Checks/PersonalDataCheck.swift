import SeedbedData
import SeedbedText

/// Whether a text that a model wrote is free of data by which a person could be reached or known.
///
/// Only what has a form of its own counts (numbers with check digits, keys, addresses in networks, phone
/// numbers): a name or a date alone points to nobody.
struct PersonalDataCheck: Check {
  let name = "personal_data"

  /// What may stand in any synthetic text.
  private static let harmless: Set<PersonalDataType> = [
    .domainName, .streetAddress, .zipCode, .dateTime, .age, .title, .person, .organization,
    .location, .nationality,
  ]
  private static let finder = PersonalDataFinder(
    types: Set(PersonalDataType.allCases).subtracting(harmless)
  )
  /// Ends of domains that belong to nobody (RFC 2606).
  private static let reserved = [
    "example.com", "example.org", "example.net", ".example", ".test", ".invalid",
  ]

  func verdict(on input: CheckInput, in context: CheckContext) -> Verdict? {
    guard context.configuration.verification.personalData == .reject,
      input.sample.provenance.model != nil
    else { return nil }
    let types = input.sample.writtenTexts(context.configuration.fields).flatMap(Self.types)
    guard !types.isEmpty else { return pass("no personal data was found") }
    let words = Array(Set(types)).sorted().map(\.rawValue)
    // What was found is not repeated: evidence goes into reports.
    return fail("it holds \(words.joined(separator: ", "))", score: Double(types.count))
  }

  private static func types(in text: String) -> [PersonalDataType] {
    let bytes = Array(text.utf8)
    return finder.findings(in: text).filter { finding in
      guard finding.type == .emailAddress else { return true }
      let address = String(decoding: bytes[finding.utf8], as: UTF8.self).lowercased()
      return !reserved.contains { address.hasSuffix($0) }
    }.map(\.type)
  }
}
