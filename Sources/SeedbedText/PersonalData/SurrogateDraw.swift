import SeedbedKernels

/// One try at a surrogate.
struct SurrogateDraw {
  let surrogates: Surrogates
  let type: PersonalDataType
  let attempt: Int
  var random: CounterRandom

  init(surrogates: Surrogates, type: PersonalDataType, attempt: Int) {
    self.surrogates = surrogates
    self.type = type
    self.attempt = attempt
    random = surrogates.chance(for: "", "", 0)
  }

  mutating func surrogate(of value: String, _ type: PersonalDataType) -> String {
    random = surrogates.chance(for: value, type.rawValue, attempt)
    return switch type {
    case .person: person(value)
    case .organization: organization(value)
    case .location: place(value)
    case .nationality: cased(pick(SurrogateWords.nationalities), like: value)
    case .title: title(value)
    case .streetAddress: address(value)
    case .emailAddress: email(value)
    case .domainName: domain(value)
    case .creditCard: card(value)
    case .iban: iban(value)
    case .phoneNumber: phone(value)
    case .ipAddress: network(value)
    case .macAddress: hardware(value)
    case .cryptoAddress: wallet(value)
    case .usSocialSecurity: filled(value, with: socialSecurity())
    case .ukHealthService, .deTaxID, .frSocialSecurity, .inAadhaar, .brTaxpayer,
      .nlCitizenService, .plIdentity, .caSocialInsurance:
      nationalNumber(value)
    case .ukNationalInsurance, .esIdentity, .itFiscalCode, .cnResidentIdentity:
      nationalCode(value)
    case .dateTime: date(value)
    case .age: age(value)
    case .secret, .usDriverLicense, .zipCode: scrambled(value)
    }
  }

  // MARK: - Parts that several types share

  mutating func pick(_ items: [String]) -> String {
    items.isEmpty ? "" : items[random.index(below: items.count)]
  }

  mutating func digit() -> UInt8 { 0x30 + UInt8(random.index(below: 10)) }

  mutating func digits(_ count: Int) -> [UInt8] { (0..<count).map { _ in digit() } }

  /// Other digits for digits and other letters of the same case for letters; all else stays.
  mutating func scrambled(_ value: String) -> String {
    var bytes: [UInt8] = []
    for scalar in value.unicodeScalars {
      guard scalar.isASCII else {
        let isLetter = scalar.properties.isAlphabetic
        if isLetter {
          bytes.append(
            (scalar.properties.isUppercase ? 0x41 : 0x61) + UInt8(random.index(below: 26))
          )
        } else {
          bytes += Array(String(scalar).utf8)
        }
        continue
      }
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if ByteClass.isDigit(byte) {
        bytes.append(digit())
      } else if ByteClass.isLetter(byte) {
        bytes.append((byte & 0xE0 | 1) + UInt8(random.index(below: 26)))
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value with its digits replaced one by one, from the left.
  func filled(_ value: String, with digits: [UInt8]) -> String {
    var next = 0
    let bytes = value.utf8.map { byte -> UInt8 in
      guard ByteClass.isDigit(byte), next < digits.count else { return byte }
      next += 1
      return digits[next - 1]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A word in the capitals of another.
  func cased(_ word: String, like model: String) -> String {
    if model.count > 1, model == model.uppercased(), model != model.lowercased() {
      return word.uppercased()
    }
    return model == model.lowercased() ? word.lowercased() : word
  }
}
