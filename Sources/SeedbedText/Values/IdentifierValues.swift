import SeedbedKernels

/// Other numbers and codes of the same shape, with check digits that are right where there are such.
enum IdentifierValues {
  /// Only there because drawing asks for one; nothing that is drawn here hangs on it.
  private static let surrogates = SurrogateKey(
    [UInt8](repeating: 0, count: SurrogateKey.minimumCount)
  )
  .map { Surrogates(key: $0) }

  /// A draw of another type of personal data from the given stream.
  static func drawn(
    _ type: PersonalDataType,
    _ random: inout CounterRandom,
    _ make: (inout SurrogateDraw) -> String
  ) -> String? {
    guard let surrogates else { return nil }
    var draw = SurrogateDraw(surrogates: surrogates, type: type, attempt: 0)
    draw.random = random
    let other = make(&draw)
    random = draw.random
    return other
  }

  /// Another code, class by class: digits for digits, letters for letters of the same case.
  ///
  /// Letters in front of all digits name what it is (`ORD-1234`) and stay. A number that passes a check
  /// gives way to one that passes it too.
  static func other(than value: String, _ random: inout CounterRandom) -> String? {
    if let type = checkedType(value) {
      return drawn(type, &random) { draw in
        switch type {
        case .creditCard: draw.card(value)
        case .iban: draw.iban(value)
        case .usSocialSecurity: draw.filled(value, with: draw.socialSecurity())
        case .ipAddress: draw.network(value)
        case .macAddress: draw.hardware(value)
        case .cryptoAddress: draw.wallet(value)
        case .ukNationalInsurance, .esIdentity, .itFiscalCode, .cnResidentIdentity:
          draw.nationalCode(value)
        default: draw.nationalNumber(value)
        }
      }
    }
    return shaped(value, &random)
  }

  private static let checkedTypes: Set<PersonalDataType> = [
    .creditCard, .iban, .cryptoAddress, .usSocialSecurity, .ukNationalInsurance, .ukHealthService,
    .esIdentity, .deTaxID, .frSocialSecurity, .itFiscalCode, .inAadhaar, .brTaxpayer,
    .nlCitizenService, .plIdentity, .caSocialInsurance, .cnResidentIdentity, .ipAddress,
    .macAddress,
  ]

  /// What a value is whose form or check digits show it; nil for all else.
  static func checkedType(_ value: String) -> PersonalDataType? {
    guard value.utf8.count >= 7 else { return nil }
    let found = PersonalDataFinder(types: checkedTypes).findings(in: value)
    guard found.count == 1, let first = found.first, first.utf8 == 0..<value.utf8.count else {
      return nil
    }
    return first.type
  }

  private static func shaped(_ value: String, _ random: inout CounterRandom) -> String? {
    var bytes = Array(value.utf8)
    guard let firstDigit = bytes.firstIndex(where: ByteClass.isDigit) else { return nil }
    let isHex = bytes.allSatisfy {
      !ByteClass.isLetter($0) || ($0 | 0x20) <= UInt8(ascii: "f")
    }
    let isHexCode = isHex && bytes.count >= 8 && bytes.contains(where: ByteClass.isLetter)
    for place in bytes.indices {
      let byte = bytes[place]
      if ByteClass.isDigit(byte) {
        // A leading zero is part of the form, as is the version in a UUID.
        let isLeading = place == firstDigit
        if isLeading, byte == 0x30 || bytes.count == 36 && place == 14 { continue }
        bytes[place] =
          isLeading ? 0x31 + UInt8(random.index(below: 9)) : 0x30 + UInt8(random.index(below: 10))
      } else if ByteClass.isLetter(byte), place > firstDigit || isHexCode {
        let count = isHexCode ? 6 : 26
        bytes[place] = byte & 0xE0 | UInt8(1 + random.index(below: count))
      }
    }
    let other = String(decoding: bytes, as: UTF8.self)
    return other == value ? nil : other
  }
}
